import type { Translations } from './translations.ts'

/** Events and the evidence of what became of commitments, in French and Dutch. */
export const ofEvents: Translations = {
  'Something that happened on a date: an attack, a conference, a meeting, a signature.': {
    FR: 'Ce qui s’est produit à une date : attentat, conférence, réunion, signature.',
    NL: 'Wat op een datum plaatsvond: aanslag, conferentie, vergadering, ondertekening.',
  },
  'What kind of event it is.': { FR: 'Type d’événement.', NL: 'Soort gebeurtenis.' },
  'An attack.': { FR: 'Attentat.', NL: 'Aanslag.' },
  'A conference.': { FR: 'Conférence.', NL: 'Conferentie.' },
  'A meeting or summit.': { FR: 'Réunion ou sommet.', NL: 'Vergadering of top.' },
  'The signature of a text.': { FR: 'Signature d’un texte.', NL: 'Ondertekening van een tekst.' },
  'A political agreement.': { FR: 'Accord politique.', NL: 'Politiek akkoord.' },
  'A step of a legislative procedure.': { FR: 'Étape d’une procédure législative.', NL: 'Stap in een wetgevingsprocedure.' },
  'A judgment of a court.': { FR: 'Décision d’une juridiction.', NL: 'Uitspraak van een rechtscollege.' },
  'A system going into operation.': { FR: 'Mise en service d’un système.', NL: 'Ingebruikname van een systeem.' },
  'A body coming into being.': { FR: 'Création d’un organisme.', NL: 'Oprichting van een instantie.' },
  'A body ceasing to be.': { FR: 'Dissolution d’un organisme.', NL: 'Opheffing van een instantie.' },
  'An operation of police or justice.': { FR: 'Opération de police ou de justice.', NL: 'Operatie van politie of justitie.' },
  'A repatriation.': { FR: 'Rapatriement.', NL: 'Repatriëring.' },
  'A deadline or a day of application.': { FR: 'Échéance ou jour d’application.', NL: 'Termijn of dag van toepassing.' },
  'Another event.': { FR: 'Autre événement.', NL: 'Andere gebeurtenis.' },
  'Its first day.': { FR: 'Son premier jour.', NL: 'De eerste dag.' },
  'Its last day, when it has several.': {
    FR: 'Son dernier jour, s’il en dure plusieurs.',
    NL: 'De laatste dag, als er meerdere zijn.',
  },
  'Who took part.': { FR: 'Qui y a pris part.', NL: 'Wie eraan deelnam.' },
  'The commitments made in response to it.': {
    FR: 'Les engagements pris en réponse à l’événement.',
    NL: 'De verbintenissen die er een antwoord op zijn.',
  },
  'Where it happened.': { FR: 'Où cela s’est passé.', NL: 'Waar het plaatsvond.' },
  'Dated, sourced evidence of what became of a commitment.': {
    FR: 'Élément daté et sourcé sur les suites données à un engagement.',
    NL: 'Gedateerd bewijsstuk, met bron, van wat er van een verbintenis geworden is.',
  },
  'The day to which the evidence refers, or on which it was looked for.': {
    FR: 'Le jour auquel se rapporte la preuve, ou celui de la recherche.',
    NL: 'De dag waarop het bewijs slaat, of die van de opzoeking.',
  },
  'What kind of evidence it is.': { FR: 'Nature de la preuve.', NL: 'Aard van het bewijs.' },
  'A meeting or event took place.': {
    FR: 'Une réunion ou un événement a eu lieu.',
    NL: 'Een vergadering of gebeurtenis vond plaats.',
  },
  'A law or decision was adopted or published.': {
    FR: 'Une loi ou une décision a été adoptée ou publiée.',
    NL: 'Een wet of besluit werd aangenomen of bekendgemaakt.',
  },
  'A law entered into force or began to apply.': {
    FR: 'Une loi est entrée en vigueur ou a commencé à s’appliquer.',
    NL: 'Een wet trad in werking of werd van toepassing.',
  },
  'Money was given.': { FR: 'Des moyens financiers ont été alloués.', NL: 'Er werden middelen toegekend.' },
  'A programme, body or system was set up.': {
    FR: 'Un programme, un organisme ou un système a été créé.',
    NL: 'Een programma, instantie of systeem werd opgezet.',
  },
  'A system went into operation.': { FR: 'Un système est entré en service.', NL: 'Een systeem werd in gebruik genomen.' },
  'The intention was repeated in words.': {
    FR: 'L’intention a été réaffirmée en paroles.',
    NL: 'De intentie werd in woorden herhaald.',
  },
  'A review or statistic was published.': {
    FR: 'Un bilan ou une statistique a été publié.',
    NL: 'Een evaluatie of statistiek werd gepubliceerd.',
  },
  'Something delayed or undid it.': {
    FR: 'Quelque chose l’a retardé ou défait.',
    NL: 'Iets heeft het vertraagd of tenietgedaan.',
  },
  'Evidence was looked for in the places named, and not found.': {
    FR: 'Des preuves ont été recherchées aux endroits indiqués, sans résultat.',
    NL: 'Er is op de genoemde plaatsen naar bewijs gezocht, maar niets gevonden.',
  },
  'Where it is written; none when nothing was found.': {
    FR: 'Où cela est écrit ; vide si rien n’a été trouvé.',
    NL: 'Waar het geschreven staat; leeg als niets is gevonden.',
  },
  'Where evidence was looked for and not found: addresses, or places in words.': {
    FR: 'Où des preuves ont été recherchées sans résultat : adresses, ou endroits en toutes lettres.',
    NL: 'Waar tevergeefs naar bewijs is gezocht: adressen, of plaatsen in woorden.',
  },
  'What happened, or what was looked for.': {
    FR: 'Ce qui s’est passé, ou ce qui a été recherché.',
    NL: 'Wat er gebeurde, of wat werd gezocht.',
  },
  'How far the commitment had come, when the report says so.': {
    FR: 'L’avancement de l’engagement, si le rapport en fait état.',
    NL: 'Hoe ver de verbintenis stond, als het verslag dat zegt.',
  },
  'The judgement, when the report gives one.': {
    FR: 'L’évaluation, si le rapport en donne une.',
    NL: 'Het oordeel, als het verslag er een geeft.',
  },
  'The commitments that it is evidence on.': {
    FR: 'Les engagements dont il atteste les suites.',
    NL: 'De verbintenissen waarover het uitsluitsel geeft.',
  },
}
