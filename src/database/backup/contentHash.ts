import { createHash } from 'node:crypto'
import type { NodeRecord, RelationshipRecord } from './archive.ts'
import { ArchiveError } from './archiveError.ts'

const modulus = 1n << 256n

/**
 * A hash of what a database holds, whatever order it is read in and whatever identities its nodes have: the sum of the
 * hashes of all nodes and relationships, a relationship's with those of its ends.
 */
export class ContentHash {
  #sum = 0n
  readonly #nodes: Buffer[] = []

  addNode({ labels, properties }: NodeRecord): void {
    const hash = digest(JSON.stringify([[...labels].sort(), properties]))
    this.#nodes.push(hash)
    this.#add(hash)
  }

  /** Takes a relationship, of which both ends were taken before; else throws an {@link ArchiveError}. */
  addRelationship({ type, from, to, properties }: RelationshipRecord): void {
    this.#add(digest(JSON.stringify([type, this.#hashOf(from), this.#hashOf(to), properties])))
  }

  #hashOf(node: number): string {
    const hash = this.#nodes[node]
    if (!hash) throw new ArchiveError('It is not as it was written: a relationship ends at a node that is not there.')
    return hash.toString('hex')
  }

  toString(): string {
    return this.#sum.toString(16).padStart(64, '0')
  }

  #add(hash: Buffer): void {
    this.#sum = (this.#sum + BigInt(`0x${hash.toString('hex')}`)) % modulus
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
