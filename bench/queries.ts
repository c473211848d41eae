import type { Domain } from './domain.ts'
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
export const queries: readonly BenchQuery[] = [q1, q2, q3, q4, q5, q6, q7]

/** The parameter sets of a query, the same in every run. */
export function drawParameters(query: BenchQuery, domain: Domain, count: number): Parameters[] {
  const random = new Random(domain.size, Number(query.name.slice(1)), 4711)
  return Array.from({ length: count }, () => query.draw(domain, random))
}
