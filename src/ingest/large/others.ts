import { listOthers } from '../../cypher/write.ts'
import type { Database } from '../../database/connect.ts'
import type { Overrides } from '../keepEdits.ts'
import { Fingerprints } from './fingerprints.ts'
import type { TextStore } from './textStore.ts'

/** The entities of other datasets than the one that is loaded: they can be referred to, but not changed. */
export interface Others {
  has(id: string): boolean
  /** The dataset that holds an entity, unless it is one that was edited since this one gave it. */
  datasetOf(id: string): string | undefined
}

/** Reads which entities other datasets hold; the texts that can be quoted go to `texts`. */
export async function readOthers(database: Database, dataset: string, texts: TextStore, overrides: Overrides): Promise<Others> {
  const ids = new Fingerprints()
  const datasets: string[] = []
  for await (const row of database.stream({ text: listOthers, parameters: { dataset } })) {
    const { id, owner, text } = row as { id: string; owner: string | null; text: string | null }
    let number = datasets.indexOf(owner ?? '')
    if (number < 0) number = datasets.push(owner ?? '') - 1
    ids.add(id, number)
    if (text !== null) texts.put(id, text)
  }
  return {
    has: id => ids.has(id),
    datasetOf: id => (ids.has(id) && !overrides.has(id) ? datasets[ids.value(ids.find(id))] : undefined),
  }
}
