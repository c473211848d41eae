import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/database/connect.ts'
import { connectToTestDatabase } from '../setup/database.ts'

// What a statement could do that should never be run: the walls behind the service, in the embedded Neo4j as it is started.
let database: Database
let neighbour: Server
let asked = 0

beforeAll(async () => {
  database = await connectToTestDatabase()
  neighbour = createServer((_request, response) => {
    asked++
    response.end('secret')
  })
  await new Promise<void>(resolve => neighbour.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  neighbour.close()
  await database.close()
})

describe('no statement reaches the files or the network of the machine', () => {
  test.each<[string, () => string]>([
    ['a file', () => 'file:///etc/passwd'],
    ['a service of this machine', () => `http://127.0.0.1:${(neighbour.address() as AddressInfo).port}/`],
    ['a service of this machine by its name', () => `http://localhost:${(neighbour.address() as AddressInfo).port}/`],
  ])('%s', async (_name, url) => {
    const load = { text: 'LOAD CSV FROM $url AS row RETURN row', parameters: { url: url() } }
    await expect(database.read(load)).rejects.toMatchObject({ failure: expect.stringMatching(/fault|unavailable/) })
    expect(asked).toBe(0)
  })
})

describe('a read writes nothing, whatever its text', () => {
  test.each([
    'CREATE (n:Planted) RETURN n',
    "MERGE (n:Planted { id: 'a' }) RETURN n",
    'CALL () { CREATE (n:Planted) } RETURN 1 AS one',
    'CREATE INDEX planted FOR (n:Planted) ON (n.id)',
  ])('%s', async text => {
    await expect(database.read({ text, parameters: {} })).rejects.toMatchObject({ failure: 'fault' })
    expect(await database.read({ text: 'MATCH (n:Planted) RETURN count(n) AS times', parameters: {} })).toEqual([{ times: 0 }])
  })
})

test('a client that vanishes without a word is noticed within seconds', async () => {
  const names = [
    'server.bolt.connection_keep_alive',
    'server.bolt.connection_keep_alive_probes',
    'server.bolt.connection_keep_alive_for_requests',
  ]
  const rows = await database.administer({
    text: 'SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value ORDER BY name',
    parameters: { names },
  })
  expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual({
    [names[0]!]: '2s',
    [names[2]!]: 'ALL',
    [names[1]!]: '2',
  })
})
