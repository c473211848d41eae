import { createServer, connect as dial, type Server, type Socket } from 'node:net'

/** A way to Neo4j that can be cut, and mended again on the same port. */
export interface Relay {
  readonly uri: string
  cut(): void
  mend(): Promise<void>
}

/** Passes all bytes on to the server at this address. */
export async function relay(uri: string): Promise<Relay> {
  const { hostname, port } = new URL(uri)
  const sockets = new Set<Socket>()
  let server: Server | undefined
  const listen = async (own: number): Promise<number> => {
    const opened = createServer(near => {
      const far = dial(Number(port), hostname)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => sockets.delete(socket))
      }
      near.pipe(far).pipe(near)
    })
    server = opened
    await new Promise<void>(resolve => opened.listen(own, '127.0.0.1', resolve))
    return (opened.address() as { port: number }).port
  }
  const own = await listen(0)
  return {
    uri: `bolt://127.0.0.1:${own}`,
    cut: () => {
      server?.close()
      for (const socket of sockets) socket.destroy()
    },
    mend: async () => {
      await listen(own)
    },
  }
}
