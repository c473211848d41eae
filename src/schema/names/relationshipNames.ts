import type { Language } from '../language.ts'

type Phrases = Readonly<Record<Language, readonly [out: string, back: string]>>

/** Relationships as said from their start and from their end; one that is not here has the name of the ontology, in words. */
export const relationshipNames: Readonly<Record<string, Phrases>> = {
  CONTAINS: { EN: ['contains', 'contained in'], FR: ['contient', 'contenu dans'], NL: ['bevat', 'staat in'] },
  STATED_IN: { EN: ['stated in', 'states'], FR: ['énoncé dans', 'énonce'], NL: ['vermeld in', 'vermeldt'] },
  MADE_BY: { EN: ['made by', 'made'], FR: ['pris par', 'a pris'], NL: ['aangegaan door', 'ging aan'] },
  SIGNED: { EN: ['signed', 'signed by'], FR: ['a signé', 'signé par'], NL: ['ondertekende', 'ondertekend door'] },
  HANDLES: { EN: ['handles', 'handled by'], FR: ['chargé de', 'confié à'], NL: ['belast met', 'toevertrouwd aan'] },
  CONCERNS: { EN: ['concerns', 'concerned by'], FR: ['concerne', 'visé par'], NL: ['heeft betrekking op', 'voorwerp van'] },
  TRIGGERED: {
    EN: ['triggered', 'triggered by'],
    FR: ['a déclenché', 'déclenché par'],
    NL: ['zette in gang', 'in gang gezet door'],
  },
  FOLLOWS_UP: {
    EN: ['follows up', 'followed up by'],
    FR: ['donne suite à', 'prolongé par'],
    NL: ['geeft gevolg aan', 'voortgezet in'],
  },
  RESTATES: { EN: ['restates', 'restated by'], FR: ['réaffirme', 'réaffirmé par'], NL: ['herhaalt', 'herhaald door'] },
  ABOUT: { EN: ['about', 'theme of'], FR: ['porte sur', 'thème de'], NL: ['gaat over', 'thema van'] },
  ESTABLISHES: { EN: ['establishes', 'established by'], FR: ['crée', 'créé par'], NL: ['richt op', 'opgericht door'] },
  GOVERNS: { EN: ['governs', 'governed by'], FR: ['régit', 'régi par'], NL: ['regelt', 'geregeld door'] },
  AMENDS: { EN: ['amends', 'amended by'], FR: ['modifie', 'modifié par'], NL: ['wijzigt', 'gewijzigd door'] },
  REPEALS: { EN: ['repeals', 'repealed by'], FR: ['abroge', 'abrogé par'], NL: ['trekt in', 'ingetrokken door'] },
  IMPLEMENTS: {
    EN: ['implements', 'implemented by'],
    FR: ['met en œuvre', 'mis en œuvre par'],
    NL: ['voert uit', 'uitgevoerd door'],
  },
  BASED_ON: { EN: ['based on', 'basis of'], FR: ['fondé sur', 'fondement de'], NL: ['gebaseerd op', 'grondslag van'] },
  OPERATES: { EN: ['operates', 'operated by'], FR: ['exploite', 'exploité par'], NL: ['beheert', 'beheerd door'] },
  PART_OF: { EN: ['part of', 'has part'], FR: ['fait partie de', 'comprend'], NL: ['maakt deel uit van', 'omvat'] },
  SUCCEEDED_BY: { EN: ['succeeded by', 'succeeds'], FR: ['remplacé par', 'succède à'], NL: ['opgevolgd door', 'opvolger van'] },
  LOCATED_IN: { EN: ['located in', 'place of'], FR: ['situé à', 'lieu de'], NL: ['gevestigd in', 'plaats van'] },
  PARTICIPATED_IN: {
    EN: ['took part in', 'attended by'],
    FR: ['a participé à', 'participants'],
    NL: ['nam deel aan', 'deelnemers'],
  },
  REPORTS_ON: {
    EN: ['reports on', 'reported on by'],
    FR: ['rend compte de', 'suites exposées dans'],
    NL: ['brengt verslag uit over', 'besproken in'],
  },
  CLAIMS: {
    EN: ['says of', 'claims about it'],
    FR: ['affirme de', 'affirmations à son sujet'],
    NL: ['zegt over', 'beweringen hierover'],
  },
  BROADER: { EN: ['belongs to', 'includes'], FR: ['relève de', 'inclut'], NL: ['hoort bij', 'omvat'] },
}
