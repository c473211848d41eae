import type { RootPlan } from '../plan/plan.ts'
import { printEach } from './knownAt.ts'
import { printRelationship } from './printConnection.ts'
import { type Entry, type Printing, printObject, typenameEntry } from './printing.ts'
import { printNode } from './printNode.ts'

/** A path or a neighbourhood, of which two expressions give the nodes and the relationships. */
export function printGraph(
  printing: Printing,
  { fields, asOf }: Extract<RootPlan, { kind: 'paths' | 'neighbourhood' }>,
  nodes: string,
  relationships: string,
): string {
  const entries = fields.map((field): Entry => {
    const { key } = field
    switch (field.kind) {
      case 'typename':
        return typenameEntry(field)
      case 'length':
        return { key, value: `size(${relationships})` }
      case 'nodes': {
        const node = printing.variable('n')
        return { key, value: printEach(printing, node, nodes, asOf, () => printNode(printing, node, field.node)) }
      }
      case 'relationships': {
        const statement = printing.variable('r')
        return {
          key,
          value: `[${statement} IN ${relationships} | ${printRelationship(printing, statement, field.fields, asOf)}]`,
        }
      }
    }
  })
  return printObject(printing, entries)
}
