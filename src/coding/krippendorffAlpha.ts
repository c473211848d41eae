/** How far coders agree on one field. */
export interface Alpha {
  /** 1 when they agree on all, 0 as by chance; null when nothing can be said: no pairs, or one value only. */
  readonly alpha: number | null
  /** The units that at least two coders coded. */
  readonly units: number
  /** The pairs of values of one unit by two coders. */
  readonly pairs: number
}

/**
 * Krippendorff's alpha for nominal values, after "Computing Krippendorff's Alpha-Reliability" (2011), section C: any number of
 * coders, and values may be missing. Each unit is the list of the values that coders gave it.
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): Alpha {
  const pairable = units.filter(values => values.length > 1)
  const totals = new Map<string, number>()
  let [paired, agreeing, pairs] = [0, 0, 0]
  for (const values of pairable) {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      agreeing += (count * (count - 1)) / (values.length - 1)
    }
    paired += values.length
    pairs += (values.length * (values.length - 1)) / 2
  }
  const expected = [...totals.values()].reduce((sum, count) => sum + count * (count - 1), 0)
  // All values alike leave no disagreement to be expected, so agreement says nothing.
  const alpha = totals.size < 2 ? null : ((paired - 1) * agreeing - expected) / (paired * (paired - 1) - expected)
  return { alpha, units: pairable.length, pairs }
}
