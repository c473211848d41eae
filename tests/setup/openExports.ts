import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '../../src/database/connect.ts'
import { exportFormats, usualFiles } from '../../src/export/formats/formats.ts'
import type { GraphRecord, GraphState } from '../../src/export/readGraph.ts'
import { writeFiles } from '../../src/export/writeFiles.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { exportedGraph, recordsOf } from './exportedGraph.ts'

/** The graph of the tests of exports, what is in it, and files of it. */
export interface Exports {
  readonly database: Database
  readonly folder: string
  readonly base: string
  readonly entities: readonly GraphRecord[]
  readonly statements: readonly GraphRecord[]
  /** Writes the files of a format; gives its one file, or the folder. */
  write(format: string, state?: GraphState): Promise<string>
  close(): Promise<void>
}

/** Puts the graph into the test database. */
export async function openExports(): Promise<Exports> {
  const [database, ontology, base] = [await exportedGraph(), readOntology(), 'https://pacta.example']
  const folder = await mkdtemp(path.join(tmpdir(), 'pacta-exports-'))
  const usual = { revision: 3 }
  const records = await recordsOf(database, usual)
  return {
    ...{ database, folder, base },
    entities: records.filter(({ ends }) => !ends),
    statements: records.filter(({ ends }) => ends),
    async write(name, state = usual) {
      const format = exportFormats.find(known => known.name === name)!
      const out = path.join(folder, name)
      await writeFiles({ database, ontology, base }, format, state, { folder: out })
      const [file, ...more] = usualFiles(format)
      return file && more.length === 0 ? path.join(out, `${file}.${format.extension}`) : out
    },
    async close() {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}
