import type { Scene } from '../graph/scene.ts'
import { ask } from './ask.ts'
import { documents } from './documents.ts'
import { type AnsweredEntity, type AnsweredRelationship, sceneOf } from './fragments.ts'
import type { Asking } from './loadStep.ts'

/** A document with its text, the passages that hold commitments, and who handles each. */
export interface ReadDocument {
  readonly id: string
  readonly label: string
  readonly language: string
  readonly url: string | null
  readonly datePublished: string | null
  /** Each character is one code point, as the offsets of passages count. */
  readonly characters: readonly string[]
  readonly passages: readonly ReadPassage[]
  readonly scene: Scene
}

export interface ReadPassage {
  readonly id: string
  readonly label: string
  readonly start: number
  readonly end: number
  readonly commitments: readonly ReadCommitment[]
}

export interface ReadCommitment {
  readonly id: string
  readonly label: string
  readonly handledBy: readonly { readonly id: string; readonly label: string; readonly role: string; readonly basis: string }[]
  readonly triggeredBy: readonly AnsweredEntity[]
}

type Edge = Omit<AnsweredRelationship, 'from' | 'to' | 'type'> & { readonly node: AnsweredEntity }
type Connection<T> = { readonly edges: readonly T[] }

interface AnsweredCommitment extends AnsweredEntity {
  readonly handledBy: Connection<Edge>
  readonly triggeredBy: Connection<Edge>
}

interface AnsweredDocument {
  readonly id: string
  readonly label: string
  readonly language: string
  readonly url: string | null
  readonly datePublished: string | null
  readonly text: string | null
  readonly passages: Connection<{
    readonly node: {
      readonly id: string
      readonly label: string
      readonly start: number
      readonly end: number
      readonly commitments: Connection<{ readonly node: AnsweredCommitment }>
    }
  }>
}

const kept = new Map<string, Promise<ReadDocument | undefined>>()

/** Reads a document once for each day and language; undefined when there is none of this id. */
export function loadDocument(id: string, asking: Asking): Promise<ReadDocument | undefined> {
  const key = JSON.stringify([id, asking])
  const known = kept.get(key)
  if (known) return known
  const read = ask<{ document: AnsweredDocument | null }>(documents.reading, { ...asking, id }).then(({ document }) =>
    document ? readDocument(document) : undefined,
  )
  kept.set(key, read)
  read.catch(() => kept.delete(key))
  return read
}

function readDocument({ passages, text, ...document }: AnsweredDocument): ReadDocument {
  const commitments = passages.edges.flatMap(({ node }) => node.commitments.edges.map(edge => edge.node))
  const statements = commitments.flatMap(commitment => [
    ...commitment.handledBy.edges.map(edge => towards(commitment, 'HANDLES', edge)),
    ...commitment.triggeredBy.edges.map(edge => towards(commitment, 'TRIGGERED', edge)),
  ])
  return {
    ...document,
    characters: Array.from(text ?? ''),
    scene: sceneOf(statements, commitments),
    passages: passages.edges
      .map(({ node }) => ({
        ...node,
        commitments: node.commitments.edges.map(edge => ({
          id: edge.node.id,
          label: edge.node.label,
          handledBy: edge.node.handledBy.edges.map(({ node: { id, label }, role, basis }) => ({
            id,
            label,
            role: role ?? '',
            basis,
          })),
          triggeredBy: edge.node.triggeredBy.edges.map(({ node }) => node),
        })),
      }))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

function towards(to: AnsweredEntity, type: string, { node: from, ...statement }: Edge): AnsweredRelationship {
  return { ...statement, type, from, to }
}
