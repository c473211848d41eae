import type { Language } from '../../schema/language.ts'

/** The words of a page that are not of the ontology; dates follow those that say when. */
export interface PageTexts {
  readonly languages: string
  readonly otherNames: string
  readonly properties: string
  readonly from: (exact: boolean) => string
  readonly until: (exact: boolean) => string
  readonly setAside: string
  readonly source: string
  readonly yes: string
  readonly no: string
  readonly asItWas: string
  readonly asKnown: string
  readonly thisPageAs: string
  readonly onTheGraph: string
  readonly notHere: string
  readonly unknown: (id: string) => string
  readonly removed: (id: string) => string
  readonly search: string
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  EN: {
    languages: 'Language',
    otherNames: 'In other languages',
    properties: 'Properties',
    from: () => 'from',
    until: () => 'until',
    setAside: 'Set aside:',
    source: 'Source:',
    yes: 'yes',
    no: 'no',
    asItWas: 'As it was on',
    asKnown: 'as the graph knew it at',
    thisPageAs: 'This page as',
    onTheGraph: 'on the graph',
    notHere: 'Not here',
    unknown: id => `There is no entity “${id}”.`,
    removed: id => `The entity “${id}” was removed from the graph; ?knownAt= asks for the time before.`,
    search: 'Search the graph',
  },
  FR: {
    languages: 'Langue',
    otherNames: 'Dans d’autres langues',
    properties: 'Données',
    from: exact => (exact ? 'depuis le' : 'depuis'),
    until: exact => (exact ? 'jusqu’au' : 'jusqu’en'),
    setAside: 'Écarté :',
    source: 'Source :',
    yes: 'oui',
    no: 'non',
    asItWas: 'Situation au',
    asKnown: 'telle que le graphe la connaissait à l’instant',
    thisPageAs: 'Cette page en',
    onTheGraph: 'dans le graphe',
    notHere: 'Introuvable',
    unknown: id => `Il n’existe pas d’entité « ${id} ».`,
    removed: id => `L’entité « ${id} » a été retirée du graphe ; ?knownAt= demande l’état antérieur.`,
    search: 'Chercher dans le graphe',
  },
  NL: {
    languages: 'Taal',
    otherNames: 'In andere talen',
    properties: 'Gegevens',
    from: () => 'vanaf',
    until: () => 'tot',
    setAside: 'Terzijde gelegd:',
    source: 'Bron:',
    yes: 'ja',
    no: 'nee',
    asItWas: 'Zoals het was op',
    asKnown: 'zoals de graaf het kende op het tijdstip',
    thisPageAs: 'Deze pagina als',
    onTheGraph: 'in de graaf',
    notHere: 'Niet gevonden',
    unknown: id => `Er is geen entiteit “${id}”.`,
    removed: id => `De entiteit “${id}” werd uit de graaf verwijderd; ?knownAt= vraagt naar de tijd ervoor.`,
    search: 'Zoeken in de graaf',
  },
}
