import { readFile } from 'node:fs/promises'
import { readConfig } from '../config.ts'
import { checkCopy } from '../export/checkCopy.ts'
import { type CopiedChange, DurableCopy } from '../follow/durableCopy.ts'
import { followEvents, RefusedError } from '../follow/followEvents.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command } from './command.ts'
import { openConfigured } from './openConfigured.ts'
import { untilTold } from './untilTold.ts'

const usualFile = 'pacta-copy.ndjson'

/** `pacta follow`: keeps a copy of the graph by following its changes, or compares one with the graph. */
export const follow: Command = {
  summary: 'Keep a copy of the graph by following the changes of a service; or, with --check, compare it with the graph.',
  operands: '[url]',
  options: {
    out: { type: 'string', help: `The file of the copy, ${usualFile} by default; it goes on where it stopped.` },
    after: { type: 'string', help: 'Where a new copy begins: a cursor or the number of a revision; 0 by default.' },
    'key-file': { type: 'string', help: 'A file with the key to read with.' },
    check: { type: 'boolean', help: 'Compare the copy with the graph of this configuration, record by record.' },
  },
  async run(values, [url, ...rest]) {
    const file = String(values['out'] ?? usualFile)
    if (rest.length > 0 || (url === undefined) !== (values['check'] === true)) {
      console.error('`pacta follow` takes the address of a service, such as http://127.0.0.1:4000, or --check.')
      return 2
    }
    if (url === undefined) return check(file)
    const keyFile = values['key-file']
    const key = keyFile === undefined ? undefined : (await readFile(String(keyFile), 'utf8')).trim()
    return keep(url, key, await DurableCopy.open(file, String(values['after'] ?? '0')))
  },
}

async function keep(url: string, key: string | undefined, copy: DurableCopy): Promise<number> {
  const stop = new AbortController()
  void untilTold().then(() => stop.abort())
  console.error(`Following ${url} after ${copy.cursor}.`)
  try {
    const onTrouble = (reason: string) => console.error(`${reason} Connecting again.`)
    for await (const { id, data } of followEvents({ url, key, onTrouble }, copy.cursor, stop.signal)) {
      if (data !== undefined) await copy.apply(JSON.parse(data) as CopiedChange)
      else if (id !== undefined) copy.moveTo(id)
    }
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    console.error(error.message)
    return 1
  } finally {
    await copy.close()
    console.error(`The copy holds ${copy.records.size} records, after ${copy.cursor}.`)
  }
}

async function check(file: string): Promise<number> {
  const copy = await DurableCopy.open(file)
  await copy.close()
  const opened = await openConfigured(readConfig(process.env), step => console.error(step))
  try {
    const { differences, entities, statements } = await checkCopy(opened.database, readOntology(), copy.cursor, copy.records)
    for (const difference of differences) console.error(difference)
    if (differences.length > 0) return 1
    console.log(`The copy after ${copy.cursor} is the graph: ${entities} entities, ${statements} statements.`)
    return 0
  } finally {
    await opened.close()
  }
}
