import { Pool } from 'undici'
import { drive, type Load, obey } from './drive.ts'

/** What the client sends: these bodies in turn, to this address. */
export interface ClientTask {
  readonly url: string
  readonly bodies: readonly string[]
  readonly load: Load
}

// The load comes from a process of its own, so that neither the runner nor a contender pays for it.
const pools = new Map<string, Pool>()
const headers = { 'content-type': 'application/json' }

obey<ClientTask>(({ url, bodies, load }) => {
  const { origin, pathname } = new URL(url)
  const pool = poolOf(origin, load.connections)
  return drive(load, async turn => {
    const { statusCode, body } = await pool.request({
      path: pathname,
      method: 'POST',
      headers,
      body: bodies[turn % bodies.length]!,
    })
    const answer = Buffer.from(await body.arrayBuffer())
    // GraphQL says errors with status 200; their place at the start spares reading all of the answer.
    if (statusCode !== 200 || answer.subarray(0, 20).includes('"errors"')) throw new Error(answer.toString().slice(0, 500))
  })
})

function poolOf(origin: string, connections: number): Pool {
  const key = `${connections} ${origin}`
  const pool = pools.get(key) ?? new Pool(origin, { connections, pipelining: 1, bodyTimeout: 60_000, headersTimeout: 60_000 })
  pools.set(key, pool)
  return pool
}
