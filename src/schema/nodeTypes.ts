import { Claim } from './claim.ts'
import { Commitment } from './commitment.ts'
import { Document } from './document.ts'
import { Event } from './event.ts'
import { InformationSystem } from './informationSystem.ts'
import { Institution } from './institution.ts'
import { LegalInstrument } from './legalInstrument.ts'
import { Passage } from './passage.ts'
import { Person } from './person.ts'
import { Place } from './place.ts'
import { ProgressReport } from './progressReport.ts'
import { Theme } from './theme.ts'

/** Every node type, in the order in which reference pages and legends show them. */
export const nodeTypes = [
  Document,
  Passage,
  Commitment,
  Institution,
  LegalInstrument,
  InformationSystem,
  Event,
  Person,
  Place,
  Theme,
  ProgressReport,
  Claim,
] as const
