import type { EnumType } from '../schema/enums.ts'
import { isEnum, type NodeType, type Ontology, type Property, type RelationshipType } from '../schema/ontology.ts'
import { expandTerm } from '../schema/vocabularies.ts'

/** The reference page of the vocabulary: a diagram, every node type, every relationship, every enum. */
export function printReference(ontology: Ontology): string {
  const types = [...ontology.nodeTypes.values()]
  const relationships = [...ontology.relationshipTypes.values()]
  return `${[
    '# Vocabulary',
    'Derived from `src/schema` by `npm run derive`; not edited by hand.',
    printDiagram(relationships),
    '## What every node has',
    printProperties([...ontology.entity.values()]),
    '## What every relationship has',
    'Every relationship is a statement of some source.',
    printProperties([...ontology.statement.values()]),
    '## Node types',
    ...types.map(type => printNodeType(type, ontology)),
    '## Relationship types',
    ...relationships.map(printRelationshipType),
    '## Values',
    ...enumsOf(ontology).map(printEnum),
  ].join('\n\n')}\n`
}

function printDiagram(relationships: readonly RelationshipType[]): string {
  const drawn = relationships.filter(({ name }) => name !== 'CLAIMS')
  const lines = drawn.flatMap(({ name, ends }) => ends.map(({ from, to }) => `  ${from} -- ${name} --> ${to}`))
  return ['```mermaid', 'graph LR', ...lines, '```', '', 'A `Claim` can be about a node of any type.'].join('\n')
}

function printNodeType(
  { name, description, iri, lookup, list, properties, traversals, computed }: NodeType,
  ontology: Ontology,
): string {
  const own = [...properties.values()].filter(property => !ontology.entity.has(property.name))
  const fields = [...traversals.values()].map(
    ({ name: field, relationship, direction, targets, description: meaning }) =>
      `| \`${field}\` | ${direction === 'OUT' ? `—${relationship.name}→` : `←${relationship.name}—`} ${targets.length > 5 ? 'any' : targets.join(', ')} | ${meaning} |`,
  )
  const workedOut = [...computed.values()].map(
    ({ name: field, target, description: meaning }) => `| \`${field}\` | worked out: ${target} | ${meaning} |`,
  )
  return [
    `### ${name}`,
    `${description} Looked up by \`${lookup}\`, listed by \`${list}\`. <${expandTerm(iri)}>`,
    ...(own.length > 0 ? [printProperties(own)] : []),
    ['| field | relationship | meaning |', '| --- | --- | --- |', ...fields, ...workedOut].join('\n'),
  ].join('\n\n')
}

function printProperties(properties: readonly Property[]): string {
  const rows = properties
    .filter(property => !property.hidden)
    .map(
      property => `| \`${property.name}\` | ${printType(property)} | ${property.description} | <${expandTerm(property.iri)}> |`,
    )
  return ['| property | holds | meaning | term |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function printType({ type, list, required, translated, computed }: Property): string {
  const held = isEnum(type) ? type.name : type
  const notes = [required && 'required', translated && 'per language', computed && 'computed'].filter(Boolean)
  return `${list ? `list of ${held}` : held}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
}

function printRelationshipType({ name, description, iri, ends, properties }: RelationshipType): string {
  const pairs = [...new Set(ends.map(({ from }) => from))].map(from => {
    const targets = ends.filter(end => end.from === from).map(({ to }) => to)
    return `${from} → ${targets.length > 5 ? 'any other node' : targets.join(', ')}`
  })
  const own = [...properties.values()]
  return [
    `### ${name}`,
    `${pairs.join('; ')}. ${description} <${expandTerm(iri)}>`,
    ...(own.length > 0 ? [printProperties(own)] : []),
  ].join('\n\n')
}

function enumsOf(ontology: Ontology): EnumType[] {
  const properties = [
    ...ontology.statement.values(),
    ...[...ontology.nodeTypes.values()].flatMap(type => [...type.properties.values()]),
    ...[...ontology.relationshipTypes.values()].flatMap(type => [...type.properties.values()]),
  ]
  return [...new Set(properties.map(({ type }) => type).filter(isEnum))]
}

function printEnum({ name, description, values }: EnumType): string {
  const rows = [...values].map(([value, meaning]) => `| \`${value}\` | ${meaning} |`)
  return [`### ${name}`, description, ['| value | meaning |', '| --- | --- |', ...rows].join('\n')].join('\n\n')
}
