import { printStates, type StatePosition, type StateRow, type StatesRequest } from '../cypher/printStates.ts'
import type { Database } from '../database/connect.ts'
import type { Ontology } from '../schema/ontology.ts'
import { type PublicForm, type Stored, showEntity, showStatement } from '../schema/publicForm.ts'

/** Which state of the graph is read, and where to go on. */
export interface GraphState {
  /** As the graph was when this revision was written. */
  readonly revision: number
  /** Only what was recorded after this revision. */
  readonly since?: number
  /** The cursor after which to go on. */
  readonly after?: string
}

/** An entity or a statement in public form, with what the graph knows of its recording. */
export interface GraphRecord {
  /** Marks this record in the order of all of its kind. */
  readonly cursor: string
  /** The revision that recorded this state. */
  readonly revision: number
  readonly dataset: string
  /** Its node type or relationship type. */
  readonly type: string
  /** What a statement joins; an entity has none. */
  readonly ends?: { readonly from: string; readonly to: string }
  /** Its id, type and properties; of a statement also `from` and `to`. */
  readonly form: PublicForm
  /** What is stored of it under stored names, days and instants as text. */
  readonly stored: Stored
}

const recordsAtOnce = 500

/** All entities of a state, by the revision that recorded them and by id, page by page, so that memory stays flat. */
export async function* readEntities(database: Database, ontology: Ontology, state: GraphState): AsyncGenerator<GraphRecord> {
  const [, position] = splitCursor(state.after)
  for await (const row of readStates(database, 'entities', state, position))
    yield toRecord(row, { reached: '', show: () => showEntity(ontology, row.type, row.stored) })
}

/** All statements of a state, by type, by the revision that recorded them and by key, page by page. */
export async function* readStatements(database: Database, ontology: Ontology, state: GraphState): AsyncGenerator<GraphRecord> {
  const [reached, position] = splitCursor(state.after)
  const types = [...ontology.relationshipTypes.keys()].sort().filter(type => type >= reached)
  for (const type of types) {
    const start = type === reached ? position : undefined
    for await (const row of readStates(database, { statements: type }, state, start)) yield toStatement(ontology, row)
  }
}

async function* readStates(
  database: Database,
  of: StatesRequest['of'],
  { revision, since = 0 }: GraphState,
  start?: StatePosition,
): AsyncGenerator<StateRow> {
  const read = (after: StatePosition) => readPage(database, { of, at: revision, after, limit: recordsAtOnce })
  let reading: Promise<StateRow[]> | undefined = read(start ?? { revision: since })
  while (reading) {
    const page: StateRow[] = await reading
    const last = page.at(-1)
    // The next page comes while this one is written: one is ahead, and no more.
    reading = last && page.length === recordsAtOnce ? read({ revision: last.revision, key: last.key }) : undefined
    // Who stops in the middle does not hear of it.
    reading?.catch(() => {})
    yield* page
  }
}

/** No commit is applied while a page is read, so nothing is missed on its way from the present to the past. */
async function readPage(database: Database, request: StatesRequest): Promise<StateRow[]> {
  const rows = await database.readSettled(async run => {
    const found: StateRow[] = []
    for (const statement of printStates(request))
      if (found.length < request.limit) found.push(...takeFirst((await run(statement)) as unknown as StateRow[], request.limit))
    return found
  })
  return rows.slice(0, request.limit)
}

function takeFirst(rows: readonly StateRow[], limit: number): StateRow[] {
  return [...rows].sort((a, b) => a.revision - b.revision || (a.key < b.key ? -1 : 1)).slice(0, limit)
}

function toStatement(ontology: Ontology, row: StateRow): GraphRecord {
  const { type, stored } = row
  const ends = { from: String(row.from), to: String(row.to) }
  return toRecord(row, { reached: type, ends, show: () => showStatement(ontology, type, ends.from, ends.to, stored) })
}

interface Shown {
  readonly reached: string
  readonly ends?: GraphRecord['ends']
  show(): PublicForm
}

/** The public form is made when it is asked for: most formats take what is stored. */
function toRecord(row: StateRow, { reached, ends, show }: Shown): GraphRecord {
  const { revision, type, stored } = row
  return {
    cursor: printCursor(reached, row),
    ...{ revision, type, stored, dataset: String(stored['dataset']) },
    ...(ends && { ends }),
    get form() {
      return show()
    },
  }
}

function printCursor(type: string, { revision, key }: StateRow): string {
  return `${type}~${revision}~${key}`
}

function splitCursor(cursor: string | undefined): [string, StatePosition | undefined] {
  const [type = '', revision, key] = cursor?.split('~') ?? []
  return [type, key === undefined ? undefined : { revision: Number(revision), key }]
}
