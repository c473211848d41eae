import type { Ontology, RelationshipType } from '../../schema/ontology.ts'
import { describeStored } from './describeLabels.ts'
import type { RelationshipStyle, StoredProperty } from './shape.ts'
import { storedStatementProperties } from './storedProperties.ts'

const colourOfOthers = '#959AA1'

/** Every relationship type, by the alphabet, in the colour of what it starts from; others of the database, which are hidden, in grey. */
export function describeRelationships(ontology: Ontology, others: readonly string[]): RelationshipStyle[] {
  return [
    ...[...ontology.relationshipTypes.values()].map(type =>
      describe(type.name, colourOf(ontology, type), describeStored(type.name, storedStatementProperties(ontology, type))),
    ),
    ...others.map(name => describe(name, colourOfOthers, [])),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function describe(name: string, color: string, properties: StoredProperty[]): RelationshipStyle {
  return {
    id: name,
    name,
    properties,
    color,
    size: 1,
    textSize: 1,
    textAlign: 'top',
    captions: [{ inTooltip: true, isCaption: true, styles: [], key: name, type: 'relationship' }],
    captionKeys: [],
    styleRules: [],
  }
}

function colourOf(ontology: Ontology, { ends }: RelationshipType): string {
  const [first] = ends
  return ontology.nodeTypes.get(first?.from ?? '')?.colour ?? colourOfOthers
}
