import type { Ontology } from '../schema/ontology.ts'
import { type Seed, textOf } from './seed.ts'

/** What the checks need to know of an entity that stands outside the files. */
export interface KnownEntity {
  readonly type: string
  /** The text of a document or a passage, so that quotes from it can be checked. */
  readonly text?: string
}

/** Finds which of these ids the graph has outside the files. */
export type FindKnown = (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownEntity>>

/** All entities that a seed may refer to: its own and those that were found. */
export interface Known {
  /** Whether an id that is not here is surely nowhere. */
  readonly complete: boolean
  readonly nodeTypes: Ontology['nodeTypes']
  typeOf(id: string): string | undefined
  /** The text of a document or a passage. */
  textOf(id: string): string | undefined
  ids(): Iterable<string>
}

/** Joins the entities of the files with those found outside; the files come first. */
export function joinKnown({ nodeTypes }: Ontology, seed: Seed, found: ReadonlyMap<string, KnownEntity>): Known {
  const own = new Map(seed.records.map(record => [record.id, record]))
  return {
    complete: seed.complete,
    nodeTypes,
    typeOf: id => own.get(id)?.type.name ?? found.get(id)?.type,
    textOf: id => {
      const record = own.get(id)
      return record ? (record.derived.get('text') ?? textOf(record, 'text')) : found.get(id)?.text
    },
    ids: () => [...own.keys(), ...found.keys()],
  }
}
