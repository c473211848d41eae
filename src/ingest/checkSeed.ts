import type { Ontology } from '../schema/ontology.ts'
import { checkClaims } from './checkClaims.ts'
import { checkIds } from './checkIds.ts'
import { checkPassages } from './checkPassages.ts'
import { checkReferences, referencesOf } from './checkReferences.ts'
import { checkReports } from './checkReports.ts'
import { checkWords } from './checkWords.ts'
import { type FindKnown, joinKnown } from './known.ts'
import type { Problem, Report } from './problem.ts'
import type { Seed } from './seed.ts'

/** All that is wrong with a seed, when it may also refer to the entities that `findKnown` finds. */
export async function checkSeed(ontology: Ontology, seed: Seed, findKnown: FindKnown): Promise<Problem[]> {
  const problems = [...seed.problems]
  const report: Report = (at, message) => void problems.push({ at, message })
  const own = new Set(seed.records.map(({ id }) => id))
  const outside = [...new Set(referencesOf(seed))].filter(id => !own.has(id))
  const known = joinKnown(ontology, seed, outside.length ? await findKnown(outside) : new Map())
  for (const check of [checkReferences, checkPassages, checkWords, checkClaims]) check(seed, known, report)
  for (const check of [checkIds, checkReports]) check(seed, report)
  return problems
}
