import { createHash } from 'node:crypto'
import { type ClientRequest, get, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { tableFiles } from '../../src/export/formats/tables.ts'
import { writeTable } from '../../src/export/readTable.ts'
import { Measures, Measuring } from '../../src/export/serve/measures.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { emptyDatabase } from '../setup/database.ts'
import { institution, partOf, writeRevision } from '../setup/randomHistory.ts'

// A graph of a few megabytes, so that files come in many pieces.
const ontology = readOntology()
const many = 1200
const names = ['nodes', 'statements'].flatMap(table => ['ndjson', 'csv', 'parquet'].map(format => `${table}.${format}`))
let database: Database
let server: Listening

const serve = (): Promise<Listening> =>
  startServer(database, {
    ...{ host: '127.0.0.1', port: 0, queryTimeoutSeconds: 60, responseCacheMegabytes: 0, report: () => {} },
  })

beforeAll(async () => {
  database = await emptyDatabase()
  const nodesAdded = Array.from({ length: many }, (_, index) => institution(index, words(index)))
  const statementsAdded = nodesAdded.slice(1).map(({ id }, index) => partOf(id, nodesAdded[index]!.id, { note: words(index) }))
  await writeRevision(database, ontology, { nodesAdded, statementsAdded })
  server = await serve()
}, 240_000)
afterAll(async () => {
  await server.close()
  await database.close()
})

/** A long text that is like no other. */
function words(number: number): string {
  return Array.from({ length: 50 }, (_, index) => createHash('sha1').update(`${number} ${index}`).digest('hex')).join(' ')
}

interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
}

/** Asks, and cuts the connection once so many bytes have come. */
function ask(path: string, headers: Record<string, string> = {}, most = Number.POSITIVE_INFINITY, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = get(`${server.url}/export/${path}`, { headers, method }, response => {
      const parts: Buffer[] = []
      let size = 0
      const done = () => resolve({ status: response.statusCode!, headers: response.headers, bytes: Buffer.concat(parts) })
      response.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size >= most) request.destroy()
      })
      response.on('close', done)
    })
    request.on('error', error => (request.destroyed ? undefined : reject(error)))
  })
}

test.each(names)('%s is the same after three cuts, one of them by a process that knew nothing of it', async name => {
  const whole = await ask(name)
  expect(whole.headers['accept-ranges']).toBe('bytes')
  const parts: Buffer[] = []
  let etag = ''
  for (let cuts = 0; ; cuts++) {
    const have = Buffer.concat(parts).length
    const headers: Record<string, string> = have === 0 ? {} : { range: `bytes=${have}-`, 'if-range': etag }
    const got = await ask(name, headers, cuts < 3 ? whole.bytes.length / 5 : undefined)
    expect(got.status).toBe(have === 0 ? 200 : 206)
    if (have > 0) expect(got.headers['content-range']).toBe(`bytes ${have}-${whole.bytes.length - 1}/${whole.bytes.length}`)
    if (have === 0) etag = got.headers.etag!
    expect(got.headers.etag).toBe(etag)
    parts.push(got.bytes)
    if (cuts === 3) break
    expect(Buffer.concat(parts).length).toBeLessThan(whole.bytes.length)
    if (cuts === 0) {
      await server.close()
      server = await serve()
    }
  }
  expect(Buffer.concat(parts).equals(whole.bytes)).toBe(true)
  const { files } = JSON.parse((await ask(`manifest.json?files=${name}`)).bytes.toString())
  expect(files[name]).toEqual({
    records: name.startsWith('nodes') ? many : many - 1,
    bytes: whole.bytes.length,
    sha256: createHash('sha256').update(whole.bytes).digest('hex'),
  })
})

test.each(['nodes.ndjson', 'nodes.csv'])('What was sent of %s before a cut is not read again to measure the rest', async name => {
  let reads = 0
  const counted = new Proxy(database, {
    get: (target, key) => {
      if (key === 'readSettled') reads++
      const value = Reflect.get(target, key) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const source = { database: counted, ontology, base: '' }
  const file = tableFiles.find(known => known.name === name)!
  const [state, measured] = [{ revision: 1 }, { file, tag: name }]
  const [whole] = await new Measures().of([measured], source, state)
  const all = reads
  const [half, measures] = [new Measuring(), new Measures()]
  for await (const piece of writeTable(source, file, state)) {
    half.add(piece)
    if (half.bytes > whole!.bytes / 2) break
  }
  measures.keepBegun(name, half)
  reads = 0
  expect(await measures.of([measured], source, state)).toEqual([whole])
  expect(reads).toBeLessThan(all)
})

test.each([
  ['bytes=0-0', 206],
  ['bytes=1000000-1000009', 206],
  ['bytes=-10', 206],
  ['bytes=5-', 206],
  ['bytes=99999999-', 416],
  ['bytes=9-5', 200],
  ['bytes=0-1,5-6', 200],
  ['lines=0-5', 200],
])('The range %s gives %i', async (range, status) => {
  const whole = (await ask('nodes.csv')).bytes
  const got = await ask('nodes.csv', { range, 'accept-encoding': 'gzip' })
  expect(got.status).toBe(status)
  if (status === 416) expect(got.headers['content-range']).toBe(`bytes */${whole.length}`)
  if (status !== 206) return
  const [, first, last] = /^bytes (\d+)-(\d+)\//.exec(got.headers['content-range']!)!
  expect(got.bytes.equals(whole.subarray(Number(first), Number(last) + 1))).toBe(true)
  expect(got.headers['content-encoding']).toBeUndefined()
})

test('Once a file was sent whole, its length and digest come before it, and a reader who has it is told so', async () => {
  const { bytes, headers } = await ask('nodes.csv')
  const head = await ask('nodes.csv', {}, undefined, 'HEAD')
  expect(head.headers).toMatchObject({
    'content-length': String(bytes.length),
    'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
  })
  expect(head.bytes.length).toBe(0)
  expect((await ask('nodes.csv', { 'if-none-match': headers.etag! })).status).toBe(304)
  expect((await ask('nodes.csv', {}, undefined, 'POST')).status).toBe(405)
})

test('A part of a revision that is no longer the last is given for what it was; else the whole of the new one', async () => {
  const before = await ask('nodes.ndjson')
  await writeRevision(database, ontology, { nodesAdded: [institution(many, 'One more')] })
  const condition = { range: 'bytes=1000-', 'if-range': before.headers.etag! }
  const pinned = await ask('nodes.ndjson?revision=1', condition)
  expect([pinned.status, pinned.bytes.equals(before.bytes.subarray(1000))]).toEqual([206, true])
  const changed = await ask('nodes.ndjson', condition)
  expect(changed.status).toBe(200)
  expect(changed.bytes.length).toBeGreaterThan(before.bytes.length)
  expect(changed.headers.etag).not.toBe(before.headers.etag)
})
