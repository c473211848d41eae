import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import * as keys from '../cypher/keys.ts'
import type { Database, Row } from './connect.ts'

/** A key as it is stored: its secret only as a hash. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly scope: string
  /** SHA-256 of the secret, in hexadecimal. The secret is random and long, so nothing slower is needed. */
  readonly hash: string
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

/** What a new key is to be. */
export interface KeyRequest {
  readonly name: string
  readonly scope: string
  /** An instant in ISO 8601; never when absent. */
  readonly expiresAt?: string
}

const bytes = { id: 6, secret: 32 }
const pattern = new RegExp(`^pacta_([0-9a-f]{${bytes.id * 2}})_([\\w-]{43})$`)

/** Makes a key and stores it; its text is known only now. */
export async function createApiKey(
  database: Database,
  { name, scope, expiresAt }: KeyRequest,
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const id = randomBytes(bytes.id).toString('hex')
  const secret = randomBytes(bytes.secret).toString('base64url')
  const parameters = { id, name, scope, hash: digest(secret).toString('hex'), expiresAt: expiresAt ?? null }
  const [row] = await database.write(run => run({ text: keys.createKey, parameters }))
  return { key: toKey(row!), text: `pacta_${id}_${secret}` }
}

/** All keys, the oldest first. */
export async function listApiKeys(database: Database): Promise<ApiKey[]> {
  return (await database.readLatest({ text: keys.listKeys, parameters: {} })).map(toKey)
}

/** The key with this id, as the last acknowledged write left it. */
export async function findApiKey(database: Database, id: string): Promise<ApiKey | undefined> {
  const [row] = await database.readLatest({ text: keys.findKey, parameters: { id } })
  return row && toKey(row)
}

/** Revokes a key; when this is done, no process takes it any more. Undefined when there is no such key. */
export async function revokeApiKey(database: Database, id: string): Promise<ApiKey | undefined> {
  const [row] = await database.write(run => run({ text: keys.revokeKey, parameters: { id } }))
  return row && toKey(row)
}

/** The id and the secret of a key's text; undefined when it is not of that form. */
export function readKeyText(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = pattern.exec(text) ?? []
  return id && secret ? { id, secret } : undefined
}

/** Whether a secret is the one of this key, and the key still counts; takes the same time for every wrong secret. */
export function opens({ hash, expiresAt, revokedAt }: ApiKey, secret: string, now: number): boolean {
  const same = timingSafeEqual(digest(secret), Buffer.from(hash, 'hex'))
  return same && revokedAt === null && (expiresAt === null || now < Date.parse(expiresAt))
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function toKey(row: Row): ApiKey {
  return row as unknown as ApiKey
}
