import { perspectiveNames } from '../../schema/bloomPerspective.ts'
import type { PerspectiveDeclaration } from './declaration.ts'
import { pathHolds } from './holds.ts'
import { day, event, institution } from './parameters.ts'

/** When it was: events, deadlines, reports and acts by their dates, which the slicer of Bloom takes. */
export const timeline: PerspectiveDeclaration = {
  key: 'timeline',
  name: { EN: perspectiveNames.TIMELINE, FR: 'Pacta : chronologie' },
  categories: {
    Event: { captions: ['label', 'startDate'], size: 2 },
    Commitment: { captions: ['label', 'deadline'], size: 1.5 },
    ProgressReport: { captions: ['label', 'date'], size: 1.5 },
    LegalInstrument: { captions: ['label', 'dateEntryIntoForce'] },
    Document: { captions: ['label', 'datePublished'], size: 1.5 },
    Institution: { captions: ['label', 'dateFounded'] },
    Person: { captions: ['label'] },
    Place: { captions: ['label'] },
  },
  hidden: ['CLAIMS', 'ABOUT'],
  phrases: [
    {
      text: { EN: 'What happened from $from to $to', FR: 'Ce qui s’est passé du $debut au $fin' },
      description: {
        EN: 'The events of a period, with where they were.',
        FR: 'Les événements d’une période, avec leur lieu.',
      },
      parameters: [day('from', 'debut', 'Event', 'startDate'), day('to', 'fin', 'Event', 'startDate')],
      cypher: () => `MATCH (e:Event)
WHERE $from <= e.startDate <= $to
OPTIONAL MATCH path = (e)-[:LOCATED_IN]->(:Place)
WHERE ${pathHolds()}
RETURN e, path
ORDER BY e.startDate
LIMIT 300`,
    },
    {
      text: { EN: 'Before and after $event', FR: 'Avant et après $evenement' },
      description: {
        EN: 'What an event triggered, what carries it on, and who took part.',
        FR: 'Ce qu’un événement a suscité, ce qui le prolonge, et qui y a pris part.',
      },
      parameters: [event],
      cypher:
        label => `MATCH path = (e:Event { ${label}: $event })-[:TRIGGERED|FOLLOWS_UP|PARTICIPATED_IN]-(:Commitment|Institution|Person)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Deadlines from $from to $to', FR: 'Échéances du $debut au $fin' },
      description: {
        EN: 'The commitments due in a period, with the reports on them.',
        FR: 'Les engagements qui viennent à échéance dans une période, avec les rapports à leur sujet.',
      },
      parameters: [day('from', 'debut', 'Commitment', 'deadline'), day('to', 'fin', 'Commitment', 'deadline')],
      cypher: () => `MATCH (c:Commitment)
WHERE $from <= c.deadline <= $to
OPTIONAL MATCH path = (c)<-[:REPORTS_ON]-(:ProgressReport)
WHERE ${pathHolds()}
RETURN c, path
ORDER BY c.deadline
LIMIT 300`,
    },
    {
      text: { EN: 'Acts that entered into force from $from to $to', FR: 'Actes entrés en vigueur du $debut au $fin' },
      description: {
        EN: 'The acts that entered into force in a period.',
        FR: 'Les actes entrés en vigueur dans une période.',
      },
      parameters: [
        day('from', 'debut', 'LegalInstrument', 'dateEntryIntoForce'),
        day('to', 'fin', 'LegalInstrument', 'dateEntryIntoForce'),
      ],
      cypher: () => `MATCH (a:LegalInstrument)
WHERE $from <= a.dateEntryIntoForce <= $to
RETURN a
ORDER BY a.dateEntryIntoForce
LIMIT 300`,
    },
    {
      text: { EN: 'Mandates of $institution over time', FR: 'Mandats de $institution au fil du temps' },
      description: {
        EN: 'Every act that gave or gives a body its mandate; each tie has the days between which it did.',
        FR: 'Tous les actes qui ont donné ou donnent son mandat à un organisme ; chaque lien porte les dates entre lesquelles il vaut.',
      },
      parameters: [institution],
      cypher: label => `MATCH path = (i:Institution { ${label}: $institution })<-[:GOVERNS]-(:LegalInstrument)
WHERE all(r IN relationships(path) WHERE r.rank <> 'DEPRECATED')
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Progress reported since $date', FR: 'Suites rapportées depuis le $date' },
      description: {
        EN: 'The reports since a day, with the commitments that they are evidence on.',
        FR: 'Les rapports depuis un jour donné, avec les engagements dont ils témoignent.',
      },
      parameters: [day('date', 'date', 'ProgressReport', 'date')],
      cypher: () => `MATCH (p:ProgressReport)
WHERE p.date >= $date
MATCH path = (p)-[:REPORTS_ON]->(:Commitment)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Documents published since $date', FR: 'Documents publiés depuis le $date' },
      description: {
        EN: 'The documents published since a day, with who signed them.',
        FR: 'Les documents publiés depuis un jour donné, avec leurs signataires.',
      },
      parameters: [day('date', 'date', 'Document', 'datePublished')],
      cypher: () => `MATCH (d:Document)
WHERE d.datePublished >= $date
OPTIONAL MATCH path = (d)<-[:SIGNED]-(:Person)
WHERE ${pathHolds()}
RETURN d, path
LIMIT 300`,
    },
  ],
  actions: [
    {
      name: { EN: 'What it led to', FR: 'Ce qui en a résulté' },
      cypher: `MATCH path = (n:Event)-[:TRIGGERED]->(:Commitment)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
    {
      name: { EN: 'Reports on it', FR: 'Rapports à son sujet' },
      cypher: `MATCH path = (n:Commitment)<-[:REPORTS_ON]-(:ProgressReport)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
    {
      name: { EN: 'Who took part', FR: 'Qui y a pris part' },
      cypher: `MATCH path = (n:Event)<-[:PARTICIPATED_IN]-(:Institution|Person)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
  ],
}
