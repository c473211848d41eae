type Values = Readonly<Record<string, unknown>>

/** Corrections that bring values back, and the names of those that were edited since and stay. */
export interface TakenBack {
  readonly changes: Record<string, unknown>
  readonly stays: readonly string[]
}

/**
 * Takes a change back from values that may have been edited since: what is as the change left it becomes what it was before, or
 * null when it was not there; of lists only what the change added goes; what was edited since stays.
 */
export function takeBack(before: Values, after: Values, now: Values): TakenBack {
  const changes: Record<string, unknown> = {}
  const stays: string[] = []
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, made, is] = [before[name], after[name], now[name]]
    if (isSame(was, made) || isSame(is, was)) continue
    if (isSame(is, made)) changes[name] = clearParts(was, is)
    else if (Array.isArray(made) && Array.isArray(is)) {
      const added = made.filter(item => !(Array.isArray(was) && was.includes(item)))
      const left = is.filter(item => !added.includes(item))
      changes[name] = left.length > 0 ? left : null
    } else if (isMap(made) && isMap(is)) {
      const parts = takeBack(isMap(was) ? was : {}, made, is)
      if (Object.keys(parts.changes).length > 0) changes[name] = parts.changes
      stays.push(...parts.stays.map(part => `${name}.${part}`))
    } else stays.push(name)
  }
  return { changes, stays }
}

/** What was there before; a map goes into the one that is there, so that what it did not have is cleared. */
function clearParts(was: unknown, is: unknown): unknown {
  if (!isMap(was) || !isMap(is)) return was ?? null
  return { ...Object.fromEntries(Object.keys(is).map(key => [key, null])), ...was }
}

function isSame(one: unknown, two: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(two ?? null)
}

function isMap(value: unknown): value is Values {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
