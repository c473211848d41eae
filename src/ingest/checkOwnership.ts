import { findDependants, findEntities, findHolders } from '../cypher/write.ts'
import type { Run } from '../database/connect.ts'
import type { Difference } from '../database/recordDifference.ts'
import type { Ontology } from '../schema/ontology.ts'
import { uniqueProperties } from '../schema/uniqueProperties.ts'
import type { Place, Problem } from './problem.ts'
import type { Seed } from './seed.ts'

/** What is wrong between a seed and the other datasets of the graph: ids and unique values of theirs, and what they point to. */
export async function checkOwnership(
  run: Run,
  ontology: Ontology,
  seed: Seed,
  removed: Difference['nodesRemoved'],
  { dataset, place }: { dataset: string; place: Place },
): Promise<Problem[]> {
  const owners = await run({ text: findEntities, parameters: { ids: seed.records.map(({ id }) => id) } })
  const ownerOf = new Map(owners.map(({ id, dataset: owner }) => [id, owner]))
  const foreign = seed.records
    .filter(({ id }) => (ownerOf.get(id) ?? dataset) !== dataset)
    .map(({ id, at }) => ({ at, message: `${id} belongs to the dataset ${ownerOf.get(id)}: change it there.` }))
  const ids = removed.map(({ id }) => id)
  const dependants = ids.length ? await run({ text: findDependants(ontology), parameters: { ids, dataset } }) : []
  const needed = dependants.map(({ id, dataset: other, statements }) => {
    const many = statements === 1 ? '1 statement of the dataset' : `${statements} statements of the dataset`
    return { at: place, message: `${id} is left out, but ${many} ${other} have it as an end.` }
  })
  return [...foreign, ...needed, ...(await findTaken())]

  async function findTaken(): Promise<Problem[]> {
    const problems: Problem[] = []
    for (const type of ontology.nodeTypes.values())
      for (const { name } of uniqueProperties(type)) {
        const given = seed.records.filter(record => record.type === type).flatMap(({ properties }) => properties.get(name) ?? [])
        const values = given.map(({ value }) => value)
        const holders = values.length ? await run({ text: findHolders(type, name), parameters: { values, dataset } }) : []
        for (const { id, value, dataset: other } of holders) {
          const at = given.find(placed => placed.value === value)?.at ?? place
          problems.push({ at, message: `\`${name}\` ${value} is that of ${id} in the dataset ${other}.` })
        }
      }
    return problems
  }
}
