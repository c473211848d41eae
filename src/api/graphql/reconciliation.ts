import { Float, ID, Int } from 'type-graphql'
import { declareEnum } from '../../schema/enums.ts'
import { isMergeable } from '../../schema/identity.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { DateTimeScalar } from '../../schema/scalars.ts'
import { idArgument } from './connections.ts'
import { type ArgumentDeclaration, declareObject, type FieldDeclaration, makeClass } from './declare.ts'
import { editArguments } from './editArguments.ts'
import { Revision } from './special.ts'

/** The root fields and the mutations about entities that are one. */
export interface ReconciliationDeclaration {
  readonly fields: Readonly<Record<string, FieldDeclaration>>
  readonly mutations: Readonly<Record<string, FieldDeclaration>>
}

/** The most pairs or merges that are given at once. */
export const largestReconciliationPage = 1000

/** Declares how duplicates are looked for, merged and told apart again. */
export function declareReconciliation(ontology: Ontology): ReconciliationDeclaration {
  const mergeable = [...ontology.nodeTypes.values()].filter(isMergeable)
  const types = declareEnum(
    'MergeableType',
    'The types of entity of which two can be made one.',
    Object.fromEntries(mergeable.map(({ name, description }) => [name, description])),
  )
  const sides = declareEnum('EvidenceSide', 'What evidence speaks for.', { FOR: 'They are one.', AGAINST: 'They are two.' })
  const evidence = declareObject(makeClass('DuplicateEvidence'), 'One thing that speaks for or against two entities being one.', {
    reason: { type: () => String, description: 'What it is, in words.' },
    weight: { type: () => Float as never, description: 'How much it says, from 0 to 1.' },
    speaks: { type: () => sides, description: 'For or against.' },
  })
  const duplicate = declareObject(makeClass('Duplicate'), 'Two entities that may be one.', {
    type: { type: () => types, description: 'The type of both.' },
    kept: { type: () => ID, description: 'The one that would stay: that of which more is said.' },
    lost: { type: () => ID, description: 'The other one.' },
    score: { type: () => Float as never, description: 'How likely they are one, from 0 to 1.' },
    evidence: { type: () => [evidence], description: 'Why.' },
  })
  const merge = declareObject(makeClass('Merge'), 'Two entities that were made one by a revision.', {
    id: { type: () => ID, description: 'Identifies it: `merge/17`.' },
    type: { type: () => types, description: 'The type of both.' },
    kept: { type: () => ID, description: 'The one that stayed.' },
    lost: { type: () => ID, description: 'The one that is no more.' },
    revision: { type: () => Int, description: 'The revision that did it.' },
    at: { type: () => DateTimeScalar, description: 'When.' },
    author: { type: () => String, nullable: true, description: 'In whose name.' },
    note: { type: () => String, nullable: true, description: 'What else is to be known of it.' },
    undoneRevision: { type: () => Int, nullable: true, description: 'The revision that undid it; null while it stands.' },
  })
  const done = {
    merge: { type: () => ID, description: 'Identifies the merge: `merge/17`.' },
    kept: { type: () => ID, description: 'The one that stayed.' },
    lost: { type: () => ID, description: 'The other one.' },
    revision: { type: () => Revision, description: 'The revision that was made.' },
  }
  const merged = declareObject(makeClass('MergeResult'), 'What a merge did, as one revision.', {
    ...done,
    moved: { type: () => Int, description: 'How many statements the kept one took over.' },
    repeated: { type: () => [ID], description: 'Statements that it had already, or that would join it with itself.' },
    notTaken: { type: () => [String], description: 'Values that it had others of, in words.' },
  })
  const undone = declareObject(makeClass('UndoMergeResult'), 'What taking a merge back did, as one revision.', {
    ...done,
    stays: { type: () => [String], description: 'What was edited after the merge and stays as it is, in words.' },
  })
  const first = (usual: number): ArgumentDeclaration => ({
    type: () => Int,
    description: `How many at most, from 0 to ${largestReconciliationPage}.`,
    default: usual,
  })
  return {
    fields: {
      mergedInto: {
        type: () => ID,
        nullable: true,
        description:
          'The id of the entity that the one with this id was merged into, through any number of merges; null when it was not. Look-ups by its own id give null.',
        arguments: { id: idArgument('The id that is no more.', true) },
      },
      merges: {
        type: () => [merge],
        description: 'Merges, the last one first.',
        arguments: { entity: idArgument('Only those of this entity, on either side.'), first: first(100) },
      },
      duplicates: {
        type: () => [duplicate],
        description: 'Entities that may be one, the likeliest first. Takes the scope write.',
        arguments: {
          type: { type: () => types, description: 'The type of entity to look among.', required: true },
          score: { type: () => Float as never, description: 'The least score, from 0 to 1.', default: 0.5 },
          first: first(100),
        },
      },
    },
    mutations: {
      merge: {
        type: () => merged,
        description: 'Makes one entity of two, as one revision: the kept one takes over what is said of the lost one.',
        arguments: {
          kept: idArgument('The one that stays.', true),
          lost: idArgument('The one that is no more; its address leads to the other.', true),
          ...editArguments,
        },
      },
      undoMerge: {
        type: () => undone,
        description: 'Takes a merge back, as one revision; what was edited since stays.',
        arguments: { merge: idArgument('The merge: `merge/17`.', true), ...editArguments },
      },
    },
  }
}
