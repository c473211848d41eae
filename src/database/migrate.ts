import { setTimeout as sleep } from 'node:timers/promises'
import { isHalfRestored } from '../cypher/backup.ts'
import { declareIndexes, type GraphIndex, indexPrefix, printIndex } from '../cypher/constraints.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { Database, Row } from './connect.ts'
import { raiseStorage } from './raiseStorage.ts'
import { StartError } from './startError.ts'

/** The names of the constraints and indexes that were made and dropped. */
export interface Migration {
  readonly created: readonly string[]
  readonly dropped: readonly string[]
}

/** All indexes, or only those that constraints have, which a graph cannot be written without. */
export type IndexKinds = 'all' | 'constraints'

const showIndexes = `SHOW INDEXES
YIELD name, type, state, entityType, labelsOrTypes, properties, owningConstraint, options`
const secondsToBuild = 3600

/** An index as Neo4j shows it. */
interface ShownIndex {
  readonly name: string
  readonly type: string
  readonly state: string
  readonly entityType: string
  readonly labelsOrTypes: readonly string[] | null
  readonly properties: readonly string[] | null
  readonly owningConstraint: string | null
  readonly options: { readonly indexConfig?: Readonly<Record<string, unknown>> } | null
}

const mostTries = 5

/**
 * Gives the database the constraints and indexes that the ontology asks for, and drops those it no longer asks for. Several
 * services may start on one database at once: who finds that another was faster looks again at what is still missing.
 */
export async function migrate(database: Database, ontology: Ontology, kinds: IndexKinds = 'all'): Promise<Migration> {
  for (let tries = 1; ; tries++)
    try {
      return await migrateOnce(database, ontology, kinds)
    } catch (error) {
      if (tries === mostTries) throw error
      await sleep(tries * 500)
    }
}

async function migrateOnce(database: Database, ontology: Ontology, kinds: IndexKinds): Promise<Migration> {
  const run = (text: string): Promise<Row[]> => database.administer({ text, parameters: {} })
  const [restoration] = await run(isHalfRestored)
  if (restoration?.['half'])
    throw new StartError('A restoration into this database was cut off; run `pacta restore` again, which begins anew.')
  const declared = new Map(declareIndexes(ontology).map(index => [index.name, index]))
  const shown = (await run(showIndexes)) as unknown as ShownIndex[]
  const ours = shown.filter(({ name }) => name.startsWith(indexPrefix) || declared.has(name))
  const obsolete = ours.filter(index => !isAsDeclared(index, declared.get(index.name)))
  for (const index of obsolete) await run(printDrop(index))
  const kept = new Set(ours.filter(index => !obsolete.includes(index)).map(({ name }) => name))
  const wanted = [...declared.values()].filter(({ kind }) => kinds === 'all' || kind === 'unique')
  const missing = wanted.filter(({ name }) => !kept.has(name))
  const [ranges, others] = [missing.filter(({ kind }) => kind === 'range'), missing.filter(({ kind }) => kind !== 'range')]
  for (const index of others) await run(printIndex(index))
  // Before indexes that would have to follow each value that is filled in.
  await raiseStorage(database, ontology)
  // In one transaction they take a fraction of the time that they take one by one.
  if (ranges.length)
    await database.write(async runAll => {
      for (const index of ranges) await runAll({ text: printIndex(index), parameters: {} })
    })
  if (missing.length || ours.some(({ state }) => state !== 'ONLINE')) await run(`CALL db.awaitIndexes(${secondsToBuild})`)
  return { created: missing.map(({ name }) => name), dropped: obsolete.map(({ name }) => name) }
}

function isAsDeclared(shown: ShownIndex, declared: GraphIndex | undefined): boolean {
  if (!declared || shown.state === 'FAILED') return false
  const { kind, on, label, properties, analyzer } = declared
  return (
    shown.type === (kind === 'fulltext' ? 'FULLTEXT' : 'RANGE') &&
    shown.entityType === on &&
    String(shown.labelsOrTypes) === label &&
    String(shown.properties) === String(properties) &&
    (shown.owningConstraint !== null) === (kind === 'unique') &&
    (analyzer === undefined || shown.options?.indexConfig?.['fulltext.analyzer'] === analyzer)
  )
}

function printDrop({ name, owningConstraint }: ShownIndex): string {
  // A name found in the database is not ours to trust: it must not end its quotation.
  if (!/^\w+$/.test(name)) throw new Error(`The index ${JSON.stringify(name)} must be dropped by hand.`)
  return `DROP ${owningConstraint === null ? 'INDEX' : 'CONSTRAINT'} ${name} IF EXISTS`
}
