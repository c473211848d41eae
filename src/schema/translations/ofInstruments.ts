import type { Translations } from './translations.ts'

/** Legal acts and what they do to each other, in French and Dutch. */
export const ofInstruments: Translations = {
  'A regulation, directive, decision, proposal, treaty or agreement, with its dates kept apart.': {
    FR: 'Règlement, directive, décision, proposition, traité ou accord, avec ses différentes dates.',
    NL: 'Verordening, richtlijn, besluit, voorstel, verdrag of akkoord, met de verschillende data ervan.',
  },
  'What kind of act it is.': { FR: 'Type d’acte.', NL: 'Soort handeling.' },
  'A regulation of the European Union.': { FR: 'Règlement de l’Union européenne.', NL: 'Verordening van de Europese Unie.' },
  'A directive of the European Union.': { FR: 'Directive de l’Union européenne.', NL: 'Richtlijn van de Europese Unie.' },
  'A decision of the European Union or its Council.': {
    FR: 'Décision de l’Union européenne ou de son Conseil.',
    NL: 'Besluit van de Europese Unie of van haar Raad.',
  },
  'A framework decision of the Council.': { FR: 'Décision-cadre du Conseil.', NL: 'Kaderbesluit van de Raad.' },
  'An implementing or delegated act.': {
    FR: 'Acte d’exécution ou acte délégué.',
    NL: 'Uitvoeringshandeling of gedelegeerde handeling.',
  },
  'A recommendation.': { FR: 'Recommandation.', NL: 'Aanbeveling.' },
  'Conclusions of the Council.': { FR: 'Conclusions du Conseil.', NL: 'Conclusies van de Raad.' },
  'A proposal of the Commission.': { FR: 'Proposition de la Commission.', NL: 'Voorstel van de Commissie.' },
  'A treaty between states.': { FR: 'Traité entre États.', NL: 'Verdrag tussen staten.' },
  'Another international agreement.': { FR: 'Autre accord international.', NL: 'Ander internationaal akkoord.' },
  'A law of a state.': { FR: 'Loi d’un État.', NL: 'Wet van een staat.' },
  'A decree of a state.': { FR: 'Décret ou arrêté d’un État.', NL: 'Besluit van een staat.' },
  'An instruction or circular of a state.': {
    FR: 'Instruction ou circulaire d’un État.',
    NL: 'Instructie of omzendbrief van een staat.',
  },
  'Its CELEX number: `32016L0681`.': { FR: 'Son numéro CELEX : `32016L0681`.', NL: 'CELEX-nummer: `32016L0681`.' },
  'Its European Legislation Identifier.': {
    FR: 'Son identifiant européen de la législation (ELI).',
    NL: 'Europese identificatiecode voor wetgeving (ELI).',
  },
  'Its full title.': { FR: 'Son intitulé complet.', NL: 'Volledig opschrift.' },
  'Where it was published.': { FR: 'Où il a été publié.', NL: 'Waar de handeling is bekendgemaakt.' },
  'The number of its legislative procedure.': {
    FR: 'Le numéro de sa procédure législative.',
    NL: 'Nummer van de wetgevingsprocedure.',
  },
  'The day it was adopted or signed.': {
    FR: 'Jour de l’adoption ou de la signature.',
    NL: 'Dag van aanneming of ondertekening.',
  },
  'The day it was published.': { FR: 'Jour de la publication de l’acte.', NL: 'Dag van de bekendmaking.' },
  'The day it entered into force or took effect.': {
    FR: 'Jour de l’entrée en vigueur ou de la prise d’effet.',
    NL: 'Dag van inwerkingtreding of van uitwerking.',
  },
  'The day from which it applies.': {
    FR: 'Jour à partir duquel l’acte s’applique.',
    NL: 'Dag met ingang waarvan de handeling van toepassing is.',
  },
  'The day by which states were to transpose it.': {
    FR: 'Jour auquel les États devaient l’avoir transposé.',
    NL: 'Dag waarop de staten de omzetting moesten hebben voltooid.',
  },
  'The last day of its validity.': { FR: 'Dernier jour de validité.', NL: 'Laatste dag van geldigheid.' },
  'Whether it was in force on the date asked for; none when the record has no date of entry into force.': {
    FR: 'L’acte était-il en vigueur à la date demandée ? Vide quand la fiche n’a pas de date d’entrée en vigueur.',
    NL: 'Was de handeling van kracht op de gevraagde datum? Leeg wanneer de fiche geen datum van inwerkingtreding heeft.',
  },
  'Commitments that rest on it, are about it, or are carried out by it.': {
    FR: 'Les engagements qui reposent sur cet acte, en traitent ou sont mis en œuvre par lui.',
    NL: 'De verbintenissen die op de handeling berusten, erover gaan of erdoor worden uitgevoerd.',
  },
  'The act that stood in its place on the date asked for: the last in force along the acts that repealed it as a whole by then, even if some of its provisions stay in force; itself while no act did; none when none was in force, or when the dates do not say.':
    {
      FR: 'L’acte qui en tenait lieu à la date demandée : le dernier en vigueur dans la suite des actes qui l’avaient alors abrogé en entier, même si certaines de ses dispositions restent en vigueur ; lui-même tant qu’aucun acte ne l’a abrogé ; aucun si aucun n’était en vigueur ou si les dates ne le disent pas.',
      NL: 'De handeling die op de gevraagde datum de plaats ervan innam: de laatste van kracht in de reeks handelingen die ze tegen die dag in haar geheel hadden ingetrokken, ook als sommige bepalingen ervan van kracht blijven; zijzelf zolang geen handeling dat deed; geen als er geen van kracht was of als de data het niet zeggen.',
    },
  'The bodies and systems that it sets up.': {
    FR: 'Les organismes et systèmes que l’acte crée.',
    NL: 'De instanties en systemen die de handeling opricht.',
  },
  'The bodies and systems whose mandate it gives, each with the days between which it does.': {
    FR: 'Les organismes et systèmes dont l’acte fixe le mandat, chacun avec les jours entre lesquels il le fait.',
    NL: 'De instanties en systemen waarvan de handeling het mandaat bepaalt, elk met de dagen waartussen dat geldt.',
  },
  'The acts that it amends.': { FR: 'Les actes qu’il modifie.', NL: 'De handelingen die erdoor worden gewijzigd.' },
  'The provisions that it amends: `Article 4`; none when the whole act or not known.': {
    FR: 'Les dispositions modifiées : `Article 4` ; vide s’il s’agit de l’acte entier ou si on l’ignore.',
    NL: 'De gewijzigde bepalingen: `Article 4`; leeg bij de hele handeling of wanneer het niet bekend is.',
  },
  'The acts that amend it.': { FR: 'Les actes qui le modifient.', NL: 'De handelingen die deze wijzigen.' },
  'The acts that it repeals, in whole or in part, each from the day on which the repeal takes effect.': {
    FR: 'Les actes qu’il abroge, en tout ou en partie, chacun à partir du jour où l’abrogation prend effet.',
    NL: 'De handelingen die geheel of gedeeltelijk worden ingetrokken, elk vanaf de dag waarop de intrekking uitwerking heeft.',
  },
  'The provisions that it repeals: `Article 20`; none when it repeals the act, but for `exceptProvisions`.': {
    FR: 'Les dispositions abrogées : `Article 20` ; vide quand l’acte est abrogé, hormis `exceptProvisions`.',
    NL: 'De ingetrokken bepalingen: `Article 20`; leeg wanneer de handeling zelf wordt ingetrokken, op `exceptProvisions` na.',
  },
  'The provisions that this repeal leaves in force.': {
    FR: 'Les dispositions que cette abrogation laisse en vigueur.',
    NL: 'De bepalingen die door deze intrekking van kracht blijven.',
  },
  'The acts that repeal it.': { FR: 'Les actes qui l’abrogent.', NL: 'De handelingen die deze intrekken.' },
  'The acts that it implements or transposes.': {
    FR: 'Les actes qu’il met en œuvre ou transpose.',
    NL: 'De handelingen die erdoor worden uitgevoerd of omgezet.',
  },
  'The acts that implement or transpose it.': {
    FR: 'Les actes qui le mettent en œuvre ou le transposent.',
    NL: 'De handelingen die deze uitvoeren of omzetten.',
  },
  'The acts and proposals on which it is based.': {
    FR: 'Les actes et propositions sur lesquels il se fonde.',
    NL: 'De handelingen en voorstellen waarop het gebaseerd is.',
  },
  'The acts that are based on it.': { FR: 'Les actes qui se fondent sur lui.', NL: 'De handelingen die erop gebaseerd zijn.' },
}
