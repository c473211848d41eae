import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { backUp } from '../database/backup/backUp.ts'
import type { Command } from './command.ts'
import { openConfigured } from './openConfigured.ts'

/** `pacta backup`: writes all that the database holds into a file. */
export const backup: Command = {
  summary: 'Write all that the database holds, with its past and its keys, into a new file.',
  operands: 'FILE',
  options: {},
  async run(_values, [file, ...rest]) {
    if (file === undefined || rest.length > 0) {
      console.error('`pacta backup` takes one file.')
      return 2
    }
    const opened = await openConfigured(readConfig(process.env), step => console.error(step))
    try {
      const { nodes, relationships, contentHash } = await backUp(opened.address, resolve(file))
      console.log(`${file}: ${nodes} nodes, ${relationships} relationships, content ${contentHash}`)
      return 0
    } finally {
      await opened.close()
    }
  },
}
