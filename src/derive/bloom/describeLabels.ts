import { declareIndexes } from '../../cypher/constraints.ts'
import { entityLabel, type Ontology } from '../../schema/ontology.ts'
import type { IndexedProperties, StoredProperty } from './shape.ts'
import { type Stored, storedProperties } from './storedProperties.ts'

/** Every label, by the alphabet, with its properties: those of the ontology, the one that all entities share, and others of the database. */
export function describeLabels(ontology: Ontology, others: readonly string[]): Record<string, StoredProperty[]> {
  const declared = [
    [entityLabel, storedProperties(ontology.entity.values())] as const,
    ...[...ontology.nodeTypes.values()].map(type => [type.name, storedProperties(type.properties.values())] as const),
  ]
  const unknown = [...internalLabels(ontology), ...others].map(label => [label, []] as const)
  const all = [...unknown, ...declared].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(all.map(([label, properties]) => [label, describeStored(label, properties)]))
}

/** What has indexes, by which Bloom finds values as they are typed. */
export function describeIndexes(ontology: Ontology): IndexedProperties[] {
  const indexes = declareIndexes(ontology).filter(({ on, kind }) => on === 'NODE' && kind !== 'fulltext')
  const labels = [...new Set(indexes.map(({ label }) => label))]
  return [
    ...labels.map((label): IndexedProperties => {
      const keys = [...new Set(indexes.filter(index => index.label === label).map(({ properties }) => properties[0]!))]
      return { label, type: 'native', propertyKeys: keys.map(key => ({ key, metadataProp: false })) }
    }),
    { label: null, type: 'native', propertyKeys: [] },
  ]
}

/** Properties as Bloom lists those of a label or of a relationship type. */
export function describeStored(type: string, properties: readonly Stored[]): StoredProperty[] {
  return properties.map(({ name, dataType }) => ({ propertyKey: name, type, dataType }))
}

/** The labels of what the service keeps for itself: they have indexes but are no node types. */
function internalLabels(ontology: Ontology): string[] {
  const indexed = declareIndexes(ontology).filter(({ on }) => on === 'NODE')
  return [...new Set(indexed.map(({ label }) => label))].filter(label => !ontology.nodeTypes.has(label) && label !== entityLabel)
}
