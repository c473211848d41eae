import type { Property } from '../schema/ontology.ts'
import { isDate } from '../schema/scalars.ts'

/** Whether claims can be made of a property: an editor writes it. */
export function isClaimable({ name, derived, computed, hidden }: Property): boolean {
  return name !== 'id' && !(derived || computed || hidden)
}

/** Whether claims of a property can be compared with its value: it has one, as text. */
export function isComparable({ list, translated }: Property): boolean {
  return !(list || translated)
}

/** Whether a claim of a day gives one that exists, or a month or a year. */
export function isDayOrPart(text: string): boolean {
  return isDate(text) || isDate(`${text}-01`) || isDate(`${text}-01-01`)
}

/** Whether a claimed value is the one recorded; a claim of a month or a year agrees with each of its days. */
export function agrees({ type }: Property, claimed: string, recorded: string): boolean {
  return type === 'Date' ? recorded === claimed || recorded.startsWith(`${claimed}-`) : recorded === claimed
}
