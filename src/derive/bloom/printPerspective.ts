import { createHash } from 'node:crypto'
import { supersededPrefix } from '../../cypher/write.ts'
import type { Language } from '../../schema/language.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { PerspectiveDeclaration } from './declaration.ts'
import { describeCategories } from './describeCategories.ts'
import { describeIndexes, describeLabels } from './describeLabels.ts'
import { describePhrases } from './describePhrases.ts'
import { describeRelationships } from './describeRelationships.ts'
import type { Perspective, SceneAction } from './shape.ts'

/** For whom a perspective is written. */
export interface PerspectiveOptions {
  /** The language of names and captions; phrases come in French and English. */
  readonly language: Language
  /** The database that it is for: perspectives of different databases have different ids. */
  readonly database?: string
  /** What the database has beside what the ontology declares. */
  readonly others?: { readonly labels: readonly string[]; readonly relationshipTypes: readonly string[] }
}

/** One instant for all: a file says the same each time it is written. */
const made = Date.UTC(2026, 0, 1)
const palette = [
  ['#FFE081', '#C990C0', '#F79767', '#57C7E3', '#F16667', '#D9C8AE', '#8DCC93'],
  ['#ECB5C9', '#4C8EDA', '#FFC454', '#DA7194', '#569480', '#959AA1', '#D9D9D9'],
].flat()

/** Prints a perspective as the JSON file that Bloom imports. */
export function printPerspective(
  ontology: Ontology,
  declaration: PerspectiveDeclaration,
  options: PerspectiveOptions = { language: 'EN' },
): string {
  return `${JSON.stringify(describePerspective(ontology, declaration, options), null, 2)}\n`
}

function describePerspective(
  ontology: Ontology,
  declaration: PerspectiveDeclaration,
  { language, database = '', others = { labels: [], relationshipTypes: [] } }: PerspectiveOptions,
): Perspective {
  const spoken = language === 'FR' ? 'FR' : 'EN'
  const declared = [...ontology.relationshipTypes.values()]
  const shown = declared.map(({ name }) => name).filter(name => !declaration.hidden.includes(name))
  const past = declared.map(({ name }) => `${supersededPrefix}${name}`)
  const unknown = others.relationshipTypes.filter(name => !ontology.relationshipTypes.has(name) && !past.includes(name))
  const categories = describeCategories(ontology, declaration, language, made)
  const id = (name: string) => uuid(`${database}/${declaration.key}/${language}/${name}`)
  return {
    name: declaration.name[spoken],
    id: id(''),
    categories,
    labels: describeLabels(ontology, others.labels),
    relationshipTypes: describeRelationships(ontology, [...past, ...unknown]),
    palette: { colors: palette, currentIndex: categories.length % palette.length },
    createdAt: made,
    lastEditedAt: made,
    templates: describePhrases(ontology, declaration.phrases, shown, made),
    sceneActions: declaration.actions.map(
      ({ name, cypher }, index): SceneAction => ({
        name: name[spoken],
        id: id(name.EN),
        createdAt: made + index,
        cypher: cypher.replaceAll('%SHOWN', shown.join('|')),
        isUpdateQuery: null,
        categories: null,
        relationshipTypes: null,
        hasCypherErrors: false,
      }),
    ),
    hiddenRelationshipTypes: [...declaration.hidden, ...past, ...unknown],
    hideUncategorisedData: true,
    type: 'STANDARD_PERSPECTIVE',
    maxLimitToastMsgEnabled: false,
    parentPerspectiveId: null,
    metadata: {
      pathSegments: declared.flatMap(({ name, ends }) =>
        ends.map(({ from, to }) => ({ source: from, relationshipType: name, target: to })),
      ),
      indexes: describeIndexes(ontology),
    },
    version: '2.21.0',
  }
}

/** The same UUID for the same words, in the form of version 5. */
function uuid(words: string): string {
  const hex = createHash('sha1').update(`pacta/bloom/${words}`).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-')
}
