import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { restore as restoreArchive } from '../database/backup/restore.ts'
import { migrate } from '../database/migrate.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command } from './command.ts'
import { openConfigured } from './openConfigured.ts'

/** `pacta restore`: writes what a backup holds into an empty database. */
export const restore: Command = {
  summary: 'Write what a backup holds into an empty database: all of it, or nothing.',
  operands: 'FILE',
  options: {},
  async run(_values, [file, ...rest]) {
    if (file === undefined || rest.length > 0) {
      console.error('`pacta restore` takes one file.')
      return 2
    }
    const opened = await openConfigured(readConfig(process.env), step => console.error(step))
    try {
      const { nodes, relationships, contentHash } = await restoreArchive(opened.address, resolve(file))
      await migrate(opened.database, readOntology())
      console.log(`Restored ${nodes} nodes, ${relationships} relationships, content ${contentHash}`)
      return 0
    } finally {
      await opened.close()
    }
  },
}
