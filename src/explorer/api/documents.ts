import { type NodeType, ontology } from '../ontology/ontology.ts'
import type { Direction } from '../view/view.ts'
import { detailFields, entityFields, listedFields, relationshipFields, statementFields } from './fragments.ts'

/** Properties that the panel says in words of its own. */
const toldApart = new Set(['id', 'label', 'description', 'aliases', 'sameAs', 'sources'])
/** The most statements of one side of an entity that are asked for at once. */
const largestSide = 200

/** Every text that the explorer sends to the API: the service knows them, so that it can refuse all others. */
export const documents = {
  typeOf: 'query TypeOf($id: ID!, $asOf: AsOf) { entity(id: $id, asOf: $asOf) { __typename } }',
  entity: `query Entity($id: ID!, $lang: Language!, $asOf: AsOf) { entity(id: $id, asOf: $asOf) { ${entityFields} } }`,
  statements: `query Statements($filter: RelationshipFilter, $after: String, $lang: Language!, $asOf: AsOf) {
  relationships(filter: $filter, first: 1000, after: $after, asOf: $asOf) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${relationshipFields} } }
  }
}`,
  paths: `query Paths($from: ID!, $to: ID!, $lang: Language!, $asOf: AsOf) {
  paths(from: $from, to: $to, maxLength: 4, first: 5, asOf: $asOf) { nodes { ${entityFields} } relationships { ${relationshipFields} } }
}`,
  sideOut: writeSide('OUT'),
  sideIn: writeSide('IN'),
  rivals: `query Rivals($from: ID!, $to: ID!, $types: [RelationshipType!], $asOf: AsOf) {
  relationships(
    filter: { from: $from, to: $to, types: $types, rank: [PREFERRED, NORMAL, DEPRECATED] }, first: 25, asOf: $asOf
  ) { edges { node { ${detailFields} } } }
}`,
  disputes: `query Disputes($id: ID!, $asOf: AsOf) {
  disputes(entity: $id, first: 20, asOf: $asOf) {
    edges { node { id property value claims { id value claimedBy rank rankReason source quote } } }
  }
}`,
  readings: `query Readings($lang: Language!, $asOf: AsOf) {
  documents(first: 100, orderBy: DATE_PUBLISHED_ASC, filter: { text: { exists: true } }, asOf: $asOf) {
    edges { node { id label(lang: $lang) kind } }
  }
}`,
  reading: `query Reading($id: ID!, $lang: Language!, $asOf: AsOf) {
  document(id: $id, asOf: $asOf) {
    id label(lang: $lang) language url datePublished text
    passages(first: 100) { edges { node { id label(lang: $lang) start end
      commitments(first: 10) { edges { node { ${entityFields}
        handledBy(first: 30) { edges { ${statementFields} role node { ${entityFields} } } }
        triggeredBy(first: 5) { edges { ${statementFields} node { ${entityFields} } } }
      } } }
    } } }
  }
}`,
  documentText: `query DocumentText($id: ID!, $lang: Language!, $asOf: AsOf) {
  document(id: $id, asOf: $asOf) { id label(lang: $lang) text }
}`,
  passageText: `query PassageText($id: ID!, $lang: Language!, $asOf: AsOf) {
  passage(id: $id, asOf: $asOf) { start end document { id label(lang: $lang) text } }
}`,
  quoted: `query Quoted($id: [ID!]) {
  relationships(filter: { id: $id }, first: 1) { edges { node { source quote } } }
}`,
  search: `query Search($query: String!, $first: Int!, $lang: Language!, $asOf: AsOf) {
  search(query: $query, first: $first, asOf: $asOf) { totalCount edges { score node { ${entityFields} description(lang: $lang) } } }
}`,
  themes: `query Themes($lang: Language!, $asOf: AsOf) {
  themes(first: 200, asOf: $asOf) { edges { node { id label(lang: $lang) } } }
}`,
  commitmentsAbout: `query CommitmentsAbout($id: ID!, $after: String, $asOf: AsOf) {
  relationships(filter: { to: $id, types: [ABOUT] }, first: 1000, after: $after, asOf: $asOf) {
    pageInfo { hasNextPage endCursor } edges { node { from { id } } }
  }
}`,
} as const

/** Asks for an entity of this type with all its properties. */
export function writeDetails(type: NodeType): string {
  const asked = propertiesOf(type).map(({ name, translated }) => (translated ? `${name}(lang: $lang)` : name))
  return `query ${type.name}Details($id: ID!, $lang: Language!, $asOf: AsOf) {
  entity: ${type.lookup}(id: $id, asOf: $asOf) { ${entityFields} description(lang: $lang) aliases sameAs sources ${asked.join(' ')} }
}`
}

/** Asks how many statements an entity of this type has, by its fields. */
export function writeCounts(type: NodeType): string {
  const many = type.traversals.filter(({ single }) => !single)
  return `query ${type.name}Counts($id: ID!, $asOf: AsOf) {
  entity: ${type.lookup}(id: $id, asOf: $asOf) { ${many.map(({ name }) => `${name}(first: 1) { totalCount }`).join(' ')} }
}`
}

/** Properties that the panel lists of an entity of this type; the text of a document has a view of its own. */
export function propertiesOf(type: NodeType): NodeType['properties'] {
  return type.properties.filter(({ name }) => !toldApart.has(name) && !(type.name === 'Document' && name === 'text'))
}

/** The texts of all of them, those for each node type included. */
export function listTexts(): readonly string[] {
  return [...Object.values(documents), ...ontology.nodeTypes.flatMap(type => [writeDetails(type), writeCounts(type)])]
}

function writeSide(direction: Direction): string {
  const [name, end] = direction === 'OUT' ? ['SideOut', 'from'] : ['SideIn', 'to']
  return `query ${name}($id: ID!, $lang: Language!, $asOf: AsOf) {
  relationships(filter: { ${end}: $id }, first: ${largestSide}, asOf: $asOf) {
    pageInfo { hasNextPage }
    edges { node { ${listedFields} note confidence rankReason recordedAt supersededAt } }
  }
}`
}
