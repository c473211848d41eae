import type { RevisionRecord } from '../../database/listRevisions.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { GraphRecord } from '../readGraph.ts'

/** A part of a file. */
export type Part = string | Uint8Array

/** Turns records into the parts of one file, one after the other; a part may be empty while records are gathered. */
export interface FileWriter {
  start(): Part
  write(record: GraphRecord): Part
  /** Says of a revision who made it and when; after all records. */
  describe?(revision: RevisionRecord): Part
  end(): Part
}

/** What a writer may need beside the records. */
export interface WritingContext {
  readonly ontology: Ontology
  /** The address of the service, as the IRIs of entities begin. */
  readonly base: string
  /** Says in each line where to go on after it. */
  readonly cursors?: boolean
}

/** A format that the graph is exported in. */
export interface ExportFormat {
  /** Its name after `--format`, and what it is to people. */
  readonly name: string
  readonly title: string
  /** The ending of its files. */
  readonly extension: string
  readonly mediaType: string
  /** Its files: `nodes` and `statements`; one whole `graph`; or one file for each type. */
  readonly files: 'tables' | 'graph' | 'types'
  /** The part of each record stands for itself, so that writing can begin at any of them. */
  readonly byRecord?: boolean
  /** Statements need the entities that they join, so that only the whole graph can be written. */
  readonly whole?: boolean
  /** Begins a file; of one for each type, that type is given. */
  open(context: WritingContext, file: string): FileWriter
  /** Another file that says how the others are read, given their names. */
  readonly guide?: { readonly name: string; print(files: readonly string[]): string }
}
