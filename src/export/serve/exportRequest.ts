import { closest } from 'fastest-levenshtein'
import { type TableFile, tableFiles } from '../formats/tables.ts'
import type { GraphState } from '../readGraph.ts'

/** What is asked of an export. */
export interface ExportRequest {
  /** The file; none stands for a manifest. */
  readonly file?: TableFile
  /** The files that a manifest is of. */
  readonly listed: readonly TableFile[]
  readonly state: GraphState
  readonly cursors: boolean
}

/** Why a request cannot be answered. */
export interface Refusal {
  readonly status: 400 | 404
  readonly message: string
}

/** Reads the address of a request, when the graph is at this revision. */
export function readExportRequest({ pathname, searchParams }: URL, last: number): ExportRequest | Refusal {
  const name = pathname.slice('/export/'.length)
  const file = tableFiles.find(known => known.name === name)
  if (!file && name !== 'manifest.json') {
    const names = ['manifest.json', ...tableFiles.map(known => known.name)].map(known => `/export/${known}`)
    return { status: 404, message: `There are ${names.join(', ')}; \`pacta export\` writes more formats.` }
  }
  const state = readState(searchParams, last)
  if (typeof state === 'string') return { status: 400, message: state }
  const cursors = searchParams.get('cursors') === 'true'
  if ((cursors || state.after !== undefined) && file?.format.name !== 'ndjson')
    return { status: 400, message: 'Only lines of JSON have cursors; other files are gone on with by Range.' }
  const listed = readListed(searchParams)
  if (typeof listed === 'string') return { status: 400, message: listed }
  return { ...(file && { file }), listed, state, cursors }
}

/** The files that `files` names, all when it is not given, or what is wrong with it. */
function readListed(given: URLSearchParams): readonly TableFile[] | string {
  const wanted = given.getAll('files').flatMap(text => text.split(','))
  const names = tableFiles.map(({ name }) => name)
  const strange = wanted.find(name => !names.includes(name))
  if (strange !== undefined)
    return `files takes names of ${names.join(', ')}, not "${strange.slice(0, 80)}". Did you mean "${closest(strange.slice(0, 80), names)}"?`
  return wanted.length === 0 ? tableFiles : tableFiles.filter(({ name }) => wanted.includes(name))
}

/** The state that the parameters name, or what is wrong with them. */
function readState(given: URLSearchParams, last: number): GraphState | string {
  const number = (name: string, usual: number) => {
    const text = given.get(name)
    return text === null ? usual : /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  }
  const [revision, since] = [number('revision', last), number('since', 0)]
  if (!(revision <= last)) return `revision takes the number of a revision, up to ${last}, not "${given.get('revision')}".`
  if (!(since <= revision)) return `since takes the number of a revision, up to ${revision}, not "${given.get('since')}".`
  const after = given.get('after')
  if (after !== null && !/^\w*~\d{1,15}~[^~]+$/.test(after))
    return `after takes the cursor of a line, not "${after.slice(0, 80)}".`
  return { revision, since, ...(after !== null && { after }) }
}
