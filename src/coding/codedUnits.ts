import type { Proposal } from './proposal.ts'

/** What coders said of one field of one unit. */
export interface CodedUnit {
  readonly field: string
  readonly unit: string
  readonly about: string
  readonly codings: readonly Coding[]
}
/** What one coder said of it; nothing when the coder coded the field there without this unit. */
export interface Coding {
  readonly coder: string
  readonly value: string
  readonly proposals: readonly Proposal[]
}

/** The value of a coder who coded the field of a commitment, but did not say this of it. */
export const notSaid = 'NOT_SAID'

/**
 * The units that coders coded. Who coded a field of statements at a commitment, such as who handles it, has also said that no
 * other statement of the kind is to be made there.
 */
export function findUnits(proposals: readonly Proposal[]): CodedUnit[] {
  const byUnit = group(proposals, ({ field, unit }) => `${field} ${unit}`)
  const codersAt = new Map(
    [...group(proposals, ({ field, about }) => `${field} ${about}`)].map(([place, of]) => [
      place,
      new Set(of.map(({ coder }) => coder)),
    ]),
  )
  return [...byUnit.values()].map(of => {
    const { field, unit, about, kind } = of[0]!
    const said = [...group(of, ({ coder }) => coder)].map(([coder, own]): Coding => {
      const values = [...new Set(own.map(({ value }) => value))].sort()
      return { coder, value: values.join(' + '), proposals: own }
    })
    const silent = kind === 'assertStatement' ? [...codersAt.get(`${field} ${about}`)!] : []
    const others = silent.filter(coder => said.every(coding => coding.coder !== coder))
    const codings = [...said, ...others.map(coder => ({ coder, value: notSaid, proposals: [] }))]
    return { field, unit, about, codings: codings.sort((a, b) => (a.coder < b.coder ? -1 : 1)) }
  })
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}
