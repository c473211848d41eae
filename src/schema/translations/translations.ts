import type { Language } from '../language.ts'
import { ofCommitments } from './ofCommitments.ts'
import { ofEntities } from './ofEntities.ts'
import { ofEvents } from './ofEvents.ts'
import { ofInstitutions } from './ofInstitutions.ts'
import { ofInstruments } from './ofInstruments.ts'
import { ofStatements } from './ofStatements.ts'

/** A sentence in the languages beside English. */
export interface Translation {
  readonly FR: string
  readonly NL: string
}

/** Translations by the English sentence, so that a sentence that was changed has none until it is translated anew. */
export type Translations = Readonly<Record<string, Translation>>

const known: Translations = {
  ...ofEntities,
  ...ofCommitments,
  ...ofInstitutions,
  ...ofInstruments,
  ...ofEvents,
  ...ofStatements,
}

const precision: Translation = {
  FR: 'Avec quelle précision cette date est connue.',
  NL: 'Hoe nauwkeurig deze datum bekend is.',
}

/** What the ontology says in English, in French and in Dutch; undefined when that is not written yet. */
export function translate(sentence: string): Translation | undefined {
  return sentence.startsWith('How exactly `') ? precision : known[sentence]
}

/** What the ontology says, in a language and without the marks of code; undefined when that is not written yet. */
export function describe(sentence: string, lang: Language): string | undefined {
  const said = lang === 'EN' ? sentence : translate(sentence)?.[lang]
  return said?.replaceAll('`', '')
}

/** The English sentences that have translations. */
export function translated(): readonly string[] {
  return Object.keys(known)
}
