import { declareEnum } from './enums.ts'

export const GapKind = declareEnum('GapKind', 'What is not known of a commitment, and why.', {
  NOBODY_NAMED: 'The text was read for who is to act, and names nobody.',
  NAMED_ONLY_BY_CLASS: 'The text names who is to act only by class, such as "prison administrations".',
  NO_LEGAL_BASIS: 'The law was looked through, and no legal basis is known.',
  NO_EVIDENCE: 'What became of it was looked into, and no evidence is known.',
  NOT_CODED: 'At least one aspect (handlers, legal basis, progress) has not been coded yet.',
  SEARCHED_NOT_FOUND: 'Evidence was looked for in named places and not found.',
})

/** A filter of commitments, in the form that the API takes. */
type CommitmentFilter = Readonly<Record<string, unknown>>

const named = { statement: { basis: ['NAMED_IN_TEXT'] } }
const reported = { date: { reached: true } }

/** The condition that a commitment with each kind of gap meets, as a filter of commitments. */
export const gapFilters: Readonly<Record<keyof typeof GapKind, CommitmentFilter>> = {
  NOBODY_NAMED: { coded: ['HANDLERS'], not: { handledBy: named } },
  NAMED_ONLY_BY_CLASS: { handledBy: { kind: ['CLASS'], ...named }, not: { handledBy: { not: { kind: ['CLASS'] }, ...named } } },
  NO_LEGAL_BASIS: { coded: ['LEGAL_BASIS'], not: { instruments: { aspect: ['LEGAL_BASIS'] } } },
  NO_EVIDENCE: { coded: ['PROGRESS'], not: { progressReports: { not: { kind: ['NOTHING_FOUND'] }, ...reported } } },
  NOT_CODED: {
    or: [{ not: { coded: ['HANDLERS'] } }, { not: { coded: ['LEGAL_BASIS'] } }, { not: { coded: ['PROGRESS'] } }],
  },
  SEARCHED_NOT_FOUND: { progressReports: { kind: ['NOTHING_FOUND'], ...reported } },
}

/** The condition that a commitment meets when its deadline has passed and nothing shows that it was done in time or later. */
export const overdueFilter: CommitmentFilter = { deadline: { reached: true }, timeliness: ['OVERDUE'] }
