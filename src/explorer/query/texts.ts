import type { Language } from '../view/view.ts'

const en = {
  ready: 'Ready questions',
  keys: 'By keyboard, Enter goes into an editor and Escape out of it.',
  onlyReady: 'This service runs only questions that it knows: those below. Queries of your own are switched off here.',
  table: 'Answer as a table',
  noTable: 'Run a query; its answer comes here as a table.',
  keepCsv: 'Keep as CSV',
  cite: 'Cite this',
  noCite: 'Run a query first; then its answer can be cited.',
  citeLast: 'Cite the last answer',
  permalink: 'Permalink: the same answer, whenever it is asked again',
  hash: 'SHA-256 of the answer:',
}

/** What the page says itself; the editor around it speaks English. */
export type QueryTexts = typeof en

/** The words of the query page by language. */
export const queryTexts: Readonly<Record<Language, QueryTexts>> = {
  EN: en,
  FR: {
    ready: 'Questions prêtes à poser',
    keys: 'Au clavier, Entrée fait entrer dans un éditeur et Échap en fait sortir.',
    onlyReady:
      'Ce service n’exécute que les questions qu’il connaît : celles ci-dessous. Les requêtes libres y sont désactivées.',
    table: 'Réponse en tableau',
    noTable: 'Exécutez une requête : sa réponse s’affichera ici en tableau.',
    keepCsv: 'Enregistrer en CSV',
    cite: 'Citer',
    noCite: 'Exécutez d’abord une requête ; sa réponse pourra ensuite être citée.',
    citeLast: 'Citer la dernière réponse',
    permalink: 'Lien permanent : la même réponse, chaque fois qu’on la redemande',
    hash: 'SHA-256 de la réponse :',
  },
  NL: {
    ready: 'Kant-en-klare vragen',
    keys: 'Met het toetsenbord gaat u met Enter een editor in en met Escape eruit.',
    onlyReady: 'Deze dienst voert alleen vragen uit die hij kent: die hieronder. Eigen zoekvragen zijn hier uitgeschakeld.',
    table: 'Antwoord als tabel',
    noTable: 'Voer een zoekvraag uit; het antwoord komt hier als tabel.',
    keepCsv: 'Bewaren als CSV',
    cite: 'Citeren',
    noCite: 'Voer eerst een zoekvraag uit; daarna kan het antwoord worden geciteerd.',
    citeLast: 'Het laatste antwoord citeren',
    permalink: 'Permanente link: hetzelfde antwoord, telkens als het opnieuw wordt gevraagd',
    hash: 'SHA-256 van het antwoord:',
  },
}
