import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { OpenId } from '../../../src/api/access/openId.ts'

// A provider of this test: real HTTP, real keys.
const audience = 'https://pacta.example'
let provider: Server
let issuer: string
let broken = false
type Pair = Awaited<ReturnType<typeof generateKeyPair>>
let keys: { signing: Pair; other: Pair; curve: Pair; pss: Pair }

beforeAll(async () => {
  keys = {
    signing: await generateKeyPair('RS256', { extractable: true }),
    other: await generateKeyPair('RS256', { extractable: true }),
    curve: await generateKeyPair('ES256', { extractable: true }),
    pss: await generateKeyPair('PS256', { extractable: true }),
  }
  const published = [
    { ...(await exportJWK(keys.signing.publicKey)), kid: 'signing', alg: 'RS256', use: 'sig' },
    { ...(await exportJWK(keys.curve.publicKey)), kid: 'curve', alg: 'ES256', use: 'sig' },
  ]
  provider = createServer((request, response) => {
    response.statusCode = broken ? 500 : 200
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: published },
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(documents[request.url ?? ''] ?? {}))
  })
  await new Promise<void>(resolve => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
})
afterAll(() => {
  provider.closeAllConnections()
  provider.close()
})

describe('a token of the provider opens the service', () => {
  test.each<[string, JWTPayload, { name: string; scope: string | undefined }]>([
    ['to read', { scope: 'openid pacta:read' }, { name: 'ada', scope: 'read' }],
    ['to write, under its name', { scope: 'pacta:write pacta:read', name: 'Ada L.' }, { name: 'Ada L.', scope: 'write' }],
    ['to administer, by a list', { scope: ['pacta:admin'] }, { name: 'ada', scope: 'admin' }],
    ['for nothing, without a scope of ours', { scope: 'openid profile write' }, { name: 'ada', scope: undefined }],
  ])('%s', async (_name, claims, { name, scope }) => {
    expect(await open().read(await sign(claims))).toEqual({ id: 'user/ada', name, scope })
  })

  test('whichever of its keys signed it', async () => {
    const token = await sign({ scope: 'pacta:read' }, { alg: 'ES256', kid: 'curve', key: keys.curve.privateKey })
    expect(await open().read(token)).toMatchObject({ scope: 'read' })
  })

  test('by another claim, when that is set', async () => {
    const openId = open({ scopeClaim: 'permissions' })
    expect(await openId.read(await sign({ scope: 'pacta:admin', permissions: ['pacta:read'] }))).toMatchObject({ scope: 'read' })
  })
})

describe('a token is refused with 401', () => {
  const unsigned = (header: object, claims: object) =>
    [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const valid = () => ({ iss: issuer, aud: audience, sub: 'ada', scope: 'pacta:admin', exp: Math.floor(Date.now() / 1000) + 60 })

  test.each<[string, () => string | Promise<string>]>([
    ['that is not signed', () => `${unsigned({ alg: 'none' }, valid())}.`],
    ['that is not signed, with the name of a key', () => `${unsigned({ alg: 'none', kid: 'signing' }, valid())}.`],
    [
      'that is signed with the public key as a shared secret',
      async () => {
        const text = unsigned({ alg: 'HS256', kid: 'signing' }, valid())
        const secret = await exportSPKI(keys.signing.publicKey)
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
      },
    ],
    ['that has expired', () => sign({ scope: 'pacta:read' }, { expires: '-1 minute' })],
    ['that never expires', () => sign({ scope: 'pacta:read' }, { expires: undefined })],
    ['that is for another audience', () => sign({ scope: 'pacta:read' }, { audience: 'https://other.example' })],
    ['that is of another issuer', () => sign({ scope: 'pacta:read' }, { issuer: 'https://other.example' })],
    ['whose key the provider does not have', () => sign({}, { kid: 'unknown', key: keys.other.privateKey })],
    ['whose key is named like a path', () => sign({}, { kid: '../../../dev/null', key: keys.other.privateKey })],
    ['that another key signed under the name of the right one', () => sign({}, { key: keys.other.privateKey })],
    ['whose algorithm is not that of its key', () => sign({}, { alg: 'PS256', key: keys.pss.privateKey })],
    [
      'whose claims were changed afterwards',
      async () => {
        const [head, , signature] = (await sign({ scope: 'pacta:read' })).split('.')
        return [head, Buffer.from(JSON.stringify(valid())).toString('base64url'), signature].join('.')
      },
    ],
    ['that is none', () => 'a.b.c'],
  ])('%s', async (_name, make) => {
    await expect(open().read(await make())).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })
})

test('while the provider does not answer, nobody is refused for good: 503, and afterwards the token is taken', async () => {
  const openId = open()
  const token = await sign({ scope: 'pacta:read' })
  broken = true
  await expect(openId.read(token)).rejects.toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' })
  broken = false
  expect(await openId.read(token)).toMatchObject({ scope: 'read' })
})

function open({ scopeClaim = 'scope' } = {}): OpenId {
  return new OpenId({ issuer, audience, scopeClaim })
}

interface Signing {
  alg?: string
  kid?: string
  key?: Pair['privateKey']
  issuer?: string
  audience?: string
  expires?: string | undefined
}

function sign(claims: JWTPayload, given: Signing = {}): Promise<string> {
  const options = { alg: 'RS256', kid: 'signing', key: keys.signing.privateKey, issuer, audience, expires: '1 minute', ...given }
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: options.alg, kid: options.kid })
    .setIssuer(options.issuer)
    .setAudience(options.audience)
    .setSubject('ada')
  if (options.expires !== undefined) token.setExpirationTime(options.expires)
  return token.sign(options.key)
}
