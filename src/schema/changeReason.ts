import { declareEnum } from './enums.ts'

export const ChangeReason = declareEnum('ChangeReason', 'Why a revision was made.', {
  WORLD_CHANGED: 'Something happened in the world.',
  SOURCE_CHANGED: 'A source was published, replaced or changed its words.',
  CORRECTION: 'The graph was wrong about its source.',
  RECODED: 'The same sources were read or coded anew.',
})
