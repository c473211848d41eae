import type { Translations } from './translations.ts'

/** What statements say of themselves, and claims of sources that differ, in French and Dutch. */
export const ofStatements: Translations = {
  'Identifies this version of the statement: a key made from its ends and role, `@`, the revision that recorded it.': {
    FR: 'Identifie cette version de l’affirmation : une clé faite de ses extrémités et du rôle, `@`, la révision qui l’a enregistrée.',
    NL: 'Identificeert deze versie van de uitspraak: een sleutel uit de uiteinden en de rol, `@`, de revisie die ze vastlegde.',
  },
  'On what ground it stands.': { FR: 'Sur quoi elle se fonde.', NL: 'Waarop ze steunt.' },
  'The source says so in the words quoted.': {
    FR: 'La source le dit, dans les mots cités.',
    NL: 'De bron zegt het in de geciteerde woorden.',
  },
  'A legal act says so.': { FR: 'Un acte juridique le dit.', NL: 'Een rechtshandeling zegt het.' },
  'An editor says so, from a named source.': {
    FR: 'Un éditeur le dit, d’après une source nommée.',
    NL: 'Een redacteur zegt het, op grond van een genoemde bron.',
  },
  'A named rule concludes it from other statements.': {
    FR: 'Une règle nommée le déduit d’autres affirmations.',
    NL: 'Een genoemde regel leidt het af uit andere uitspraken.',
  },
  'Where it is written: a URL, or the id of a passage, document or rule.': {
    FR: 'Où cela est écrit : une adresse, ou l’identifiant d’un passage, d’un document ou d’une règle.',
    NL: 'Waar het geschreven staat: een adres, of de identificatie van een passage, document of regel.',
  },
  'The words of the source, verbatim.': { FR: 'Les mots de la source, tels quels.', NL: 'De woorden van de bron, letterlijk.' },
  'Why the editor says so.': { FR: 'Pourquoi l’éditeur le dit.', NL: 'Waarom de redacteur het zegt.' },
  'How sure the editor is.': { FR: 'Degré de certitude de l’éditeur.', NL: 'Hoe zeker de redacteur is.' },
  'Directly supported by the source.': { FR: 'Directement étayé par la source.', NL: 'Rechtstreeks gestaafd door de bron.' },
  'Supported, with a step of judgement.': { FR: 'Étayé, avec une part d’appréciation.', NL: 'Gestaafd, met enige beoordeling.' },
  'Plausible, weakly supported.': { FR: 'Plausible, faiblement étayé.', NL: 'Plausibel, zwak gestaafd.' },
  'How it stands among its rivals.': {
    FR: 'Son rang parmi les affirmations concurrentes.',
    NL: 'Hoe ze zich verhoudt tot andere uitspraken.',
  },
  'The best of its rivals, with the reason.': {
    FR: 'La meilleure des affirmations concurrentes, avec la raison.',
    NL: 'De beste van de uitspraken hierover, met de reden.',
  },
  'Neither preferred nor set aside.': { FR: 'Ni préférée ni écartée.', NL: 'Geen voorkeur, en niet terzijde gelegd.' },
  'Known to be wrong or replaced, kept with the reason.': {
    FR: 'Reconnue fausse ou remplacée ; conservée avec la raison.',
    NL: 'Onjuist gebleken of vervangen; bewaard met de reden.',
  },
  'Why it is ranked so; given unless the rank is NORMAL.': {
    FR: 'Pourquoi ce rang ; indiqué sauf si le rang est NORMAL.',
    NL: 'Waarom deze rang; vermeld tenzij de rang NORMAL is.',
  },
  'First day on which it held in the world; none when unknown or always.': {
    FR: 'Premier jour où cela valait ; vide si on l’ignore ou si cela a toujours valu.',
    NL: 'Eerste dag waarop het gold; leeg als die niet bekend is of als het altijd gold.',
  },
  'First day on which it no longer held (half-open), so a month or a year names its first day; none when it still holds or the end is unknown.':
    {
      FR: 'Premier jour où cela ne valait plus ; vide si cela vaut encore ou si la fin est inconnue.',
      NL: 'Eerste dag waarop het niet meer gold; leeg als het nog geldt of als het einde niet bekend is.',
    },
  'When the graph first said so.': {
    FR: 'Quand le graphe l’a dit pour la première fois.',
    NL: 'Wanneer de graaf het voor het eerst zei.',
  },
  'When the graph stopped saying so; none while it does.': {
    FR: 'Quand le graphe a cessé de le dire ; vide tant qu’il le dit.',
    NL: 'Wanneer de graaf ophield het te zeggen; leeg zolang hij het zegt.',
  },
  "What one source says of one property's value, where sources differ.": {
    FR: 'Ce qu’une source dit d’une donnée, là où les sources divergent.',
    NL: 'Wat een bron over een gegeven zegt, waar de bronnen verschillen.',
  },
  'The property whose value is claimed: `dateEntryIntoForce`.': {
    FR: 'La donnée en question : `dateEntryIntoForce`.',
    NL: 'Het gegeven waarover het gaat: `dateEntryIntoForce`.',
  },
  'The value claimed, as text; dates in ISO 8601.': {
    FR: 'La valeur affirmée, en texte ; les dates selon ISO 8601.',
    NL: 'De beweerde waarde, als tekst; data volgens ISO 8601.',
  },
  'Who claims it: a URL, the id of a document, or that of the entity itself when its own record says so.': {
    FR: 'Qui l’affirme : une adresse, l’identifiant d’un document, ou celui de l’entité même quand c’est sa fiche qui le dit.',
    NL: 'Wie het beweert: een adres, de identificatie van een document, of van de entiteit zelf wanneer haar eigen fiche het zegt.',
  },
  'What the claim is about.': { FR: 'Ce sur quoi porte l’affirmation.', NL: 'Waarover de bewering gaat.' },
}
