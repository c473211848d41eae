import { perspectiveNames } from '../../schema/bloomPerspective.ts'
import type { PerspectiveDeclaration } from './declaration.ts'
import { holds, pathHolds } from './holds.ts'
import { commitment, day, event, institution, instrument, place, theme } from './parameters.ts'

/** Who handles what: the whole graph but the claims of sources that differ. */
export const researcher: PerspectiveDeclaration = {
  key: 'researcher',
  name: { EN: perspectiveNames.RESEARCHER, FR: 'Pacta : recherche' },
  categories: {
    Commitment: { captions: ['label'], size: 2 },
    Institution: { captions: ['label'], size: 1.5 },
    LegalInstrument: { captions: ['label'] },
    InformationSystem: { captions: ['label'] },
    Event: { captions: ['label', 'startDate'] },
    Document: { captions: ['label', 'datePublished'], size: 1.5 },
    Passage: { captions: ['label'] },
    Theme: { captions: ['label'] },
    Person: { captions: ['label'] },
    Place: { captions: ['label'] },
    ProgressReport: { captions: ['label', 'date'] },
  },
  hidden: ['CLAIMS'],
  phrases: [
    {
      text: { EN: 'Who handles $commitment', FR: 'Organismes chargés de $engagement' },
      description: {
        EN: 'The bodies that handle a commitment today.',
        FR: 'Les organismes chargés aujourd’hui d’un engagement.',
      },
      parameters: [commitment],
      cypher: label => `MATCH path = (c:Commitment { ${label}: $commitment })<-[:HANDLES]-(:Institution)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'What $institution handles', FR: 'Engagements confiés à $institution' },
      description: {
        EN: 'The commitments that a body handles today, with their themes.',
        FR: 'Les engagements confiés aujourd’hui à un organisme, avec leurs thèmes.',
      },
      parameters: [institution],
      cypher: label => `MATCH path = (i:Institution { ${label}: $institution })-[:HANDLES]->(:Commitment)-[:ABOUT]->(:Theme)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'What $institution handled on $date', FR: 'Engagements confiés à $institution à la date du $date' },
      description: {
        EN: 'The commitments that a body handled on a day.',
        FR: 'Les engagements confiés à un organisme un jour donné.',
      },
      parameters: [institution, day('date', 'date', 'Document', 'datePublished')],
      cypher: label => `MATCH path = (i:Institution { ${label}: $institution })-[:HANDLES]->(:Commitment)
WHERE ${pathHolds('$date')}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Commitments about $theme', FR: 'Engagements sur $theme' },
      description: {
        EN: 'The commitments about a theme or a narrower one.',
        FR: 'Les engagements sur un thème ou sur un thème plus précis.',
      },
      parameters: [theme],
      cypher: label => `MATCH (t:Theme { ${label}: $theme })
MATCH path = (t)<-[:BROADER]-{0,4}(:Theme)<-[:ABOUT]-(:Commitment)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Commitments after $event', FR: 'Engagements à la suite de $evenement' },
      description: {
        EN: 'The commitments that an event triggered or that carry it on, with who handles them.',
        FR: 'Les engagements qu’un événement a suscités ou qui le prolongent, avec les organismes qui en sont chargés.',
      },
      parameters: [event],
      cypher:
        label => `MATCH path = (e:Event { ${label}: $event })-[:TRIGGERED|FOLLOWS_UP]-(:Commitment)<-[:HANDLES]-(:Institution)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Commitments due by $date', FR: 'Engagements à tenir au plus tard le $date' },
      description: {
        EN: 'The commitments with a deadline up to a day.',
        FR: 'Les engagements dont l’échéance tombe un jour donné ou avant.',
      },
      parameters: [day('date', 'date', 'Commitment', 'deadline')],
      cypher: () => `MATCH (c:Commitment)
WHERE c.deadline <= $date
RETURN c
ORDER BY c.deadline
LIMIT 300`,
    },
    {
      text: { EN: 'Commitments that name no body', FR: 'Engagements qui ne désignent aucun organisme' },
      description: {
        EN: 'The commitments for which the text names no body that handles them.',
        FR: 'Les engagements dont le texte ne désigne aucun organisme chargé de les tenir.',
      },
      parameters: [],
      cypher: () => `MATCH path = (c:Commitment)-[:STATED_IN]->(:Passage)
WHERE NOT EXISTS { (c)<-[h:HANDLES]-(:Institution) WHERE h.basis = 'NAMED_IN_TEXT' AND ${holds('h')} }
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'How $institution is tied to $instrument', FR: 'Ce qui lie $institution à $acte' },
      description: {
        EN: 'The shortest ways from a body to a legal act.',
        FR: 'Les plus courts chemins d’un organisme à un acte.',
      },
      parameters: [institution, instrument],
      cypher: label => `MATCH (i:Institution { ${label}: $institution })
MATCH (a:LegalInstrument { ${label}: $instrument })
MATCH path = SHORTEST 5 (i)-[r:%SHOWN WHERE ${holds('r')}]-{1,6}(a)
RETURN path`,
    },
    {
      text: { EN: 'Bodies located in $place', FR: 'Organismes situés en $lieu' },
      description: { EN: 'The bodies of a country or in a city.', FR: 'Les organismes d’un pays ou d’une ville.' },
      parameters: [place],
      cypher: label => `MATCH path = (p:Place { ${label}: $place })<-[:LOCATED_IN]-{1,3}(:Institution)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
  ],
  actions: [
    {
      name: { EN: 'Who handles this', FR: 'Organismes qui en sont chargés' },
      cypher: `MATCH path = (n:Commitment)<-[:HANDLES]-(:Institution)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
    {
      name: { EN: 'What it handles', FR: 'Engagements confiés à cet organisme' },
      cypher: `MATCH path = (n:Institution)-[:HANDLES]->(:Commitment)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
    {
      name: { EN: 'The words behind it', FR: 'Les mots du texte' },
      cypher: `MATCH path = (n:Commitment)-[:STATED_IN]->(:Passage)<-[:CONTAINS]-(:Document)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
    {
      name: { EN: 'Ties among what is selected', FR: 'Liens dans la sélection' },
      cypher: `MATCH path = (n:Entity)-[:%SHOWN]->(m:Entity)
WHERE elementId(n) IN $nodes AND elementId(m) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
  ],
}
