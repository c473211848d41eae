import { type Language, translatedName } from '../schema/language.ts'
import { entityLabel, type Ontology, type RelationshipType } from '../schema/ontology.ts'
import { uniqueProperties } from '../schema/uniqueProperties.ts'
import { namesProperty, sortProperty } from './record.ts'

/** A constraint or an index, as it is declared to Neo4j and as Neo4j shows it. */
export interface GraphIndex {
  readonly name: string
  readonly kind: 'unique' | 'range' | 'fulltext'
  /** What it stands on: nodes with a label, or relationships of a type. */
  readonly on: 'NODE' | 'RELATIONSHIP'
  readonly label: string
  readonly properties: readonly string[]
  readonly analyzer?: string
}

/** What the names of all but the full-text indexes begin with, so that those no longer declared can be told and dropped. */
export const indexPrefix = 'pacta_'

const analyzers: Record<Language, string> = { FR: 'french', EN: 'english', NL: 'dutch' }
const languages = Object.keys(analyzers) as Language[]

/** The stored property that holds the words by which a node is searched in a language. */
export const searchProperty: Record<Language, string> = { FR: 'searchFr', EN: 'searchEn', NL: 'searchNl' }

/**
 * The properties that a statement holds for the indexes at its crowded ends: the ids of this end and of the other one, by
 * which the rows of one node are read in order; and, only on statements that do not always hold, the id of this end again,
 * so that those to leave out of a count are found without reading the others.
 */
export const endProperties = {
  from: { near: 'fromId', far: 'toId', bounded: 'boundedFromId' },
  to: { near: 'toId', far: 'fromId', bounded: 'boundedToId' },
} as const

/** The ends whose ids statements that do not always hold have for an index: the crowded ones, else one, so that all of a type are found. */
export function boundedEnds({ crowded }: RelationshipType): RelationshipType['crowded'] {
  return crowded.length > 0 ? crowded : ['from']
}

/** The property that only those statements of a type have which do not always hold. */
export function boundedProperty(type: RelationshipType): string {
  return endProperties[boundedEnds(type)[0]!].bounded
}

/** The constraints and indexes that the ontology asks for; all exist in Neo4j Community. */
export function declareIndexes(ontology: Ontology): GraphIndex[] {
  const nodeTypes = [...ontology.nodeTypes.values()]
  return [
    onNodes('unique', entityLabel, 'id'),
    onNodes('range', entityLabel, 'dataset'),
    ...nodeTypes.flatMap(type => {
      const own = [...type.properties.values()].filter(({ name, unique, indexed }) => name !== 'id' && (unique || indexed))
      return [
        onNodes('range', type.name, 'id'),
        // In every language: a label may be asked for in any, and one without an index would have all nodes read.
        ...(type.named ? languages.map(language => onNodes('range', type.name, translatedName('label', language))) : []),
        ...(type.properties.has('label') ? [onNodes('range', type.name, sortProperty)] : []),
        ...own.map(({ name, unique }) => onNodes(unique ? 'unique' : 'range', type.name, name)),
      ]
    }),
    onNodes('unique', 'Ledger', 'id'),
    onNodes('unique', 'Revision', 'number'),
    onNodes('unique', 'ApiKey', 'id'),
    onNodes('range', 'Revision', 'at'),
    onNodes('unique', 'Revision', 'requestKey'),
    onNodes('unique', 'Override', 'id'),
    onNodes('unique', 'Proposal', 'id'),
    onNodes('range', 'Proposal', 'about'),
    onNodes('range', 'Override', 'record'),
    onNodes('unique', 'Merge', 'id'),
    onNodes('range', 'Merge', 'lost'),
    onNodes('range', 'EntityVersion', 'entityId'),
    ...[...new Set(nodeTypes.flatMap(uniqueProperties).map(({ name }) => name))].map(name =>
      onNodes('range', 'EntityVersion', name),
    ),
    onNodes('range', 'RemovedEntity', 'id'),
    ...feedIndexes(ontology),
    ...[...ontology.relationshipTypes.values()].flatMap(type => {
      const { name, crowded, carried } = type
      return [
        onStatements(name, 'id'),
        ...crowded.map(end => onStatements(name, endProperties[end].near, endProperties[end].far)),
        ...boundedEnds(type).map(end => onStatements(name, endProperties[end].bounded)),
        ...carried.map(({ end, stored }) => onStatements(name, endProperties[end].far, stored)),
      ]
    }),
    ...languages.map(language => searchIndex(language, entityLabel, '')),
    ...languages.map(language => searchIndex(language, 'EntityVersion', pastSuffix)),
  ]
}

/** Prints the statement that creates it unless something of its name is there. */
export function printIndex({ name, kind, on, label, properties, analyzer }: GraphIndex): string {
  const pattern = on === 'NODE' ? `(n:${label})` : `()-[n:${label}]-()`
  const held = properties.map(property => `n.${property}`).join(', ')
  if (kind === 'unique') return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE ${held} IS UNIQUE`
  if (kind === 'range') return `CREATE RANGE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${held})`
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR ${pattern} ON EACH [${held}]
OPTIONS { indexConfig: { \`fulltext.analyzer\`: '${analyzer}' } }`
}

/** Prints all of them as one Cypher script. */
export function printConstraints(ontology: Ontology): string {
  return declareIndexes(ontology)
    .map(index => `${printIndex(index)};\n`)
    .join('')
}

/** Those by which changes and states are read in the order in which they were recorded: by revision, then by id or key. */
function feedIndexes(ontology: Ontology): GraphIndex[] {
  const ordered = (on: GraphIndex['on'], label: string, ...properties: string[]): GraphIndex => ({
    name: `${indexPrefix}${label}_${properties.join('_')}`,
    kind: 'range',
    on,
    label,
    properties,
  })
  return [
    onNodes('unique', 'Gate', 'number'),
    ordered('NODE', entityLabel, 'revision', 'id'),
    ordered('NODE', 'EntityVersion', 'revision', 'entityId'),
    ordered('NODE', 'EntityVersion', 'supersededRevision', 'entityId'),
    ordered('NODE', 'EntityVersion', 'removedRevision', 'entityId'),
    ...[...ontology.relationshipTypes.keys()].flatMap(type => [
      ordered('RELATIONSHIP', type, 'revision', 'key'),
      ordered('RELATIONSHIP', `SUPERSEDED_${type}`, 'revision', 'key'),
      ordered('RELATIONSHIP', `SUPERSEDED_${type}`, 'supersededRevision', 'key'),
    ]),
  ]
}

function onNodes(kind: 'unique' | 'range', label: string, property: string): GraphIndex {
  return { name: `${indexPrefix}${label}_${property}`, kind, on: 'NODE', label, properties: [property] }
}

function onStatements(label: string, ...properties: string[]): GraphIndex {
  return { name: `${indexPrefix}${label}_${properties.join('_')}`, kind: 'range', on: 'RELATIONSHIP', label, properties }
}

/** The full-text index for the words of a language. */
export function searchIndexName(language: Language): string {
  return `search_${language.toLowerCase()}`
}

/** What the name of a full-text index over earlier versions ends with. */
export const pastSuffix = '_past'

function searchIndex(language: Language, label: string, suffix: string): GraphIndex {
  const name = searchIndexName(language) + suffix
  const properties = [searchProperty[language], namesProperty]
  return { name, kind: 'fulltext', on: 'NODE', label, properties, analyzer: analyzers[language] }
}
