import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

/** With what every connection begins that speaks Bolt. */
const handshake = Buffer.from([0x60, 0x60, 0xb0, 0x17])
/** What waits is written at the latest when it is so long, so that a large batch is on its way while the rest of it is packed. */
const bytesBeforeWriting = 1 << 16

let users = 0

/**
 * Lets messages to Neo4j go out whole, until the function that is given back is called. The driver writes each in pieces of 1400 bytes, with a
 * call of the system for every piece, and Neo4j takes them up one by one; most statements of more than a few fields are longer. Connections
 * that are encrypted, or of another protocol, stay as they are.
 */
export function writeWhole(): () => void {
  if (users++ === 0) subscribe('net.client.socket', onSocket)
  let used = true
  return () => {
    if (used && --users === 0) unsubscribe('net.client.socket', onSocket)
    used = false
  }
}

function onSocket(message: unknown): void {
  const { socket } = message as { socket: Socket }
  // Connecting gives a socket its own `write` back, so this comes after it.
  socket.once('connect', () => joinPieces(socket))
}

/** Holds what is written until whoever writes is done, if the first that is written says that the connection speaks Bolt. */
function joinPieces(socket: Socket): void {
  const { write } = socket
  const pass = (given: unknown[]): boolean => write.apply(socket, given as Parameters<Socket['write']>)
  const writeJoined = (...given: unknown[]): boolean => {
    if (socket.writableCorked === 0) {
      socket.cork()
      queueMicrotask(() => socket.uncork())
    }
    const taken = pass(given)
    if (socket.writableLength > bytesBeforeWriting) {
      socket.uncork()
      socket.cork()
    }
    return taken
  }
  const writeFirst = (...given: unknown[]): boolean => {
    const [first] = given
    const isBolt = first instanceof Uint8Array && handshake.equals(first.subarray(0, handshake.length))
    socket.write = (isBolt ? writeJoined : write) as Socket['write']
    return pass(given)
  }
  socket.write = writeFirst as Socket['write']
}
