import neo4j, { type Driver, type Plan, type ProfiledPlan } from 'neo4j-driver'
import type { CypherStatement } from '../../src/cypher/statement.ts'
import { toDriver } from '../../src/database/values.ts'

/** What a read never does: scan all there is, multiply rows, or hold them back. */
export const forbidden = /^(AllNodesScan|.*AllRelationshipsScan|CartesianProduct|Eager)@/

/** A driver of the test database, to send statements with `PROFILE`. */
export function openProfiler(): Driver {
  return neo4j.driver(process.env['PACTA_TEST_URI']!, neo4j.auth.basic('neo4j', process.env['PACTA_TEST_PASSWORD']!))
}

/** The operators of the plan that Neo4j chooses for a statement on the data of now, and how much it read. */
export async function profile(
  driver: Driver,
  { text, parameters }: CypherStatement,
): Promise<{ readonly operators: string[]; readonly hits: number }> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ })
  try {
    const { summary } = await session.run(`CYPHER replan=force PROFILE ${text}`, toDriver(parameters) as Record<string, unknown>)
    const plans = flatten(summary.profile as ProfiledPlan)
    return {
      operators: plans.map(({ operatorType }) => operatorType),
      hits: plans.reduce((total, { dbHits }) => total + dbHits, 0),
    }
  } finally {
    await session.close()
  }
}

/** A plan and all below it. */
export function flatten<P extends Plan | ProfiledPlan>(plan: P): P[] {
  return [plan, ...(plan.children as P[]).flatMap(flatten)]
}
