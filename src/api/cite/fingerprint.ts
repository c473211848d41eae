import { createHash } from 'node:crypto'
import { canonicalJson } from './canonicalJson.ts'

const bytesOfName = 3
const bytesOfContent = 3
const mostParts = 1000

/** What differs between an answer and one of which only the fingerprint is known. */
export interface Difference {
  /** Entities, statements or root fields of which the answers say different things. */
  readonly changed: readonly string[]
  /** Those of which only the present answer says something. */
  readonly added: readonly string[]
  /** Those of which only the other answer says something; as many as there are when only its fingerprint is known. */
  readonly missing: readonly string[] | number
}

/**
 * A short text by which the parts of an answer can be compared later without keeping it: a few bytes of the hash of each
 * entity's and statement's id and of what is said of it. Undefined when there are too many parts for an address.
 */
export function printFingerprint(answer: unknown): string | undefined {
  const parts = partsOf(answer)
  if (parts.size > mostParts) return undefined
  const bytes = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, content]) => encode(name, content))
  return Buffer.concat(bytes).toString('base64url')
}

/** Compares the parts of an answer with a fingerprint. */
export function compareFingerprint(fingerprint: string, answer: unknown): Difference {
  const bytes = Buffer.from(fingerprint, 'base64url')
  const cited = new Map<string, string>()
  for (let at = 0; at + bytesOfName + bytesOfContent <= bytes.length; at += bytesOfName + bytesOfContent)
    cited.set(
      bytes.toString('hex', at, at + bytesOfName),
      bytes.toString('hex', at + bytesOfName, at + bytesOfName + bytesOfContent),
    )
  const changed: string[] = []
  const added: string[] = []
  for (const [name, content] of partsOf(answer)) {
    const encoded = encode(name, content).toString('hex')
    const was = cited.get(encoded.slice(0, bytesOfName * 2))
    if (was === undefined) added.push(name)
    else if (was !== encoded.slice(bytesOfName * 2)) changed.push(name)
    cited.delete(encoded.slice(0, bytesOfName * 2))
  }
  return { changed, added, missing: cited.size }
}

/** Compares an answer with one that was kept. */
export function compareAnswers(kept: unknown, answer: unknown): Difference {
  const [before, now] = [partsOf(kept), partsOf(answer)]
  return {
    changed: [...now.keys()].filter(name => before.has(name) && before.get(name) !== now.get(name)),
    added: [...now.keys()].filter(name => !before.has(name)),
    missing: [...before.keys()].filter(name => !now.has(name)),
  }
}

/** What is said of each entity and statement with an id, and of each root field besides. */
function partsOf(answer: unknown): Map<string, string> {
  const parts = new Map<string, string[]>()
  for (const [key, value] of Object.entries((answer ?? {}) as object)) collect(key, '', value)
  return new Map([...parts].map(([name, said]) => [name, said.sort().join('\n')]))

  function collect(owner: string, path: string, value: unknown): void {
    if (value === null || typeof value !== 'object') {
      const said = parts.get(owner)
      const line = `${path}=${canonicalJson(value)}`
      if (!said) parts.set(owner, [line])
      else if (!said.includes(line)) said.push(line)
      return
    }
    const { id } = value as { id?: unknown }
    const [name, below] = typeof id === 'string' ? [id, ''] : [owner, path]
    for (const [key, held] of Object.entries(value)) collect(name, Array.isArray(value) ? below : `${below}.${key}`, held)
  }
}

function encode(name: string, content: string): Buffer {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return Buffer.concat([hash(name).subarray(0, bytesOfName), hash(content).subarray(0, bytesOfContent)])
}
