import { declareEnum } from './enums.ts'

export const DisputeKind = declareEnum('DisputeKind', 'In what sources differ.', {
  DATE_MISMATCH: 'They give different dates.',
  VALUE_MISMATCH: 'They give different values of another kind.',
})
