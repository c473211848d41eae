import { perspectiveNames } from '../../schema/bloomPerspective.ts'
import type { PerspectiveDeclaration } from './declaration.ts'
import { pathHolds } from './holds.ts'
import { celex, commitment, day, institution, instrument } from './parameters.ts'

/** On what law it rests: acts, what they change, and the bodies and systems whose mandate they give. */
export const legalBasis: PerspectiveDeclaration = {
  key: 'legal-basis',
  name: { EN: perspectiveNames.LEGAL_BASIS, FR: 'Pacta : base juridique' },
  categories: {
    LegalInstrument: { captions: ['label', 'celex'], size: 2 },
    Institution: { captions: ['label'], size: 1.5 },
    InformationSystem: { captions: ['label'], size: 1.5 },
    Commitment: { captions: ['label'] },
    Claim: { captions: ['property', 'value'] },
  },
  hidden: [],
  phrases: [
    {
      text: { EN: 'Mandate of $institution', FR: 'Mandat de $institution' },
      description: {
        EN: 'The acts that give a body its mandate today, and those that set it up.',
        FR: 'Les actes qui donnent aujourd’hui son mandat à un organisme, et ceux qui l’ont créé.',
      },
      parameters: [institution],
      cypher: label => `MATCH path = (i:Institution { ${label}: $institution })<-[:GOVERNS|ESTABLISHES]-(:LegalInstrument)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Mandate of $institution on $date', FR: 'Mandat de $institution le $date' },
      description: {
        EN: 'The acts that gave a body its mandate on a day.',
        FR: 'Les actes qui donnaient son mandat à un organisme un jour donné.',
      },
      parameters: [institution, day('date', 'date', 'Document', 'datePublished')],
      cypher: label => `MATCH path = (i:Institution { ${label}: $institution })<-[:GOVERNS]-(:LegalInstrument)
WHERE ${pathHolds('$date')}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Law behind $commitment', FR: 'Actes juridiques liés à $engagement' },
      description: {
        EN: 'The acts that a commitment rests on, is about, or was carried out by.',
        FR: 'Les actes sur lesquels un engagement repose, dont il traite ou qui l’ont mis en œuvre.',
      },
      parameters: [commitment],
      cypher: label => `MATCH path = (c:Commitment { ${label}: $commitment })-[:CONCERNS]->(:LegalInstrument|InformationSystem)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Law of the bodies that handle $commitment', FR: 'Droit des organismes chargés de $engagement' },
      description: {
        EN: 'From a commitment to its bodies, and on to the acts that govern them today.',
        FR: 'D’un engagement à ses organismes, et de là aux actes qui les régissent aujourd’hui.',
      },
      parameters: [commitment],
      cypher:
        label => `MATCH path = (c:Commitment { ${label}: $commitment })<-[:HANDLES]-(:Institution)<-[:GOVERNS]-(:LegalInstrument)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'What $instrument changes', FR: 'Ce que $acte modifie' },
      description: {
        EN: 'The acts that an act amends, repeals, implements or is based on, and those that do so to it.',
        FR: 'Les actes qu’un acte modifie, abroge ou met en œuvre, ceux sur lesquels il se fonde, et inversement.',
      },
      parameters: [instrument],
      cypher:
        label => `MATCH path = (a:LegalInstrument { ${label}: $instrument })-[:AMENDS|REPEALS|IMPLEMENTS|BASED_ON]-(:LegalInstrument)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Everything that CELEX $celex touches', FR: 'Tout ce qui touche à l’acte CELEX $celex' },
      description: {
        EN: 'The bodies, systems, acts and commitments next to an act, by its CELEX number.',
        FR: 'Les organismes, systèmes, actes et engagements liés à un acte, désigné par son numéro CELEX.',
      },
      parameters: [celex],
      cypher: () => `MATCH path = (a:LegalInstrument { celex: $celex })-[:%SHOWN]-(:Entity)
WHERE ${pathHolds()}
RETURN path
LIMIT 300`,
    },
    {
      text: { EN: 'Acts in force on $date behind commitments', FR: 'Actes en vigueur le $date que visent des engagements' },
      description: {
        EN: 'The acts in force on a day that commitments concern.',
        FR: 'Les actes en vigueur un jour donné que des engagements concernent.',
      },
      parameters: [day('date', 'date', 'Document', 'datePublished')],
      cypher: () => `MATCH (a:LegalInstrument)
WHERE a.dateEntryIntoForce <= $date AND (a.dateEndOfValidity IS NULL OR a.dateEndOfValidity >= $date)
MATCH path = (a)<-[:CONCERNS]-(:Commitment)
WHERE ${pathHolds('$date')}
RETURN path
LIMIT 300`,
    },
  ],
  actions: [
    {
      name: { EN: 'Acts that govern it', FR: 'Actes qui le régissent' },
      cypher: `MATCH path = (n:Institution|InformationSystem)<-[:GOVERNS]-(:LegalInstrument)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
    {
      name: { EN: 'All its mandates, past and present', FR: 'Tous ses mandats, passés et présents' },
      cypher: `MATCH path = (n:Institution|InformationSystem)<-[:GOVERNS]-(:LegalInstrument)
WHERE elementId(n) IN $nodes AND all(r IN relationships(path) WHERE r.rank <> 'DEPRECATED')
RETURN path`,
    },
    {
      name: { EN: 'Acts that it changes or that change it', FR: 'Actes qu’il modifie ou qui le modifient' },
      cypher: `MATCH path = (n:LegalInstrument)-[:AMENDS|REPEALS|IMPLEMENTS|BASED_ON]-(:LegalInstrument)
WHERE elementId(n) IN $nodes AND ${pathHolds()}
RETURN path`,
    },
  ],
}
