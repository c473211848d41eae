import { Random } from './random.ts'

/** The words that texts of this domain use most, by language; synthetic rare words follow them. */
const common = {
  en: `security cooperation exchange information police judicial border terrorism radicalisation prevention services data
    passenger records interoperability systems internet content removal platforms detention returning fighters investigation
    prosecution agency authorities member states regulation directive implementation training weapons explosives financing
    network analysis monitoring intelligence strategy evaluation dialogue migration asylum customs cybersecurity protection
    victims evidence request warrant joint team liaison officer database alert screening travel authorisation fraud document
    identity biometric fingerprint prison reintegration minors families repatriation conference declaration summit ministers
    working group expert roadmap action plan budget funding support capacity region partner third country transport rail
    aviation maritime energy climate research innovation digital trade investment tax transparency corruption laundering
    drugs trafficking smuggling surveillance encryption retention access legal framework reform treaty protocol convention`,
  fr: `sécurité coopération échange renseignement police judiciaire frontière terrorisme radicalisation prévention services
    données passagers dossiers interopérabilité systèmes internet contenus retrait plateformes détention combattants enquête
    poursuites agence autorités membres règlement directive application formation armes explosifs financement réseau analyse
    suivi stratégie évaluation dialogue migration asile douanes cybersécurité protection victimes preuve demande mandat équipe
    commune liaison officier fichier signalement contrôle voyage autorisation fraude document identité empreinte prison
    réinsertion mineurs familles rapatriement conférence déclaration sommet ministres travail groupe experts plan budget
    soutien capacités région partenaire transport ferroviaire aérien maritime énergie climat recherche innovation numérique`,
} as const
export type WrittenLanguage = keyof typeof common

const rareWords = 3000
const glue = { en: ['of', 'the', 'and', 'in', 'for', 'with', 'on'], fr: ['de', 'la', 'et', 'en', 'pour', 'avec', 'sur'] } as const
const syllables =
  'ba be bi bo da de di do fa fe fi ga go ka ke ko la le li lo ma me mi mo na ne ni no pa pe pi ra re ri ro sa se si so ta te ti to va ve vi vo za zo'.split(
    ' ',
  )

const vocabulary = { en: makeVocabulary('en', 1), fr: makeVocabulary('fr', 2) }

function makeVocabulary(language: WrittenLanguage, seed: number): string[] {
  const words = new Set(common[language].split(/\s+/))
  const target = words.size + rareWords
  const random = new Random(seed)
  while (words.size < target) {
    const parts = Array.from({ length: random.between(3, 4) }, () => random.pick(syllables))
    words.add(parts.join('') + random.pick(['r', 'n', 'l', 't']))
  }
  return [...words]
}

/** A word with a meaning of its own, the common ones most often. */
export function drawWord(random: Random, language: WrittenLanguage): string {
  return vocabulary[language][random.zipf(vocabulary[language].length, 0.9)]!
}

/** Words up to about this many characters, small words between them, the first in upper case. */
export function drawText(random: Random, language: WrittenLanguage, characters: number): string {
  let text = ''
  while (text.length < characters) {
    if (text && random.chance(0.4)) text += ` ${random.pick(glue[language])}`
    text += `${text && ' '}${drawWord(random, language)}`
  }
  return text[0]!.toUpperCase() + text.slice(1)
}
