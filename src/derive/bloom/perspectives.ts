import type { PerspectiveDeclaration } from './declaration.ts'
import { legalBasis } from './legalBasis.ts'
import { provenance } from './provenance.ts'
import { researcher } from './researcher.ts'
import { timeline } from './timeline.ts'

/** Every perspective, the most general first. */
export const perspectives: readonly PerspectiveDeclaration[] = [researcher, legalBasis, provenance, timeline]
