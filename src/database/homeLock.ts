import { createHash } from 'node:crypto'
import { realpath, unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartError } from './startError.ts'

/** Another process keeps this home. */
export class HomeInUseError extends StartError {}

/** Keeps a home for this process alone; gives the function that lets it go. The system itself lets it go when the process dies. */
export async function lockHome(home: string): Promise<() => Promise<void>> {
  const path = lockPath(await realpath(home))
  const server = await listenOn(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || (await answers(path))) throw refusal(home)
    // Only where sockets are files can one outlive its process.
    await unlink(path)
    return listenOn(path).catch(() => {
      throw refusal(home)
    })
  })
  server.unref()
  return () => new Promise(resolve => server.close(() => resolve()))
}

function refusal(home: string): HomeInUseError {
  return new HomeInUseError(`Another Pacta is using ${home}; stop it first, or set PACTA_HOME to another folder.`)
}

/** Linux and Windows have names for sockets that no file holds; elsewhere it is a file among the temporary ones. */
function lockPath(home: string): string {
  const name = `pacta-${createHash('sha256').update(home).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}

function listenOn(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.end())
    server.once('error', reject)
    server.listen(path, () => resolve(server))
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
