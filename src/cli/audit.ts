import { readConfig } from '../config.ts'
import { type RevisionRecord, readRevisions } from '../database/listRevisions.ts'
import type { Command } from './command.ts'
import { openConfigured } from './openConfigured.ts'

/** `pacta audit`: lists who wrote what, revision by revision. */
export const audit: Command = {
  summary: 'List the writes of the graph: who made each, when, why, and how much it changed.',
  operands: '',
  options: {
    after: { type: 'string', help: 'Only revisions after the one of this number.' },
    json: { type: 'boolean', help: 'One JSON object a line.' },
  },
  async run(values) {
    const after = (values['after'] as string | undefined) ?? '0'
    if (!/^\d{1,15}$/.test(after)) {
      console.error(`--after takes the number of a revision, not "${after}".`)
      return 2
    }
    const opened = await openConfigured(readConfig(process.env), step => console.error(step))
    try {
      for await (const revision of readRevisions(opened.database, Number(after)))
        console.log(values['json'] ? JSON.stringify(revision) : print(revision))
      return 0
    } finally {
      await opened.close()
    }
  },
}

function print({ number, at, dataset, reason, author, caller, note, counts }: RevisionRecord): string {
  const { nodesAdded, nodesChanged, nodesRemoved, statementsAdded, statementsChanged, statementsRemoved } = counts
  const entities = `entities +${nodesAdded} ~${nodesChanged} -${nodesRemoved}`
  const statements = `statements +${statementsAdded} ~${statementsChanged} -${statementsRemoved}`
  const who = [author, caller && `(${caller})`].filter(Boolean).join(' ')
  return [number, at, dataset, reason, who, entities, statements, note].filter(Boolean).join('  ')
}
