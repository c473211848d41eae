import type { Translations } from './translations.ts'

/** What all entities have, documents and passages, people, places and themes, in French and Dutch. */
export const ofEntities: Translations = {
  'A published source: declaration, communiqué or conclusions, with the stored copy that is quoted.': {
    FR: 'Source publiée : déclaration, communiqué ou conclusions, avec la copie conservée qui est citée.',
    NL: 'Gepubliceerde bron: verklaring, communiqué of conclusies, met de bewaarde kopie waaruit wordt geciteerd.',
  },
  'Stable global identifier: `institution/europol`.': {
    FR: 'Identifiant global et stable : `institution/europol`.',
    NL: 'Vaste, globale identificatie: `institution/europol`.',
  },
  'Short name for people.': { FR: 'Nom court, à l’usage des lecteurs.', NL: 'Korte naam, voor lezers.' },
  'What it is, in a sentence.': { FR: 'Ce dont il s’agit, en une phrase.', NL: 'Wat het is, in één zin.' },
  'Other names and acronyms.': { FR: 'Autres noms et sigles.', NL: 'Andere namen en afkortingen.' },
  'IRIs of the same thing elsewhere: Wikidata, ELI, authority tables.': {
    FR: 'IRI du même objet ailleurs : Wikidata, ELI, tables d’autorité.',
    NL: 'IRI’s van hetzelfde elders: Wikidata, ELI, autoriteitstabellen.',
  },
  'Where the values of this record come from: URLs or ids.': {
    FR: 'Provenance des données de cette fiche : adresses ou identifiants.',
    NL: 'Herkomst van de gegevens in deze fiche: adressen of identificaties.',
  },
  'What kind of source it is.': { FR: 'Nature de la source.', NL: 'Aard van de bron.' },
  'A joint or unilateral declaration.': {
    FR: 'Déclaration commune ou unilatérale.',
    NL: 'Gezamenlijke of eenzijdige verklaring.',
  },
  'A communiqué of a meeting or an office.': {
    FR: 'Communiqué d’une réunion ou d’un service.',
    NL: 'Communiqué van een vergadering of een dienst.',
  },
  'Conclusions of a council or conference.': {
    FR: 'Conclusions d’un conseil ou d’une conférence.',
    NL: 'Conclusies van een raad of een conferentie.',
  },
  'A report or an evaluation.': { FR: 'Rapport ou évaluation.', NL: 'Verslag of evaluatie.' },
  'An article of the press.': { FR: 'Article de presse.', NL: 'Persartikel.' },
  "The publisher's address.": { FR: 'Adresse chez l’éditeur.', NL: 'Adres bij de uitgever.' },
  'The language of the stored text.': { FR: 'Langue du texte conservé.', NL: 'Taal van de bewaarde tekst.' },
  'French.': { FR: 'Français.', NL: 'Frans.' },
  'English.': { FR: 'Anglais.', NL: 'Engels.' },
  'Dutch.': { FR: 'Néerlandais.', NL: 'Nederlands.' },
  'The day of publication.': { FR: 'Jour de la publication.', NL: 'Dag van de publicatie.' },
  'To the day.': { FR: 'Au jour près.', NL: 'Op de dag nauwkeurig.' },
  'To the month; the day given is its first.': {
    FR: 'Au mois près ; le jour indiqué est le premier du mois.',
    NL: 'Op de maand nauwkeurig; de vermelde dag is de eerste van de maand.',
  },
  'To the year; the day given is its first.': {
    FR: 'À l’année près ; le jour indiqué est le premier de l’année.',
    NL: 'Op het jaar nauwkeurig; de vermelde dag is de eerste van het jaar.',
  },
  'The stored text, unchanged.': { FR: 'Le texte conservé, sans modification.', NL: 'De bewaarde tekst, ongewijzigd.' },
  'SHA-256 of the stored copy, in hexadecimal.': {
    FR: 'Empreinte SHA-256 de la copie conservée, en hexadécimal.',
    NL: 'SHA-256 van de bewaarde kopie, hexadecimaal.',
  },
  'The passages of this document, in the order of the text.': {
    FR: 'Les passages de ce document, dans l’ordre du texte.',
    NL: 'De passages van dit document, in de volgorde van de tekst.',
  },
  'Who signed it.': { FR: 'Les signataires.', NL: 'De ondertekenaars.' },
  'What sources say of its properties where they differ.': {
    FR: 'Ce que disent les sources de ses caractéristiques là où elles divergent.',
    NL: 'Wat de bronnen over de kenmerken ervan zeggen waar ze verschillen.',
  },
  "An exact span of a document's stored text.": {
    FR: 'Extrait exact du texte conservé d’un document.',
    NL: 'Exact fragment uit de bewaarde tekst van een document.',
  },
  'The words, verbatim.': { FR: 'Les mots, tels quels.', NL: 'De woorden, letterlijk.' },
  'Offset of the first character in the stored text, in Unicode code points from 0.': {
    FR: 'Position du premier caractère dans le texte conservé, en points de code Unicode, à partir de 0.',
    NL: 'Positie van het eerste teken in de bewaarde tekst, in Unicode-codepunten vanaf 0.',
  },
  'Offset after the last character, in Unicode code points.': {
    FR: 'Position après le dernier caractère, en points de code Unicode.',
    NL: 'Positie na het laatste teken, in Unicode-codepunten.',
  },
  'Up to 32 characters before it.': { FR: 'Les 32 caractères qui précèdent, au plus.', NL: 'Hoogstens de 32 tekens ervoor.' },
  'Up to 32 characters after it.': { FR: 'Les 32 caractères qui suivent, au plus.', NL: 'Hoogstens de 32 tekens erna.' },
  'The document that this passage is a span of.': {
    FR: 'Le document dont ce passage est extrait.',
    NL: 'Het document waaruit deze passage komt.',
  },
  'The commitments stated in this passage.': {
    FR: 'Les engagements énoncés dans ce passage.',
    NL: 'De verbintenissen die in deze passage staan.',
  },
  'Position of the passage in the document, from 0.': {
    FR: 'Rang du passage dans le document, à partir de 0.',
    NL: 'Plaats van de passage in het document, vanaf 0.',
  },
  'A signatory or office-holder.': { FR: 'Signataire ou titulaire d’une fonction.', NL: 'Ondertekenaar of ambtsdrager.' },
  'Their Wikidata item: `Q42`.': { FR: 'Son élément Wikidata : `Q42`.', NL: 'Wikidata-item: `Q42`.' },
  'The documents that they signed.': {
    FR: 'Les documents que cette personne a signés.',
    NL: 'De documenten die deze persoon ondertekende.',
  },
  'As what they signed, as written.': {
    FR: 'En quelle qualité, telle qu’écrite, la personne a signé.',
    NL: 'In welke hoedanigheid werd ondertekend, zoals geschreven.',
  },
  'The events that they took part in.': {
    FR: 'Les événements auxquels cette personne a pris part.',
    NL: 'De gebeurtenissen waaraan deze persoon deelnam.',
  },
  'A country, region or city.': { FR: 'Pays, région ou ville.', NL: 'Land, regio of stad.' },
  'What kind of place it is.': { FR: 'Type de lieu.', NL: 'Soort plaats.' },
  'A country.': { FR: 'Pays.', NL: 'Land.' },
  'A region, within a country or across several.': {
    FR: 'Région, dans un pays ou à cheval sur plusieurs.',
    NL: 'Regio, binnen één land of over meerdere landen.',
  },
  'A city or municipality.': { FR: 'Ville ou commune.', NL: 'Stad of gemeente.' },
  'Its ISO 3166 code: `BE`.': { FR: 'Son code ISO 3166 : `BE`.', NL: 'ISO 3166-code: `BE`.' },
  'Its Wikidata item: `Q31`.': { FR: 'Son élément Wikidata : `Q31`.', NL: 'Wikidata-item: `Q31`.' },
  'The bodies located there.': { FR: 'Les organismes qui s’y trouvent.', NL: 'De instanties die er gevestigd zijn.' },
  'What happened there.': { FR: 'Ce qui s’y est passé.', NL: 'Wat er gebeurde.' },
  'The larger place that it lies in.': { FR: 'Le lieu plus vaste où il se situe.', NL: 'De grotere plaats waarin het ligt.' },
  'The places that lie in it.': { FR: 'Les lieux qui s’y situent.', NL: 'De plaatsen die erin liggen.' },
  'A subject of policy, in a hierarchy from broad to narrow.': {
    FR: 'Domaine d’action publique, classé du général au particulier.',
    NL: 'Beleidsdomein, geordend van ruim naar specifiek.',
  },
  'Its EuroVoc concept number.': { FR: 'Son numéro de concept EuroVoc.', NL: 'Nummer van het EuroVoc-concept.' },
  'Commitments about this theme.': { FR: 'Les engagements sur ce thème.', NL: 'De verbintenissen over dit thema.' },
  'The broader themes.': { FR: 'Les thèmes plus généraux.', NL: 'De ruimere thema’s.' },
  'The narrower themes.': { FR: 'Les thèmes plus précis.', NL: 'De specifiekere thema’s.' },
}
