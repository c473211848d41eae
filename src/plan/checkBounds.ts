import { ArgumentError } from './argumentError.ts'

/** The number that an argument got, when it lies within bounds; else throws an `ArgumentError` with the nearest one that does. */
export function checkBounds(argument: string, value: unknown, least: number, largest: number): number {
  const number = value as number
  if (number >= least && number <= largest) return number
  const nearest = String(Math.min(Math.max(number, least), largest))
  throw new ArgumentError(argument, value, `a whole number from ${least} to ${largest}`, nearest)
}
