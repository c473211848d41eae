import { Int } from 'type-graphql'
import { ChangeReason } from '../../schema/changeReason.ts'
import type { ArgumentDeclaration } from './declare.ts'

/** What every mutation that writes a revision takes beside what it is to write. */
export const editArguments: Readonly<Record<string, ArgumentDeclaration>> = {
  reason: { type: () => ChangeReason, description: 'Why the graph changes.', required: true },
  note: { type: () => String, description: 'What else is to be known of the change.' },
  expectedRevision: {
    type: () => Int,
    description: 'The revision that the graph must still be at; else nothing is done and the error is a CONFLICT.',
  },
}
