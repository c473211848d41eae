import { GraphQLJSONObject } from 'graphql-scalars'
import { ID, Int } from 'type-graphql'
import { largestRootPage } from '../../plan/planConnection.ts'
import { ChangeReason } from '../../schema/changeReason.ts'
import { declareEnum } from '../../schema/enums.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { DateTimeScalar } from '../../schema/scalars.ts'
import { PageInfo } from './connections.ts'
import { type ArgumentDeclaration, declareObject, type FieldDeclaration, makeClass, type TypeClass } from './declare.ts'
import { usualPage } from './nodes.ts'

const ChangeKind = declareEnum('ChangeKind', 'What happened.', {
  NODE_ADDED: 'An entity came into the graph, for the first time or again.',
  NODE_CHANGED: 'Properties of an entity changed.',
  NODE_REMOVED: 'An entity was taken out of the graph; its statements were so before it.',
  RELATIONSHIP_ADDED: 'A statement is made.',
  RELATIONSHIP_CHANGED: 'A statement is made in another version.',
  RELATIONSHIP_REMOVED: 'A statement is no longer made.',
})

/** Declares the root field that gives the changes of the graph in order. */
export function declareChanges(ontology: Ontology, asOf: ArgumentDeclaration): Record<string, FieldDeclaration> {
  const meanings = [...ontology.nodeTypes.values(), ...ontology.relationshipTypes.values()]
  const types = declareEnum(
    'ChangedType',
    'The types of entity and of relationship whose changes can be followed.',
    Object.fromEntries(meanings.map(({ name, description }) => [name, description])),
  )
  const connection = declareConnection(declareChange(), 'Change', 'change')
  return {
    changes: {
      type: () => connection,
      description:
        'Every change of the graph since its first revision, in order and without gaps. Within a revision, entities added or changed come first, then relationships, then entities removed.',
      arguments: {
        after: { type: () => String, description: 'A cursor, or the number of a revision after which to start: `0`, `17`.' },
        first: { type: () => Int, description: `How many changes at most, from 0 to ${largestRootPage}.`, default: usualPage },
        types: { type: () => [types], description: 'Only changes of entities and relationships of these types.' },
        asOf: {
          ...asOf,
          description:
            'Relationships as of a day: one that does not hold then is as if it were not there. Known at an instant: only what was written by then.',
        },
      },
    },
  }
}

/** Declares the root field that gives the revisions of the graph in order. */
export function declareRevisions(): Record<string, FieldDeclaration> {
  const number: FieldDeclaration = { type: () => Int, description: 'Its number, from 1 without gaps.' }
  const made = declareObject(makeClass('RevisionRecord'), 'One write of the graph: who made it, when and why.', {
    number,
    at: { type: () => DateTimeScalar, description: 'When it was written.' },
    dataset: { type: () => String, description: 'The dataset that it was of.' },
    reason: { type: () => ChangeReason, nullable: true, description: 'Why it was made.' },
    author: { type: () => String, nullable: true, description: 'Who made it.' },
    note: { type: () => String, nullable: true, description: 'What its author said of it.' },
  })
  const page = declareConnection(made, 'RevisionRecord', 'revision')
  return {
    revisions: {
      type: () => page,
      description: 'Every revision of the graph, in order and without gaps: the trail of who wrote when and why.',
      arguments: {
        after: {
          type: () => String,
          description: 'A cursor, which is the number of a revision after which to start: `0`, `17`.',
        },
        first: { type: () => Int, description: `How many at most, from 0 to ${largestRootPage}.`, default: usualPage },
      },
    },
  }
}

function declareChange(): TypeClass {
  return declareObject(makeClass('Change'), 'One thing that one revision did to one entity or relationship.', {
    id: { type: () => ID as never, description: 'Identifies it for ever; also the cursor after it.' },
    revision: { type: () => Int, description: 'The revision that did it.' },
    at: { type: () => DateTimeScalar, description: 'When.' },
    kind: { type: () => ChangeKind, description: 'What happened.' },
    type: { type: () => String, description: 'The type of the entity or of the relationship.' },
    subject: {
      type: () => ID as never,
      description: 'The id of the entity; of a relationship `statement/` and its key, which all its versions share.',
    },
    before: {
      type: () => GraphQLJSONObject,
      nullable: true,
      description: 'All its properties before, as seed files name them; a relationship also has `from` and `to`.',
    },
    after: { type: () => GraphQLJSONObject, nullable: true, description: 'All its properties after.' },
    changed: { type: () => [String], description: 'Which properties differ between the two.' },
    reason: { type: () => ChangeReason, nullable: true, description: 'Why the revision was made.' },
    author: { type: () => String, nullable: true, description: 'Who made it.' },
    note: { type: () => String, nullable: true, description: 'What its author said of it.' },
    dataset: { type: () => String, nullable: true, description: 'The dataset that the revision was of.' },
  })
}

/** Without a count, which would cost as much as reading everything. */
function declareConnection(row: TypeClass, name: string, word: string): TypeClass {
  const edge = declareObject(makeClass(`${name}Edge`), `One row of ${name}Connection.`, {
    cursor: { type: () => String, description: 'Marks this row, to be given as `after`.' },
    node: { type: () => row, description: `The ${word}.` },
  })
  return declareObject(makeClass(`${name}Connection`), `A page of ${word}s.`, {
    edges: { type: () => [edge], description: `The ${word}s of this page.` },
    pageInfo: {
      type: () => PageInfo,
      description: 'Where this page stands. Its `endCursor` is given on empty pages too: the next page starts there.',
    },
  })
}
