import type { Translations } from './translations.ts'

/** Bodies and information systems, in French and Dutch. */
export const ofInstitutions: Translations = {
  'A government, ministry, agency, service, court, EU body or forum, or a class of bodies.': {
    FR: 'Gouvernement, ministère, agence, service, juridiction, organe de l’UE, forum ou catégorie d’organismes.',
    NL: 'Regering, ministerie, agentschap, dienst, rechtbank, EU-orgaan, forum of categorie van instanties.',
  },
  'What kind of body it is.': { FR: 'Type d’organisme.', NL: 'Soort instantie.' },
  'The government of a state.': { FR: 'Gouvernement d’un État.', NL: 'Regering van een staat.' },
  'A ministry or federal public service.': {
    FR: 'Ministère ou service public fédéral.',
    NL: 'Ministerie of federale overheidsdienst.',
  },
  'An office or unit of an authority.': { FR: 'Bureau ou unité d’une autorité.', NL: 'Bureau of eenheid van een overheid.' },
  'A national agency or authority.': { FR: 'Agence ou autorité nationale.', NL: 'Nationaal agentschap of nationale autoriteit.' },
  'A service of a state, such as an intelligence service.': {
    FR: 'Service d’un État, par exemple de renseignement.',
    NL: 'Dienst van een staat, zoals een inlichtingendienst.',
  },
  'A police force or one of its directorates.': {
    FR: 'Service de police ou l’une de ses directions.',
    NL: 'Politiedienst of een van zijn directies.',
  },
  'A prosecution service.': { FR: 'Ministère public, parquet.', NL: 'Openbaar ministerie, parket.' },
  'A court.': { FR: 'Juridiction.', NL: 'Rechtscollege.' },
  'A prison administration or one of its services.': {
    FR: 'Administration pénitentiaire ou l’un de ses services.',
    NL: 'Gevangeniswezen of een van zijn diensten.',
  },
  'An institution of the European Union.': { FR: 'Institution de l’Union européenne.', NL: 'Instelling van de Europese Unie.' },
  'An agency of the European Union.': { FR: 'Agence de l’Union européenne.', NL: 'Agentschap van de Europese Unie.' },
  'Another body or unit of the European Union.': {
    FR: 'Autre organe ou unité de l’Union européenne.',
    NL: 'Ander orgaan of andere eenheid van de Europese Unie.',
  },
  'An organisation of states.': { FR: 'Organisation d’États.', NL: 'Organisatie van staten.' },
  'A network of bodies.': { FR: 'Réseau d’organismes.', NL: 'Netwerk van instanties.' },
  'A body of two states.': { FR: 'Organe commun à deux États.', NL: 'Orgaan van twee staten.' },
  'A regular meeting, task force or working group.': {
    FR: 'Réunion régulière, task force ou groupe de travail.',
    NL: 'Regelmatig overleg, taskforce of werkgroep.',
  },
  'A class of bodies named only by what they are, such as "prison administrations".': {
    FR: 'Catégorie d’organismes désignés seulement par leur nature, comme « les administrations pénitentiaires ».',
    NL: 'Categorie van instanties die alleen naar hun aard worden genoemd, zoals “de gevangenisadministraties”.',
  },
  'Its acronym.': { FR: 'Son sigle.', NL: 'De afkorting.' },
  'Its Wikidata item: `Q207203`.': { FR: 'Son élément Wikidata : `Q207203`.', NL: 'Wikidata-item: `Q207203`.' },
  'Its code in the corporate-body authority table of the EU.': {
    FR: 'Son code dans la table d’autorité des collectivités de l’UE.',
    NL: 'Code in de autoriteitstabel van organisaties van de EU.',
  },
  'The day it came into being.': { FR: 'Jour de sa création.', NL: 'Dag van de oprichting.' },
  'The day it ceased to be.': { FR: 'Jour de sa dissolution.', NL: 'Dag van de opheffing.' },
  'The commitments that it made.': { FR: 'Les engagements qu’il a pris.', NL: 'De verbintenissen die de instantie aanging.' },
  'The commitments that it handles, each with its role.': {
    FR: 'Les engagements dont il est chargé, chacun avec son rôle.',
    NL: 'De verbintenissen waarmee de instantie belast is, telkens met haar rol.',
  },
  'The information systems that it runs, or is charged by law to run.': {
    FR: 'Les systèmes d’information qu’il exploite, ou que la loi le charge d’exploiter.',
    NL: 'De informatiesystemen die de instantie beheert, of volgens de wet moet beheren.',
  },
  'The larger bodies that it belongs to.': {
    FR: 'Les organismes plus vastes dont il fait partie.',
    NL: 'De grotere instanties waarvan ze deel uitmaakt.',
  },
  'The bodies that belong to it.': { FR: 'Les organismes qui en font partie.', NL: 'De instanties die er deel van uitmaken.' },
  'The bodies that took its place.': { FR: 'Les organismes qui lui ont succédé.', NL: 'De instanties die haar zijn opgevolgd.' },
  'The bodies whose place it took.': { FR: 'Les organismes auxquels il a succédé.', NL: 'De instanties die ze is opgevolgd.' },
  'Where it is, or which country it belongs to.': {
    FR: 'Où il se trouve, ou de quel pays il relève.',
    NL: 'Waar ze gevestigd is, of bij welk land ze hoort.',
  },
  'The events that it took part in.': {
    FR: 'Les événements auxquels il a pris part.',
    NL: 'De gebeurtenissen waaraan de instantie deelnam.',
  },
  'The acts that set it up.': { FR: 'Les actes qui l’ont créé.', NL: 'De handelingen die het hebben opgericht.' },
  'The acts that give it its mandate, each with the days between which they do.': {
    FR: 'Les actes qui lui donnent son mandat, chacun avec les jours entre lesquels il le fait.',
    NL: 'De handelingen die het zijn mandaat geven, elk met de dagen waartussen dat geldt.',
  },
  'An information system of public authorities, such as SIS, EES, ETIAS or PNR.': {
    FR: 'Système d’information d’autorités publiques, comme SIS, EES, ETIAS ou PNR.',
    NL: 'Informatiesysteem van overheden, zoals SIS, EES, ETIAS of PNR.',
  },
  'The day it went into operation.': { FR: 'Jour de sa mise en service.', NL: 'Dag van de ingebruikname.' },
  'Commitments that concern it.': {
    FR: 'Les engagements qui le concernent.',
    NL: 'De verbintenissen die erop betrekking hebben.',
  },
  'The bodies that run it, or are charged by law to.': {
    FR: 'Les organismes qui l’exploitent, ou que la loi en charge.',
    NL: 'De instanties die het beheren, of volgens de wet moeten beheren.',
  },
}
