import neo4j, { type Session, type SessionMode } from 'neo4j-driver'
import type { Address } from '../connect.ts'

/** Works in a session in which whole numbers stay apart from others, so that every value keeps its type. */
export async function withRawSession<T>(
  { uri, username, password, database }: Address,
  mode: SessionMode,
  fetchSize: number,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { telemetryDisabled: true, userAgent: 'pacta' })
  const session = driver.session({ defaultAccessMode: mode, fetchSize, ...(database && { database }) })
  try {
    return await work(session)
  } finally {
    await session.close()
    await driver.close()
  }
}
