import type { ParameterDeclaration } from './declaration.ts'

export const commitment = named('commitment', 'engagement', 'Commitment')
export const institution = named('institution', 'institution', 'Institution')
export const instrument = named('instrument', 'acte', 'LegalInstrument')
export const event = named('event', 'evenement', 'Event')
export const theme = named('theme', 'theme', 'Theme')
export const place = named('place', 'lieu', 'Place')
export const celex: ParameterDeclaration = {
  name: { EN: 'celex', FR: 'celex' },
  type: 'String',
  suggest: { nodeType: 'LegalInstrument', property: 'celex' },
}

/** A day, for which days of this property are suggested. */
export function day(english: string, french: string, nodeType: string, property: string): ParameterDeclaration {
  return { name: { EN: english, FR: french }, type: 'Date', suggest: { nodeType, property } }
}

/** Something by its name in the language of the phrase. */
function named(english: string, french: string, nodeType: string): ParameterDeclaration {
  return { name: { EN: english, FR: french }, type: 'String', suggest: { nodeType, property: 'label' } }
}
