import type { Scene } from '../graph/scene.ts'
import { nameRelationship } from '../ontology/names.ts'
import type { Language } from '../view/view.ts'

const columns = [
  'from',
  'fromType',
  'fromLabel',
  'type',
  'says',
  'to',
  'toType',
  'toLabel',
  'role',
  'aspect',
  'basis',
  'rank',
  'validFrom',
  'validFromPrecision',
  'validTo',
  'validToPrecision',
  'quote',
  'source',
  'id',
] as const

/** The statements that are seen, one a row, and then what no line ties. */
export function writeCsv({ nodes, statements }: Scene, lang: Language): string {
  const tied = new Set<string>()
  const rows = [...statements.values()].map(statement => {
    const from = nodes.get(statement.from)
    const to = nodes.get(statement.to)
    tied.add(statement.from).add(statement.to)
    const more = { fromType: from?.type, fromLabel: from?.label, toType: to?.type, toLabel: to?.label }
    return { ...statement, ...more, says: nameRelationship(statement.type, 'OUT', lang) }
  })
  const alone = [...nodes.values()]
    .filter(({ id }) => !tied.has(id))
    .map(({ id, type, label }) => ({ from: id, fromType: type, fromLabel: label }))
  const lines = [...rows, ...alone].map(row => columns.map(column => cell((row as Record<string, unknown>)[column])).join(','))
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\u{feff}${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  // A spreadsheet would run what begins like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
