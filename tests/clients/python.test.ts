import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Listening } from '../../src/api/http/listen.ts'
import { createApiKey } from '../../src/database/apiKeys.ts'
import { startServer } from '../../src/server.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

// The example needs Python with the packages of clients/python/requirements.txt; PACTA_TEST_PYTHON names one that has them.
const python = process.env['PACTA_TEST_PYTHON'] ?? 'python3'
const isThere = spawnSync(python, ['-c', 'import gql, pandas, requests']).status === 0
const withPython = isThere ? test : test.skip

let api: SeededApi
let service: Listening

beforeAll(async () => {
  if (!isThere) return
  api = await openSeededApi()
  const access = { anonymousPerMinute: 0, callerPerMinute: 0, proxies: 0 }
  const usual = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 30, responseCacheMegabytes: 0, report: () => {} }
  service = await startServer(api.database, { ...usual, access })
}, 240_000)
afterAll(async () => {
  await service?.close()
  await api?.close()
})

withPython(
  'the Python example reads all relationships into a table, with a key',
  async () => {
    const { text } = await createApiKey(api.database, { name: 'Notebook', scope: 'read' })
    const env = { ...process.env, PACTA_URL: service.url, PACTA_KEY: text }
    const { stdout } = await promisify(execFile)(python, ['clients/python/relationships.py'], { env, maxBuffer: 1e8 })
    const [head, ...rows] = stdout.trimEnd().split('\n')
    expect(head!.split(',')).toEqual(expect.arrayContaining(['id', 'type', 'from.id', 'to.id', 'basis', 'source']))
    const { relationships } = await api.data<{ relationships: { totalCount: number } }>('{ relationships { totalCount } }')
    expect(rows.filter(row => row.startsWith('statement/')).length).toBe(relationships.totalCount)
  },
  120_000,
)

withPython(
  'without a key it fails, and says why',
  async () => {
    const env = { ...process.env, PACTA_URL: service.url, PACTA_KEY: '' }
    const failed = promisify(execFile)(python, ['clients/python/relationships.py'], { env })
    await expect(failed).rejects.toMatchObject({ stderr: expect.stringMatching(/UNAUTHENTICATED/) })
  },
  120_000,
)
