import type { Database } from '../../database/connect.ts'
import type { Handler } from './listen.ts'

/** Says that the process runs. */
export const live: Handler = async (_request, response) => {
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end('{"status":"live"}')
}

/** Says whether questions can be answered now: it asks the database one. */
export function ready(database: Database): Handler {
  return async (_request, response) => {
    const answered = await database.read({ text: 'RETURN 1 AS one', parameters: {} }, 5).then(
      () => true,
      () => false,
    )
    response.statusCode = answered ? 200 : 503
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.end(JSON.stringify({ status: answered ? 'ready' : 'the database does not answer' }))
  }
}
