import { type Language, translatedName } from '../../schema/language.ts'
import type { NodeType, Ontology } from '../../schema/ontology.ts'
import type { PerspectiveDeclaration } from './declaration.ts'
import type { Caption, Category } from './shape.ts'
import { isForMachines, storedProperties } from './storedProperties.ts'

/** What is shown of a node when the pointer rests on it, beside its captions, where its type has it. */
const inTooltip = ['label', 'description', 'kind', 'deadline', 'strength', 'startDate', 'celex', 'text', 'date', 'datePublished']

/** The categories of a perspective, in order of precedence, each with the colour that the ontology gives its node type. */
export function describeCategories(
  ontology: Ontology,
  { key, categories }: PerspectiveDeclaration,
  language: Language,
  made: number,
): Category[] {
  return Object.entries(categories).map(([name, { captions, size = 1 }], index) => {
    const type = ontology.nodeTypes.get(name)
    if (!type) throw new TypeError(`The perspective ${key} shows ${name}, which is no node type.`)
    const missing = captions.find(caption => !type.properties.has(caption))
    if (missing) throw new TypeError(`The perspective ${key} captions ${name} with ${missing}, which it does not have.`)
    return {
      id: index + 1,
      name,
      labels: [name],
      properties: storedProperties(type.properties.values()).map(property => ({
        name: property.name,
        exclude: isForMachines(property.name),
        dataType: property.dataType,
      })),
      createdAt: made,
      lastEditedAt: made,
      color: type.colour,
      size,
      icon: 'no-icon',
      textSize: 1,
      textAlign: 'top',
      captions: describeCaptions(type, captions, language),
      captionKeys: [],
      styleRules: [],
    }
  })
}

/** First the label, then every property by its name, as Bloom writes them. */
function describeCaptions(type: NodeType, captions: readonly string[], language: Language): Caption[] {
  const stored = (name: string) => (type.properties.get(name)?.translated ? translatedName(name, language) : name)
  const drawn = new Set(captions.map(stored))
  const shown = new Set([...captions, ...inTooltip].map(stored))
  const names = storedProperties(type.properties.values())
    .map(({ name }) => name)
    .sort()
  return [
    { inTooltip: false, styles: [], isCaption: false, key: type.name, type: 'label' },
    ...names.map(
      (key): Caption => ({
        inTooltip: shown.has(key),
        styles: [],
        isCaption: drawn.has(key),
        key,
        type: 'property',
        isGdsData: false,
      }),
    ),
  ]
}
