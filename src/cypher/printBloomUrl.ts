import type { BloomUrlField } from '../plan/plan.ts'
import { perspectiveNames } from '../schema/bloomPerspective.ts'
import type { NodeType } from '../schema/ontology.ts'
import { literal, type Printing } from './printing.ts'

/**
 * The address that opens Bloom at a node: without a phrase it searches for its category and its id, which Bloom finds by the
 * index on ids. Of what an id may hold, only the slash must be encoded.
 */
export function printBloomUrl(printing: Printing, variable: string, type: NodeType, field: BloomUrlField): string {
  if (field.base === undefined) return 'null'
  const { parameters } = printing
  const start = parameters.add(`${field.base}${field.base.includes('?') ? '&' : '?'}search=`, { kind: 'value', type: 'String' })
  const perspective = parameters.add(perspectiveNames[field.perspective], { kind: 'urlPart' })
  const ofNode = `${literal(`${type.name}%20`)} + replace(${printing.state(variable)}.id, '/', '%2F')`
  const phrase = parameters.add(field.phrase ?? null, { kind: 'urlPart' })
  return `${start} + coalesce(${phrase}, ${ofNode}) + '&perspective=' + ${perspective} + '&run=true'`
}
