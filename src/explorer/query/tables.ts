/** Rows of one list of an answer, each under the names of its columns. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Flat = Readonly<Record<string, string>>

/** One table for each outermost list of an answer; what stands in no list is a table of one row. */
export function readTables(data: unknown): Table[] {
  const tables: Table[] = []
  const rest = findLists(data, '', tables)
  if (Object.keys(rest).length > 0) tables.unshift(toTable('answer', [rest]))
  return tables
}

/** A table as CSV, for a spreadsheet: it would run what begins like a formula. */
export function writeCsv({ columns, rows }: Table): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\u{feff}${[columns, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function findLists(value: unknown, name: string, tables: Table[]): Flat {
  if (Array.isArray(value)) {
    tables.push(
      toTable(
        name.replace(/\.edges$/, ''),
        value.map(item => flatten(item, '')),
      ),
    )
    return {}
  }
  if (value === null || typeof value !== 'object') return name === '' ? {} : { [name]: show(value) }
  const parts = Object.entries(value).map(([key, held]) => findLists(held, name === '' ? key : `${name}.${key}`, tables))
  return Object.assign({}, ...parts) as Flat
}

/** The values of an item by their paths; the `node` of an edge adds no step, and a list within it is one value. */
function flatten(value: unknown, name: string): Flat {
  if (Array.isArray(value)) return { [name]: value.map(item => Object.values(flatten(item, '')).join(' · ')).join('\n') }
  if (value === null || typeof value !== 'object') return { [name]: show(value) }
  const parts = Object.entries(value).map(([key, held]) => {
    if (key === 'edges') return flatten(held, name)
    return flatten(held, key === 'node' ? name : name === '' ? key : `${name}.${key}`)
  })
  return Object.assign({}, ...parts) as Flat
}

function toTable(name: string, items: readonly Flat[]): Table {
  const columns = [...new Set(items.flatMap(item => Object.keys(item)))]
  return { name, columns, rows: items.map(item => columns.map(column => item[column] ?? '')) }
}

function show(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
