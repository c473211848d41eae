import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PactaClient, PactaError } from '../../clients/typescript/client.ts'
import {
  NeighbourhoodDocument,
  OverdueDocument,
  RelationshipsPageDocument,
  WhoHandlesDocument,
} from '../../clients/typescript/generated.ts'
import { generateClient } from '../../scripts/generateClient.mjs'
import type { Listening } from '../../src/api/http/listen.ts'
import { createApiKey } from '../../src/database/apiKeys.ts'
import { startServer } from '../../src/server.ts'
import { openSeededApi, type SeededApi } from '../setup/seededApi.ts'

let api: SeededApi
let service: Listening
let pacta: PactaClient

beforeAll(async () => {
  api = await openSeededApi()
  const access = { anonymousPerMinute: 0, callerPerMinute: 0, proxies: 0 }
  const usual = { host: '127.0.0.1', port: 0, queryTimeoutSeconds: 30, responseCacheMegabytes: 0, report: () => {} }
  service = await startServer(api.database, { ...usual, access })
  const { text: key } = await createApiKey(api.database, { name: 'Dashboard', scope: 'read' })
  pacta = new PactaClient({ url: service.url, key })
}, 240_000)
afterAll(async () => {
  await service.close()
  await api.close()
})

test('the types of the client are those of the schema and the documents', async () => {
  expect(await readFile('clients/typescript/generated.ts', 'utf8')).toBe(await generateClient())
})

describe('each document is answered, with the types that were made for it', () => {
  test('who handles what', async () => {
    const { whoHandles } = await pacta.ask(WhoHandlesDocument, { institution: 'institution/eurojust', validAt: '2018-06-11' })
    const roles: string[] = whoHandles.edges.map(({ node }) => node.role)
    expect(roles).toContain('CHANNEL')
    expect(whoHandles.edges.map(({ node }) => node.institution.id)).toContain('institution/eurojust')
  })

  test('what is overdue', async () => {
    const { overdue } = await pacta.ask(OverdueDocument, { validAt: '2019-01-01' })
    expect(overdue.edges.length).toBe(overdue.totalCount)
    for (const { node } of overdue.edges) expect(node.deadline! < '2019-01-01').toBe(true)
  })

  test('what lies around a node', async () => {
    const { neighbourhood } = await pacta.ask(NeighbourhoodDocument, { id: 'institution/eurojust', depth: 1 })
    expect(neighbourhood!.nodes.map(({ id }) => id)).toContain('institution/eurojust')
  })

  test('all relationships, page by page, none missing and none twice', async () => {
    const ids: string[] = []
    for (let after: string | null | undefined; ; ) {
      const { relationships } = await pacta.ask(RelationshipsPageDocument, { after, first: 200 })
      ids.push(...relationships.edges.map(({ node }) => node.id))
      if (!relationships.pageInfo.hasNextPage) break
      after = relationships.pageInfo.endCursor
    }
    const { relationships } = await api.data<{ relationships: { totalCount: number } }>('{ relationships { totalCount } }')
    expect(ids.length).toBe(relationships.totalCount)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('a refusal is an error with its code and status', async () => {
  const stranger = new PactaClient({ url: service.url })
  await expect(stranger.ask(OverdueDocument, {})).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  await expect(stranger.ask(OverdueDocument, {})).rejects.toBeInstanceOf(PactaError)
})
