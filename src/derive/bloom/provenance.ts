import { perspectiveNames } from '../../schema/bloomPerspective.ts'
import type { PerspectiveDeclaration } from './declaration.ts'
import { pathHolds } from './holds.ts'
import { commitment, institution } from './parameters.ts'

/** Who says so: passages, what editors and law add to them, and where sources differ. */
export const provenance: PerspectiveDeclaration = {
  key: 'provenance',
  name: { EN: perspectiveNames.PROVENANCE, FR: 'Pacta : sources et désaccords' },
  categories: {
    Claim: { captions: ['property', 'value'], size: 2 },
    Passage: { captions: ['label'], size: 1.5 },
    Document: { captions: ['label', 'datePublished'], size: 2 },
    ProgressReport: { captions: ['label', 'date'] },
    Commitment: { captions: ['label'], size: 1.5 },
    Institution: { captions: ['label'] },
    LegalInstrument: { captions: ['label', 'celex'] },
    InformationSystem: { captions: ['label'] },
    Event: { captions: ['label', 'startDate'] },
    Person: { captions: ['label'] },
    Theme: { captions: ['label'] },
    Place: { captions: ['label'] },
  },
  hidden: [],
  phrases: [
    {
      text: { EN: 'Where $commitment is written', FR: 'Où $engagement est écrit' },
      description: {
        EN: 'The passages that state a commitment, and their document.',
        FR: 'Les passages qui énoncent un engagement, et leur document.',
      },
      parameters: [commitment],
      cypher: label => `MATCH path = (c:Commitment { ${label}: $commitment })-[:STATED_IN]->(:Passage)<-[:CONTAINS]-(:Document)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Bodies that the text of $commitment names', FR: 'Organismes que désigne le texte de $engagement' },
      description: {
        EN: 'The bodies that handle a commitment in the words of the text.',
        FR: 'Les organismes que le texte charge d’un engagement.',
      },
      parameters: [commitment],
      cypher:
        label => `MATCH path = (c:Commitment { ${label}: $commitment })<-[:HANDLES { basis: 'NAMED_IN_TEXT' }]-(:Institution)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'What editors add on $institution', FR: 'Ce que les éditeurs ajoutent sur $institution' },
      description: {
        EN: 'The commitments that a body handles by the word of an editor, not of the text.',
        FR: 'Les engagements dont un organisme est chargé selon un éditeur, et non selon le texte.',
      },
      parameters: [institution],
      cypher: label => `MATCH path = (i:Institution { ${label}: $institution })-[:HANDLES { basis: 'CURATED' }]->(:Commitment)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Where sources differ', FR: 'Où les sources divergent' },
      description: {
        EN: 'What sources claim of the same value, and what it is about; claims set aside included.',
        FR: 'Ce que des sources affirment d’une même donnée, et l’objet concerné ; affirmations écartées comprises.',
      },
      parameters: [],
      cypher: () => `MATCH path = (:Claim)-[:CLAIMS]->(:Entity)
RETURN path
LIMIT 500`,
    },
    {
      text: { EN: 'Statements set aside on $commitment', FR: 'Affirmations écartées sur $engagement' },
      description: {
        EN: 'The statements on a commitment that were found wrong or were replaced.',
        FR: 'Les affirmations sur un engagement reconnues fausses ou remplacées.',
      },
      parameters: [commitment],
      cypher: label => `MATCH path = (c:Commitment { ${label}: $commitment })-[:%SHOWN { rank: 'DEPRECATED' }]-(:Entity)
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Evidence on $commitment', FR: 'Suites données à $engagement' },
      description: {
        EN: 'The reports of what became of a commitment.',
        FR: 'Les rapports sur les suites données à un engagement.',
      },
      parameters: [commitment],
      cypher: label => `MATCH path = (c:Commitment { ${label}: $commitment })<-[:REPORTS_ON]-(:ProgressReport)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
  ],
  actions: [
    {
      name: { EN: 'What sources claim of it', FR: 'Ce que les sources en affirment' },
      cypher: `MATCH path = (n:Entity)<-[:CLAIMS]-(:Claim)
WHERE elementId(n) IN $nodes
RETURN path`,
    },
    {
      name: { EN: 'Everything said of it, set aside included', FR: 'Tout ce qui en est dit, même écarté' },
      cypher: `MATCH path = (n:Entity)-[:%SHOWN]-(:Entity)
WHERE elementId(n) IN $nodes
RETURN path
LIMIT 500`,
    },
    {
      name: { EN: 'Where this statement is written', FR: 'Où cette affirmation est écrite' },
      cypher: `MATCH path = (:Entity)-[r:%SHOWN]->(:Entity)
WHERE elementId(r) IN $relationships
MATCH (source:Entity { id: r.source })
RETURN path, source`,
    },
  ],
}
