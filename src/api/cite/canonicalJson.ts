/** JSON in the canonical form of RFC 8785: keys in order, no white space, so that equal values have equal bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const held = Object.entries(value).filter(([, item]) => item !== undefined)
  // The default order of strings is that of their UTF-16 code units, as the RFC asks for.
  const entries = held.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
  return `{${entries.join(',')}}`
}
