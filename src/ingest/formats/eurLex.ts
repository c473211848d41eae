import { readFile } from 'node:fs/promises'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { authority, cdm, noticeDates, noticeKinds, noticeLanguages, noticeStatements } from '../../schema/eurLex.ts'
import { isDate } from '../../schema/scalars.ts'
import { decodeText } from '../decodeText.ts'
import { explainJson } from '../explainJson.ts'
import { placeMap } from '../jsonValue.ts'
import type { Place, Report } from '../problem.ts'
import { shorten, type YamlMap } from '../yamlValue.ts'
import type { Format } from './format.ts'

/** Notices of EUR-Lex and Cellar: RDF/XML, or the triples that a query gives as SPARQL results in JSON. */
export const eurLex: Format = {
  name: 'eur-lex',
  endings: ['.rdf', '.srj'],
  async *read(file, { report, skip, digest }) {
    const bytes = await readFile(file)
    digest?.update(bytes)
    const text = decodeText(bytes, file, report)
    if (text?.trim() === '') report({ file, line: 1, column: 1 }, 'There is nothing in the file.')
    const notice = text?.trim() ? new Notice(file, text) : undefined
    const isJson = /\.(srj|json)$/i.test(file) || /^\s*[[{]/.test(text ?? '')
    const read = notice && (isJson ? readResults(notice, report) : await readRdf(notice, report))
    if (!notice || !read) return skip()
    if (notice.works.length === 0)
      report({ file, line: 1, column: 1 }, 'No work of the file has a CELEX number (cdm:resource_legal_id_celex).')
    for (const work of notice.works) yield* instrumentLine(work, notice, report)
  },
}

const sameAs = 'http://www.w3.org/2002/07/owl#sameAs'
const noEnd = '9999-12-31'

/** The triples of a file. */
class Notice {
  readonly #subjects = new Map<string, Map<string, string[]>>()

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  add(subject: string, predicate: string, object: string): void {
    const known = this.#subjects.get(subject) ?? new Map<string, string[]>()
    this.#subjects.set(subject, known)
    const objects = known.get(predicate)
    if (!objects) known.set(predicate, [object])
    else if (!objects.includes(object)) objects.push(object)
  }

  /** The works that have a CELEX number. */
  get works(): string[] {
    return [...this.#subjects].filter(([, said]) => said.has(`${cdm}resource_legal_id_celex`)).map(([subject]) => subject)
  }

  get subjects(): Iterable<string> {
    return this.#subjects.keys()
  }

  values(subject: string, predicate: string): readonly string[] {
    return this.#subjects.get(subject)?.get(predicate) ?? []
  }

  /** Where a text stands first. */
  placeOf(wanted: string): Place {
    return this.placeAt(Math.max(0, this.text.indexOf(wanted)))
  }

  /** Where so many characters stand before. */
  placeAt(offset: number): Place {
    const before = this.text.slice(0, offset).split('\n')
    return { file: this.file, line: before.length, column: before.at(-1)!.length + 1 }
  }

  /** The CELEX number behind the address of a work: its own, or that of what is the same. */
  celexOf(work: string): string | undefined {
    const same = [work, ...this.values(work, sameAs)]
    for (const address of same) {
      const celex = this.values(address, `${cdm}resource_legal_id_celex`)[0] ?? /\/resource\/celex\/([^/#?]+)$/.exec(address)?.[1]
      if (celex) return celex.replace(/^celex:/, '')
    }
    return undefined
  }
}

async function readRdf(notice: Notice, report: Report): Promise<boolean> {
  const parser = new RdfXmlParser({ trackPosition: true, baseIRI: 'http://publications.europa.eu/' })
  return new Promise(resolve => {
    parser.on('data', ({ subject, predicate, object }) => notice.add(subject.value, predicate.value, object.value))
    let failed = false
    parser.on('error', (error: Error & { line?: number; column?: number }) => {
      if (failed) return
      failed = true
      const [said] = error.message.replace(/^Line \d+ column \d+: |^\d+:\d+: /, '').split('\n')
      report({ file: notice.file, line: error.line ?? 1, column: (error.column ?? 0) + 1 }, `This is not RDF/XML: ${said}`)
      resolve(false)
    })
    parser.on('end', () => {
      if (failed) return
      // The parser does not mind when the root element is not closed.
      const root = /<([A-Za-z_][\w:.-]*)/.exec(notice.text)?.[1]
      const whole = root !== undefined && notice.text.trimEnd().endsWith(`</${root}>`)
      const lines = notice.text.split('\n')
      const at = { file: notice.file, line: lines.length, column: lines.at(-1)!.length + 1 }
      if (!whole) report(at, 'The file ends before its root element does: it was cut off.')
      resolve(whole)
    })
    parser.end(notice.text)
  })
}

function readResults(notice: Notice, report: Report): boolean {
  let parsed: { results?: { bindings?: unknown } } | null
  try {
    parsed = JSON.parse(notice.text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { offset, message } = explainJson(error, notice.text, false)
    report(notice.placeAt(offset), message)
    return false
  }
  const rows = parsed?.results?.bindings
  if (!Array.isArray(rows)) {
    report({ file: notice.file, line: 1, column: 1 }, 'SPARQL results in JSON hold `results.bindings`, a list of rows.')
    return false
  }
  for (const row of rows as (Record<string, { value?: unknown } | null> | null)[]) {
    const [s, p, o] = ['s', 'p', 'o'].map(name => row?.[name]?.value)
    if (isText(s) && isText(p) && isText(o)) notice.add(s, p, o)
    else
      report(
        notice.placeOf(isText(s) ? s : '"bindings"'),
        'A row of SPARQL results binds `s`, `p` and `o`: a subject, a predicate and an object.',
      )
  }
  return true
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function* instrumentLine(work: string, notice: Notice, report: Report): Generator<YamlMap> {
  const at = notice.placeOf(work)
  const celex = notice.celexOf(work)!
  const kind = kindOf(work, celex, notice)
  if (!kind) return report(at, `${celex} is of no kind that the graph has; kinds are told by cdm:work_has_resource-type.`)
  const titles = titlesOf(work, notice)
  const address = `http://publications.europa.eu/resource/celex/${celex}`
  const values: Record<string, unknown> = {
    ...{ type: 'LegalInstrument', id: `instrument/${celex}`, kind, celex },
    label: { en: celex },
    ...(Object.keys(titles).length > 0 && { title: titles }),
    sameAs: [...new Set([address, ...notice.values(work, sameAs)])],
    sources: [`https://eur-lex.europa.eu/legal-content/EN/ALL/?uri=CELEX:${celex}`],
    eli: notice.values(work, `${cdm}resource_legal_eli`)[0],
  }
  for (const [predicate, property] of Object.entries(noticeDates)) {
    const days = [...notice.values(work, cdm + predicate)].sort().filter(day => day !== noEnd)
    const wrong = days.find(day => !isDate(day))
    if (wrong) report(notice.placeOf(wrong), `cdm:${predicate} takes an existing day like 2018-06-11, not ${shorten(wrong)}.`)
    else values[property] = days[0]
  }
  for (const [predicate, field] of Object.entries(noticeStatements)) {
    const others = notice.values(work, cdm + predicate).flatMap(other => {
      const found = notice.celexOf(other)
      if (!found) report(notice.placeOf(other), `The notice does not say which CELEX number ${other} has (owl:sameAs).`)
      return found && found !== celex ? [found] : []
    })
    const said = (other: string): object => ({ node: `instrument/${other}`, basis: 'BY_LAW', source: address })
    if (others.length > 0) values[field] = [...new Set(others)].map(said)
  }
  yield placeMap(values, at, report)
}

function kindOf(work: string, celex: string, notice: Notice): string | undefined {
  const codes = notice.values(work, `${cdm}work_has_resource-type`).map(type => type.replace(`${authority}resource-type/`, ''))
  const letter = /^\d\d{4}([A-Z]+)/.exec(celex)?.[1] ?? ''
  return [...codes, letter].map(code => noticeKinds[code]).find(kind => kind !== undefined)
}

/** The titles of the expressions of a work, in the languages of the graph. */
function titlesOf(work: string, notice: Notice): Record<string, string> {
  const titles: Record<string, string> = {}
  const same = new Set([work, ...notice.values(work, sameAs)])
  for (const expression of notice.subjects) {
    const [of] = notice.values(expression, `${cdm}expression_belongs_to_work`)
    const [code = ''] = notice.values(expression, `${cdm}expression_uses_language`)
    const language = noticeLanguages[code.replace(`${authority}language/`, '')]
    const [title] = notice.values(expression, `${cdm}expression_title`)
    if (of && same.has(of) && language && title) titles[language] = title.replace(/\s+/g, ' ').trim()
  }
  return titles
}
