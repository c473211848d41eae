import { declareEnum } from './enums.ts'

export const BloomPerspective = declareEnum('BloomPerspective', 'A perspective of Neo4j Bloom, of those in `schema/bloom`.', {
  RESEARCHER: 'Who handles what.',
  LEGAL_BASIS: 'On what law it rests.',
  PROVENANCE: 'Who says so, and where sources differ.',
  TIMELINE: 'When it was.',
})
export type BloomPerspective = keyof typeof BloomPerspective

/** The names of the perspectives in English, by which links into Bloom choose them. */
export const perspectiveNames: Record<BloomPerspective, string> = {
  RESEARCHER: 'Pacta: Researcher',
  LEGAL_BASIS: 'Pacta: Legal basis',
  PROVENANCE: 'Pacta: Provenance and disputes',
  TIMELINE: 'Pacta: Timeline',
}
