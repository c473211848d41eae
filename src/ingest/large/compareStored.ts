import { findDependants, listEntities, listHolders, listStatements } from '../../cypher/write.ts'
import type { Database } from '../../database/connect.ts'
import type { StoredEntity, StoredStatement } from '../../database/recordDifference.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { uniqueProperties } from '../../schema/uniqueProperties.ts'
import type { Place } from '../problem.ts'
import type { Problems } from './problems.ts'
import type { Stage } from './stage.ts'
import { type Survey, uniqueKey } from './survey.ts'

/** Half of a hash as a number, which a double holds exactly. */
const digitsOfHash = 13
const idsAtOnce = 5000

/** A hash, as far as it is compared. */
export function shortHash(hash: string): number {
  return Number.parseInt(hash.slice(0, digitsOfHash), 16)
}

/**
 * Notes what a dataset holds already: the hash and the revision of what the files hold too go into the tables of the survey,
 * in place of the lines where it stands; what they no longer hold is staged to be removed.
 */
export async function compareStored(
  database: Database,
  ontology: Ontology,
  found: Survey,
  { dataset, stage, problems, place }: { dataset: string; stage: Stage; problems: Problems; place: Place },
): Promise<void> {
  await checkHolders()
  found.entities.forget()
  found.statements.forget()
  let removed: string[] = []
  for await (const row of database.stream({ text: listEntities, parameters: { dataset } })) {
    const { id, type, hash, revision } = row as unknown as StoredEntity & { hash: string; revision: number }
    const slot = found.entities.find(id)
    if (slot >= 0 && found.entities.isExact(slot, id)) found.entities.change(slot, shortHash(hash), revision)
    else {
      stage.remove('entitiesRemoved', { id, type })
      removed.push(id)
      if (removed.length === idsAtOnce) await checkDependants()
    }
  }
  await checkDependants()
  for await (const row of database.stream({ text: listStatements(ontology), parameters: { dataset } })) {
    const { hash, revision, ...stored } = row as unknown as StoredStatement & { hash: string; revision: number }
    const slot = found.statements.find(stored.key)
    if (slot >= 0) found.statements.change(slot, shortHash(hash), revision)
    else stage.remove('statementsRemoved', stored)
  }

  async function checkDependants(): Promise<void> {
    if (removed.length === 0) return
    const rows = await database.read({ text: findDependants(ontology), parameters: { ids: removed, dataset } }, 600)
    for (const { id, dataset: other, statements } of rows)
      problems.report(place, `${id} is left out, but statements of the dataset ${other} have it as an end: ${statements}.`)
    removed = []
  }

  async function checkHolders(): Promise<void> {
    for (const type of ontology.nodeTypes.values())
      for (const { name } of uniqueProperties(type))
        for await (const row of database.stream({ text: listHolders(type, name), parameters: {} })) {
          const { id, value, dataset: holder } = row as { id: string; value: string; dataset: string }
          const slot = found.uniqueValues.find(uniqueKey(type.name, name, value))
          if (slot < 0) continue
          if (holder !== dataset) problems.report(place, `\`${name}\` ${value} is that of ${id} in the dataset ${holder}.`)
          else if (found.entities.value(found.entities.find(id)) !== found.uniqueValues.note(slot))
            problems.report(place, `\`${name}\` ${value} is that of ${id} so far: give it to another in a load of its own first.`)
        }
  }
}
