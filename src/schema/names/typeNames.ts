import type { Language } from '../language.ts'

/** Node types, one and many; a type that is not here has the name of the ontology, in words. */
export const typeNames: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  Document: { EN: ['Document', 'Documents'], FR: ['Document', 'Documents'], NL: ['Document', 'Documenten'] },
  Passage: { EN: ['Passage', 'Passages'], FR: ['Passage', 'Passages'], NL: ['Passage', 'Passages'] },
  Commitment: { EN: ['Commitment', 'Commitments'], FR: ['Engagement', 'Engagements'], NL: ['Verbintenis', 'Verbintenissen'] },
  Institution: { EN: ['Institution', 'Institutions'], FR: ['Organisme', 'Organismes'], NL: ['Instantie', 'Instanties'] },
  LegalInstrument: {
    EN: ['Legal act', 'Legal acts'],
    FR: ['Acte juridique', 'Actes juridiques'],
    NL: ['Rechtshandeling', 'Rechtshandelingen'],
  },
  InformationSystem: {
    EN: ['Information system', 'Information systems'],
    FR: ['Système d’information', 'Systèmes d’information'],
    NL: ['Informatiesysteem', 'Informatiesystemen'],
  },
  Event: { EN: ['Event', 'Events'], FR: ['Événement', 'Événements'], NL: ['Gebeurtenis', 'Gebeurtenissen'] },
  Person: { EN: ['Person', 'Persons'], FR: ['Personne', 'Personnes'], NL: ['Persoon', 'Personen'] },
  Place: { EN: ['Place', 'Places'], FR: ['Lieu', 'Lieux'], NL: ['Plaats', 'Plaatsen'] },
  Theme: { EN: ['Theme', 'Themes'], FR: ['Thème', 'Thèmes'], NL: ['Thema', 'Thema’s'] },
  ProgressReport: {
    EN: ['Progress report', 'Progress reports'],
    FR: ['Rapport d’avancement', 'Rapports d’avancement'],
    NL: ['Voortgangsverslag', 'Voortgangsverslagen'],
  },
  Claim: { EN: ['Claim', 'Claims'], FR: ['Affirmation d’une source', 'Affirmations de sources'], NL: ['Bewering', 'Beweringen'] },
}
