import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import net, { type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../src/database/connect.ts'
import { connectToTestDatabase } from '../setup/database.ts'

const sockets: Socket[] = []
const note = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket)
let database: Database

beforeAll(async () => {
  subscribe('net.client.socket', note)
  database = await connectToTestDatabase()
})
afterAll(async () => {
  await database?.close()
  unsubscribe('net.client.socket', note)
})

/** How many calls of the system write what `work` sends. */
async function countWrites(socket: Socket, work: () => Promise<unknown>): Promise<number> {
  const { _write, _writev } = socket
  let count = 0
  socket._write = (...given) => {
    count++
    _write.apply(socket, given)
  }
  socket._writev = (...given) => {
    count++
    _writev!.apply(socket, given)
  }
  await work()
  Object.assign(socket, { _write, _writev })
  return count
}

describe('messages to Neo4j', () => {
  test.each([
    { characters: 100, most: 1 },
    { characters: 3_000, most: 1 },
    { characters: 20_000, most: 1 },
    // What is very long is on its way before all of it is packed.
    { characters: 600_000, most: 12 },
  ])('of $characters characters are written by at most $most calls', async ({ characters, most }) => {
    const text = 'é'.repeat(characters / 2)
    const read = () => database.readValues({ text: 'RETURN $text AS text', parameters: { text } })
    await read()
    const count = await countWrites(sockets[0]!, async () => expect(await read()).toEqual([text]))
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(most)
  })

  test('leave connections of another protocol alone', async () => {
    const server = net.createServer(socket => socket.resume().once('end', () => socket.end())).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const socket = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1')
    await once(socket, 'connect')
    const writes = await countWrites(socket, async () => {
      for (const piece of ['GET / ', 'HTTP/1.1\r\n', '\r\n']) socket.write(piece)
      expect(socket.write).toBe(net.Socket.prototype.write)
      socket.end()
      await once(socket, 'close')
    })
    expect(writes).toBe(3)
    server.close()
  })
})
