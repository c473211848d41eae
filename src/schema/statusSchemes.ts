import { declareEnum } from './enums.ts'

export const StatusScheme = declareEnum('StatusScheme', 'A published taxonomy of what becomes of promises.', {
  OGP: 'Completion levels of the Open Government Partnership.',
  POLIMETRE: 'Verdicts of the Polimètre of Laval University.',
  G7RG: 'Compliance scores of the G7 Research Group.',
  POLITIFACT: 'Verdicts of the PolitiFact family of promise meters.',
})

/** One rule of a mapping: a commitment whose three axes are all among these has this status in the scheme. */
export interface StatusRule {
  readonly assessment?: readonly string[]
  readonly progress?: readonly string[]
  readonly timeliness?: readonly string[]
  /** The scheme's own word; none where it has no place for it. */
  readonly value?: string
  /** What the mapping loses; none where it loses nothing. */
  readonly loss?: string
}

const judged = ['NOT_ASSESSED']
const late: StatusRule = { timeliness: ['LATE'], value: 'Kept in part', loss: 'The scheme counts late delivery as in part.' }
const noPlace = (what: string): string => `The scheme has no place for ${what}.`

/** The rules of each scheme, in order: the first that holds decides. The last of each holds always. */
export const statusRules: Readonly<Record<keyof typeof StatusScheme, readonly StatusRule[]>> = {
  OGP: [
    { assessment: ['NO_EVIDENCE'], value: 'No Evidence Available' },
    { assessment: ['FULFILLED'], value: 'Complete' },
    { assessment: ['PARTIALLY_FULFILLED'], value: 'Substantial', loss: 'Partly may be Limited or Substantial in the scheme.' },
    { assessment: ['NOT_FULFILLED'], loss: noPlace('a judgement that it was not fulfilled') },
    { assessment: ['UNVERIFIABLE'], loss: noPlace('words that allow no judgement') },
    { assessment: judged, progress: ['DELIVERED'], value: 'Complete', loss: 'It was delivered, and nobody has judged it.' },
    { progress: ['IN_PROGRESS'], value: 'Limited', loss: 'Begun may be Limited or Substantial in the scheme.' },
    { progress: ['STALLED'], value: 'Limited', loss: 'The scheme does not say that it has stopped.' },
    { progress: ['ABANDONED', 'SUPERSEDED'], loss: noPlace('what was given up or replaced') },
    { value: 'Not Started' },
  ],
  POLIMETRE: [
    { ...late, assessment: ['FULFILLED'] },
    { assessment: ['FULFILLED'], value: 'Kept' },
    { assessment: ['PARTIALLY_FULFILLED'], value: 'Kept in part', loss: 'Partly kept and in the works are one verdict.' },
    { assessment: ['NOT_FULFILLED'], value: 'Broken' },
    {
      assessment: ['NO_EVIDENCE', 'UNVERIFIABLE'],
      value: 'Not yet rated',
      loss: 'Searched without result and not yet rated are one.',
    },
    { ...late, progress: ['DELIVERED'] },
    { progress: ['DELIVERED'], value: 'Kept', loss: 'It was delivered, and nobody has judged it.' },
    {
      progress: ['IN_PROGRESS', 'STALLED'],
      value: 'In the works',
      loss: 'The scheme does not tell what goes on from what has stopped.',
    },
    { progress: ['ABANDONED'], value: 'Broken' },
    { progress: ['SUPERSEDED'], loss: noPlace('what was replaced') },
    { value: 'Not yet rated' },
  ],
  G7RG: [
    { assessment: ['FULFILLED'], value: '+1' },
    { assessment: ['PARTIALLY_FULFILLED'], value: '0' },
    { assessment: ['NOT_FULFILLED'], value: '-1', loss: 'The scheme scores one yearly cycle, the status here has none.' },
    { assessment: ['NO_EVIDENCE', 'UNVERIFIABLE'], loss: 'The scheme does not score it.' },
    { progress: ['DELIVERED'], value: '+1', loss: 'It was delivered, and nobody has judged it.' },
    { progress: ['IN_PROGRESS'], value: '0', loss: 'The scheme scores one yearly cycle, the status here has none.' },
    { progress: ['STALLED'], value: '0', loss: 'The scheme does not say that it has stopped.' },
    { progress: ['ABANDONED'], value: '-1', loss: 'The scheme does not tell giving up from not beginning.' },
    { progress: ['SUPERSEDED'], loss: noPlace('what was replaced') },
    { value: '-1', loss: 'The scheme does not tell not begun from not done.' },
  ],
  POLITIFACT: [
    { ...late, value: 'Promise Kept', loss: 'The scheme does not say that it was late.', assessment: ['FULFILLED'] },
    { assessment: ['FULFILLED'], value: 'Promise Kept' },
    { assessment: ['PARTIALLY_FULFILLED'], value: 'Compromise' },
    { assessment: ['NOT_FULFILLED'], value: 'Promise Broken' },
    {
      assessment: ['NO_EVIDENCE', 'UNVERIFIABLE'],
      value: 'Not Yet Rated',
      loss: 'Searched without result and not yet rated are one.',
    },
    { progress: ['DELIVERED'], value: 'Promise Kept', loss: 'It was delivered, and nobody has judged it.' },
    { progress: ['IN_PROGRESS'], value: 'In the Works' },
    { progress: ['STALLED'], value: 'Stalled' },
    { progress: ['ABANDONED'], value: 'Promise Broken' },
    { progress: ['SUPERSEDED'], loss: noPlace('what was replaced') },
    { value: 'Not Yet Rated' },
  ],
}
