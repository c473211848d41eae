import type { Database } from '../../src/database/connect.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { emptyDatabase } from './database.ts'
import { seedFolder } from './seedFolder.ts'

/** The seed in the test database, which was emptied for it. */
export async function seedGraph(): Promise<Database> {
  const database = await emptyDatabase()
  await loadSeed(database, readOntology(), { paths: [seedFolder] })
  return database
}
