import { GapKind } from '../../schema/gaps.ts'
import type { NodeType } from '../../schema/ontology.ts'
import { DateScalar } from '../../schema/scalars.ts'
import { StatusScheme } from '../../schema/statusSchemes.ts'
import { AsOf } from './asOf.ts'
import { declareObject, type FieldDeclaration, makeClass, type TypeClass } from './declare.ts'
import { propertyFields } from './properties.ts'

const asOf = { asOf: { type: () => AsOf, description: 'The date asked for, in place of that of the root field.' } }

/** The fields of a commitment that say how it stands, beside its three axes. */
export function statusFields(
  { properties }: NodeType,
  classes: ReadonlyMap<string, TypeClass>,
): Record<string, FieldDeclaration> {
  const status = declareObject(
    makeClass('StatusInScheme'),
    'What the status of a commitment is called in a published taxonomy.',
    {
      scheme: { type: () => StatusScheme, description: 'The taxonomy.' },
      value: { type: () => String, nullable: true, description: 'Its own word; none where it has no place for the status.' },
      lossy: { type: () => Boolean, description: 'Whether something is lost on the way.' },
      loss: { type: () => String, nullable: true, description: 'What is lost, in a sentence.' },
    },
  )
  const axes = ['progress', 'assessment', 'timeliness'].map(name => ({ ...properties.get(name)!, computed: false }))
  const change = declareObject(makeClass('StatusChange'), 'How a commitment stood after one report on it.', {
    date: { type: () => DateScalar, description: 'The day to which the report refers.' },
    ...propertyFields(axes),
    report: { type: () => classes.get('ProgressReport')!, description: 'The report.' },
  })
  return {
    statusIn: {
      type: () => status,
      description: 'Its status on the date asked for, in the words of a published taxonomy, with what that loses.',
      arguments: { scheme: { type: () => StatusScheme, description: 'The taxonomy.', required: true }, ...asOf },
    },
    statusHistory: {
      type: () => [change],
      description: 'How its status came about: the state after each report up to the date asked for, the earliest first.',
      arguments: asOf,
    },
    gaps: { type: () => [GapKind], description: 'What is not known of it on the date asked for.', arguments: asOf },
  }
}
