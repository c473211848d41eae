import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, utimes } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { embeddedEnvironment } from '../setup/embeddedEnvironment.ts'

// The service as a user runs it: processes of their own, killed and started again on one home, in this order.
const root = path.join(import.meta.dirname, '../..')
const running = new Set<ChildProcess>()
const made: string[] = []

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM')
  while (running.size > 0) await sleep(100)
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

describe('a service on a home of its own', () => {
  let home: string
  let service: Service

  beforeAll(async () => {
    home = await makeFolder()
    service = serve({ PACTA_HOME: home })
    await service.url()
  }, 120_000)

  test('loads the seed as revision 1 and says where it answers', async () => {
    expect(service.errors()).toMatch(/^Revision 1: entities [1-9]\d* added, 0 changed, 0 removed;/m)
    expect(service.output()).toMatch(
      /^Pacta answers at http:\/\/127\.0\.0\.1:\d+\/graphql \(Neo4j at bolt:\/\/127\.0\.0\.1:\d+\)/,
    )
  })

  test('prints a query that answers, as it stands', async () => {
    const [, url, body] = /curl -s (\S+) -H 'content-type: application\/json' \\\n\s+-d '([^']+)'/.exec(service.output())!
    const response = await fetch(url!, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body! })
    const { data, errors } = (await response.json()) as { data: { whoHandles: { edges: { node: object }[] } }; errors?: unknown }
    expect(errors).toBeUndefined()
    expect(data.whoHandles.edges.map(({ node }) => node)).toContainEqual(
      expect.objectContaining({ role: 'CHANNEL', quote: 'via notamment les agences Eurojust, Europol' }),
    )
  })

  test('makes a key for its owner, which only the owner can read and which is taken', async () => {
    const file = path.join(home, 'editor-key')
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600')
    const key = (await readFile(file, 'utf8')).trim()
    expect(service.output()).toContain(file)
    expect(service.output() + service.errors()).not.toContain(key)
    expect(await ask(service, key)).toMatchObject({ status: 200, left: expect.stringMatching(/^"caller";r=\d+/) })
    expect((await ask(service, `${key.slice(0, -3)}AAA`)).status).toBe(401)
  })

  test('lets no second service on its home, which says so in a line', async () => {
    const second = serve({ PACTA_HOME: home })
    expect(await second.ended).toBe(1)
    expect(second.errors()).toMatch(/^Another Pacta is using \S+; stop it first, or set PACTA_HOME to another folder.*\n$/)
    expect(second.output()).toBe('')
    expect((await ask(service)).body).toEqual({ data: { revision: { number: 1 } } })
  })

  test('shares its Neo4j with other commands: a key made beside it is taken, and once revoked no longer', async () => {
    const keys = async (...args: string[]) => {
      const command = run(['dist/cli/main.js', 'keys', ...args], usualEnvironment({ PACTA_HOME: home }), root)
      return { code: await command.ended, output: command.output(), errors: command.errors() }
    }
    const made = await keys('create', '--name', 'Desk', '--scope', 'read', '--expires', '2100-01-01')
    expect(made).toMatchObject({ code: 0, errors: expect.stringMatching(/^Key [0-9a-f]{12} of Desk \(read, until 2100-01-01\)/) })
    const key = made.output.trim()
    const id = key.split('_')[1]!
    expect((await ask(service, key)).status).toBe(200)
    const { output } = await keys('list')
    expect(output).toMatch(new RegExp(`^${id}  read   \\d{4}-\\d\\d-\\d\\d  until 2100-01-01  Desk$`, 'm'))
    expect(output).not.toContain(key.split('_')[2]!)
    expect((await keys('revoke', id)).code).toBe(0)
    expect((await ask(service, key)).status).toBe(401)
    expect((await keys('list')).output).toMatch(new RegExp(`^${id}  read .* revoked \\d{4}-\\d\\d-\\d\\d  Desk$`, 'm'))
    expect((await keys('revoke', 'nothing')).code).toBe(1)
    expect((await keys('create', '--name', 'Desk')).code).toBe(2)
  })

  test('answers 503 while Neo4j is gone, starts it again by itself, and answers as before', async () => {
    const before = pidsOn(home)
    expect(before).toHaveLength(1)
    process.kill(before[0]!, 'SIGKILL')
    // Twice, since the second request finds no connection left.
    for (const _ of [1, 2]) {
      const refused = await ask(service)
      expect(refused.status).toBe(503)
      expect(Number(refused.retryAfter)).toBeGreaterThan(0)
      expect(refused.body).toEqual({
        errors: [
          expect.objectContaining({
            message: 'The database does not answer at the moment; try again.',
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          }),
        ],
        data: null,
      })
    }
    expect((await fetch(`${await service.url()}/health/ready`)).status).toBe(503)
    expect((await fetch(`${await service.url()}/health/live`)).status).toBe(200)

    await until(60, async () => (await fetch(`${await service.url()}/health/ready`)).status === 200)
    expect((await ask(service)).body).toEqual({ data: { revision: { number: 1 } } })
    expect(pidsOn(home)).toHaveLength(1)
    expect(pidsOn(home)).not.toEqual(before)
    expect(service.errors()).toContain('Neo4j has ended by itself; it is started again, and requests are refused until then.\n')
    expect(service.errors()).not.toMatch(/^\s+at /m)
  }, 90_000)

  test('starts again after kill -9 with all that it had, and loads nothing twice', async () => {
    const key = await readFile(path.join(home, 'editor-key'), 'utf8')
    service.child.kill('SIGKILL')
    await service.ended
    service = serve({ PACTA_HOME: home })
    expect((await ask(service, key.trim())).status).toBe(200)
    expect(await readFile(path.join(home, 'editor-key'), 'utf8')).toBe(key)
    expect((await ask(service)).body).toEqual({ data: { revision: { number: 1 } } })
    expect(service.errors()).toContain('Nothing changed; the graph is at revision 1.\n')
    expect(pidsOn(home)).toHaveLength(1)
  }, 120_000)

  test('ends with code 0 when it is told to stop, and Neo4j with it', async () => {
    service.child.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    expect(pidsOn(home)).toEqual([])
  })

  test('says in a line that its port is taken, and leaves no Neo4j behind', async () => {
    const { server, port } = await listenSomewhere()
    service = serve({ PACTA_HOME: home, PORT: String(port) })
    expect(await service.ended).toBe(1)
    server.close()
    expect(service.errors().trimEnd().split('\n').at(-1)).toBe(
      `Port ${port} of 127.0.0.1 is taken; stop what listens there, or set PORT to another one.`,
    )
    expect(service.errors()).not.toMatch(/^\s+at /m)
    expect(service.output()).toBe('')
    expect(pidsOn(home)).toEqual([])
  }, 120_000)
})

describe('a service that cannot start says why in one line and ends with code 1', () => {
  const server = process.env['PACTA_TEST_URI']!

  test.each<[string, Record<string, string>, string]>([
    [
      'a wrong password',
      { NEO4J_URI: server, NEO4J_PASSWORD: 'wrong' },
      `Neo4j at ${server} refuses user "neo4j" with this password; set NEO4J_USERNAME and NEO4J_PASSWORD to its own.`,
    ],
    [
      'a server that is not there',
      { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'secret' },
      'No Neo4j answers at bolt://127.0.0.1:1; start it, or set NEO4J_URI to where it is, or unset it to use the embedded one.',
    ],
    [
      'a cluster that is not there',
      { NEO4J_URI: 'neo4j://127.0.0.1:1', NEO4J_PASSWORD: 'secret' },
      'No Neo4j answers at neo4j://127.0.0.1:1; start it, or set NEO4J_URI to where it is, or unset it to use the embedded one.',
    ],
    [
      'a database that the server does not have',
      { NEO4J_URI: server, NEO4J_PASSWORD: process.env['PACTA_TEST_PASSWORD']!, NEO4J_DATABASE: 'none' },
      `No Neo4j with a database "none" answers at ${server}; start it, or set NEO4J_URI to where it is, or unset it to use the embedded one.`,
    ],
    [
      'an address that is a web page',
      { NEO4J_URI: 'http://127.0.0.1:7474', NEO4J_PASSWORD: 'secret' },
      'NEO4J_URI takes an address that begins with bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc://, not "http://127.0.0.1:7474".',
    ],
    ['a port that is none', { PORT: 'web' }, 'PORT takes a whole number from 0 to 65535, not "web".'],
    [
      'a JDK that is not where JAVA_HOME says',
      { JAVA_HOME: '/nowhere' },
      'Java could not be started; install a JDK of version 17 or newer, or set JAVA_HOME to one.',
    ],
    [
      'a home that is a file',
      { PACTA_HOME: path.join(root, 'package.json') },
      `${path.join(root, 'package.json')} cannot be used (EEXIST); set PACTA_HOME to a folder that this user may write to.`,
    ],
  ])('%s', async (_name, environment, message) => {
    const service = serve({ PACTA_HOME: await makeFolder(), ...environment })
    expect(await service.ended).toBe(1)
    const lines = service.errors().trimEnd().split('\n')
    expect(lines.filter(line => line !== 'Starting Neo4j…')).toEqual([message])
    expect(service.output()).toBe('')
  })
})

describe('a checkout on a machine without what it needs names that, and two other ways', () => {
  const otherWays = 'Or set NEO4J_URI to a Neo4j 5 of your own, or run `docker compose up`.'

  test.each([
    ['Java', [], `No JDK was found (javac); install one of version 17 or newer, or set JAVA_HOME. ${otherWays}\n`],
    ['Maven', ['javac'], `Maven (mvn) was not found; install it. ${otherWays}\n`],
  ])('%s', async (_name, programs, message) => {
    const checkout = await makeCheckout()
    const bin = path.join(checkout, 'bin')
    await mkdir(bin)
    await symlink(process.execPath, path.join(bin, 'node'))
    for (const program of programs) await symlink(find(program), path.join(bin, program))
    const start = run(['scripts/start.mjs'], { PATH: bin }, checkout)
    expect(await start.ended).toBe(1)
    expect(start.errors()).toBe(message)
  })
})

interface Service {
  readonly child: ChildProcess
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>
  output(): string
  errors(): string
  /** Where it answers, once it does. */
  url(): Promise<string>
}

/** `pacta serve` on a port of its own choice. */
function serve(environment: Record<string, string>): Service {
  return run(['dist/cli/main.js', 'serve'], usualEnvironment(environment), root)
}

function usualEnvironment(environment: Record<string, string>): Record<string, string> {
  const usual = { ...embeddedEnvironment(), PORT: '0' }
  return { ...usual, ...environment }
}

function run(args: string[], env: Record<string, string>, cwd: string): Service {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const said = { output: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', text => (said.output += text))
  child.stderr.setEncoding('utf8').on('data', text => (said.errors += text))
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  void ended.then(() => running.delete(child))
  const address = () => /Pacta answers at (\S+)\/graphql/.exec(said.output)?.[1]
  const url = async () => {
    await until(110, async () => address() !== undefined || child.exitCode !== null)
    const found = address()
    if (!found) throw new Error(`The service did not start: ${said.errors}`)
    return found
  }
  return { child, ended, output: () => said.output, errors: () => said.errors, url }
}

async function ask(service: Service, key?: string) {
  const response = await fetch(`${await service.url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query: '{ revision { number } }' }),
  })
  const { status, headers } = response
  return { status, retryAfter: headers.get('retry-after'), left: headers.get('ratelimit'), body: await response.json() }
}

async function until(seconds: number, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await holds()); await sleep(200))
    if (Date.now() > end) throw new Error(`It did not come true within ${seconds} seconds.`)
}

/** The processes of Neo4j on this home. */
function pidsOn(home: string): number[] {
  const lines = execFileSync('ps', ['-axwwo', 'pid=,command='], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n')
  return lines.filter(line => line.includes('pacta.PactaNeo4j') && line.includes(home)).map(line => Number.parseInt(line, 10))
}

async function listenSomewhere(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as { port: number }).port }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pacta-serve-'))
  made.push(folder)
  return folder
}

/** A checkout whose npm packages are in place and whose jars are not. */
async function makeCheckout(): Promise<string> {
  const checkout = await makeFolder()
  for (const part of ['scripts', 'package.json', 'package-lock.json', 'embedded/pom.xml', 'embedded/src'])
    await cp(path.join(root, part), path.join(checkout, part), { recursive: true })
  await utimes(path.join(checkout, 'package-lock.json'), 0, 0)
  await symlink(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'))
  return checkout
}

function find(program: string): string {
  const { JAVA_HOME } = process.env
  if (JAVA_HOME) return path.join(JAVA_HOME, 'bin', program)
  return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
}
