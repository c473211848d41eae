/** That every statement along the `path` is among those shown and held on a day; today when none is given. */
export function pathHolds(day = 'date()'): string {
  return `all(r IN relationships(path) WHERE ${holds('r', day)})`
}

/** That a statement is among those shown and held on a day. */
export function holds(statement: string, day = 'date()'): string {
  const from = `(${statement}.validFrom IS NULL OR ${statement}.validFrom <= ${day})`
  const to = `(${statement}.validTo IS NULL OR ${statement}.validTo > ${day})`
  return `${statement}.rank <> 'DEPRECATED' AND ${from} AND ${to}`
}
