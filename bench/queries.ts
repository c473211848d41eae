import type { Domain } from './domain.ts'
import { o5, o6, o7, o8, o9, o10 } from './queries/others/lists.ts'
import { o1, o2, o3, o4 } from './queries/others/lookups.ts'
import { o11, o12 } from './queries/others/search.ts'
import { q1 } from './queries/q1.ts'
import { q2 } from './queries/q2.ts'
import { q3 } from './queries/q3.ts'
import { q4 } from './queries/q4.ts'
import { q5 } from './queries/q5.ts'
import { q6 } from './queries/q6.ts'
import { q7 } from './queries/q7.ts'
import type { BenchQuery, Parameters } from './queries/query.ts'
import { Random } from './random.ts'

/** The questions of the benchmark. */
export const suite: readonly BenchQuery[] = [q1, q2, q3, q4, q5, q6, q7]

/** Others of the same kinds, which are asked when they are named: none of them was looked at while the suite was made fast. */
export const others: readonly BenchQuery[] = [o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, o11, o12]

/** All that may be asked. */
export const queries: readonly BenchQuery[] = [...suite, ...others]

/** The parameter sets of a query, the same in every run. */
export function drawParameters(query: BenchQuery, domain: Domain, count: number): Parameters[] {
  const number = Number(query.name.slice(1)) + (suite.includes(query) ? 0 : 100)
  const random = new Random(domain.size, number, 4711)
  return Array.from({ length: count }, () => query.draw(domain, random))
}
