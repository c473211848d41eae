import { ID } from 'type-graphql'
import type { NodeType, Ontology, Property } from '../../schema/ontology.ts'
import { declareInput, type InputDeclaration, makeClass, type TypeClass } from './declare.ts'
import { heldBy } from './properties.ts'
import { ownProperties, type RelationshipDeclaration } from './relationships.ts'

/** The input types of edits, made from the ontology. */
export interface EditInputs {
  readonly entity: TypeClass
  readonly correction: TypeClass
  readonly statement: TypeClass
  readonly supersession: TypeClass
  readonly ranking: TypeClass
  readonly progress: TypeClass
}

/** The input types of which exactly one field is given. */
export const oneOfInputs = ['EntityInput', 'EntityCorrection', 'EditOperation']

/** Makes the input of every node type and of statements. */
export function declareEditInputs(ontology: Ontology, { types }: RelationshipDeclaration): EditInputs {
  const text = declareInput(makeClass('TranslatedText'), 'A text in each of the languages that it is known in.', {
    fr: { type: () => String, description: 'In French.' },
    en: { type: () => String, description: 'In English.' },
    nl: { type: () => String, description: 'In Dutch.' },
  })
  const nodeTypes = [...ontology.nodeTypes.values()]
  const said = [...written(ontology.statement.values()), ...written(ownProperties(ontology))]
  const statement = declareInput(makeClass('StatementInput'), 'A statement: a relationship of a type, with what it says.', {
    type: { type: () => types, description: 'Its type.', required: true },
    from: { type: () => ID, description: 'The id of where it starts; the entity that it is given with when left out.' },
    to: { type: () => ID, description: 'The id of where it ends; the entity that it is given with when left out.' },
    // A rank left out is NORMAL.
    ...inputsOf(said, text, name => name !== 'rank' && ontology.statement.has(name)),
  })
  const supersession = declareInput(
    makeClass('StatementSupersession'),
    'What is said in place of a statement: what is left out stays, null clears.',
    {
      id: { type: () => ID, description: 'The id of the present version.', required: true },
      from: { type: () => ID, description: 'Where it starts instead.' },
      to: { type: () => ID, description: 'Where it ends instead.' },
      ...inputsOf(said, text, () => false),
    },
  )
  const rank = ontology.statement.get('rank')!
  const ranking = declareInput(makeClass('StatementRanking'), 'How a statement stands among its rivals from now on.', {
    id: { type: () => ID, description: 'The id of the present version.', required: true },
    ...inputsOf([rank, ontology.statement.get('rankReason')!], text, name => name === 'rank'),
  })
  const entities = perType(nodeTypes, type =>
    declareInput(makeClass(`${type.name}Input`), `A new ${type.name}. ${type.description}`, {
      ...inputsOf(writtenOf(type), text, () => true),
      statements: { type: () => [statement], description: 'What is said of it; an end left out is this entity.' },
    }),
  )
  const corrections = perType(nodeTypes, type =>
    declareInput(makeClass(`${type.name}Correction`), `What changes of a ${type.name}: what is left out stays, null clears.`, {
      ...inputsOf(writtenOf(type), text, name => name === 'id'),
    }),
  )
  return {
    statement,
    supersession,
    ranking,
    entity: declareInput(makeClass('EntityInput'), 'A new entity, under the name of its type.', entities),
    correction: declareInput(makeClass('EntityCorrection'), 'Changes of an entity, under the name of its type.', corrections),
    progress: declareProgress(ontology, text),
  }
}

function declareProgress(ontology: Ontology, text: TypeClass): TypeClass {
  const report = writtenOf(ontology.nodeTypes.get('ProgressReport')!)
  const ofStatement = ['basis', 'source', 'quote', 'confidence'].map(name => ontology.statement.get(name)!)
  return declareInput(makeClass('ProgressInput'), 'What became of commitments, on a day, from a source.', {
    commitments: { type: () => [ID], description: 'The ids of the commitments that it is evidence on.', required: true },
    // The id and the label are made, the basis is CURATED and the source the address, when they are left out.
    ...inputsOf(report, text, name => name !== 'id' && name !== 'label'),
    ...inputsOf(ofStatement, text, () => false),
  })
}

function perType(types: readonly NodeType[], declare: (type: NodeType) => TypeClass): Record<string, InputDeclaration> {
  const inputs = types.map(type => [type.lookup, declare(type), type.description] as const)
  return Object.fromEntries(inputs.map(([name, input, description]) => [name, { type: () => input, description }]))
}

/** A type that has a stored copy takes its text itself. */
function writtenOf(type: NodeType): Property[] {
  const text = type.properties.has('file') ? [{ ...type.properties.get('text')!, derived: false }] : []
  return [...written(type.properties.values()), ...text]
}

function written(properties: Iterable<Property>): Property[] {
  return [...properties].filter(({ derived, computed, hidden }) => !derived && !computed && !hidden)
}

function inputsOf(
  properties: readonly Property[],
  text: TypeClass,
  mayBeRequired: (name: string) => boolean,
): Record<string, InputDeclaration> {
  return Object.fromEntries(
    properties.map((property): [string, InputDeclaration] => {
      const { name, list, translated, required, description } = property
      const held = translated ? text : heldBy(property)
      return [name, { type: () => (list ? [held] : held), description, required: required && mayBeRequired(name) }]
    }),
  )
}
