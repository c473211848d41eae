import { declareEnum } from './enums.ts'

export const DatePrecision = declareEnum('DatePrecision', 'How exactly a date is known.', {
  DAY: 'To the day.',
  MONTH: 'To the month; the day given is its first.',
  YEAR: 'To the year; the day given is its first.',
})
