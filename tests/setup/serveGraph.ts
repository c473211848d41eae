import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** The service over the test database, in a process of its own. */
export interface Served {
  readonly url: string
  stop(): Promise<void>
}

/** Starts `pacta serve` over the test database as it is, on a free port. */
export async function serveGraph(environment: Record<string, string> = {}): Promise<Served> {
  const { PATH = '', HOME = '', PACTA_TEST_URI = '', PACTA_TEST_PASSWORD = '' } = process.env
  const env = {
    PATH,
    HOME,
    PORT: '0',
    PACTA_QUERY_TIMEOUT: '60',
    NEO4J_URI: PACTA_TEST_URI,
    NEO4J_PASSWORD: PACTA_TEST_PASSWORD,
    ...environment,
  }
  const main = path.join(import.meta.dirname, '../../dist/cli/main.js')
  const child = spawn(process.execPath, [main, 'serve', '--no-seed'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: string) => {
      said += text
      const address = /Pacta answers at (\S+)\/graphql/.exec(said)?.[1]
      if (address) resolve(address)
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('exit', () => reject(new Error(`The service did not start: ${said}`)))
  })
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
