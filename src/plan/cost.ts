import { checkBounds } from './checkBounds.ts'
import type { ConnectionPlan, DisputeFieldPlan, FieldPlan, NodePlan, Page, RootPlan } from './plan.ts'
import { readLeaf } from './slot.ts'

/** The most changes of status that the history of a commitment gives. */
export const mostChanges = 100
/** The most groups that coverage gives of one kind. */
export const mostGroups = 1000

type Variables = Readonly<Record<string, unknown>>

/** The most nodes that the root fields of one operation may ask for together. */
export const largestCost = 50_000

/** How many nodes a root field asks for at most: the product of the page sizes, level by level. Refuses a page that is too large. */
export function costOf(plan: RootPlan, variables: Variables): number {
  switch (plan.kind) {
    case 'node':
      return 1 + costOfNode(plan.node, variables)
    case 'connection':
      return costOfConnection(plan.connection, variables)
    case 'revision':
      return 1
    case 'coverage':
      return mostGroups * sum(plan.fields.map(field => (field.kind === 'group' ? 1 + costOfEnds(field.fields, variables) : 0)))
    case 'paths':
      return (
        Number(readLeaf(plan.first, variables)) * (1 + costOfGraph(plan, variables)) * Number(readLeaf(plan.maxLength, variables))
      )
    case 'neighbourhood':
      return Number(readLeaf(plan.limit, variables)) * (1 + costOfGraph(plan, variables))
  }
}

function costOfGraph({ fields }: Extract<RootPlan, { kind: 'paths' | 'neighbourhood' }>, variables: Variables): number {
  return sum(
    fields.map(field => {
      if (field.kind === 'nodes') return costOfNode(field.node, variables)
      if (field.kind === 'relationships') return 1 + costOfEnds(field.fields, variables)
      return 0
    }),
  )
}

function costOfConnection({ page, fields, source }: ConnectionPlan, variables: Variables): number {
  const first = readPageSize(page, variables)
  const rows = fields.flatMap(field => (field.kind === 'edges' ? field.fields : []))
  const each = rows.map(field => {
    if (field.kind === 'node') return 1 + costOfNode(field.node, variables)
    if (field.kind === 'relationship') return 1 + costOfEnds(field.fields, variables)
    if (field.kind === 'handling') return 1 + costOfEnds(field.fields, variables)
    if (field.kind === 'dispute') return 1 + costOfDispute(field.fields, variables)
    return 0
  })
  return first * sum(each) + (source.kind === 'search' ? 1 : 0)
}

function readPageSize({ field, first, largest }: Page, variables: Variables): number {
  return checkBounds(`${field}.first`, readLeaf(first, variables), 0, largest)
}

function costOfEnds(fields: readonly { readonly kind: string }[], variables: Variables): number {
  return sum(fields.map(field => ('node' in field ? 1 + costOfNode(field.node as NodePlan, variables) : 0)))
}

/** Of several types that can stand in one place, the dearest counts. */
function costOfNode({ variants }: NodePlan, variables: Variables): number {
  return Math.max(0, ...variants.map(({ fields }) => sum(fields.map(field => costOfField(field, variables)))))
}

function costOfField(field: FieldPlan, variables: Variables): number {
  if (field.kind === 'connection') return costOfConnection(field.connection, variables)
  if (field.kind === 'history') return mostChanges * (1 + costOfEnds(field.fields, variables))
  return field.kind === 'single' || field.kind === 'computed' ? 1 + costOfNode(field.node, variables) : 0
}

/** Few sources speak of one property. */
const usualClaims = 4

function costOfDispute(fields: readonly DisputeFieldPlan[], variables: Variables): number {
  const claims = fields.flatMap(field => (field.kind === 'claims' ? [1 + costOfEnds(field.fields, variables)] : []))
  return costOfEnds(fields, variables) + usualClaims * sum(claims)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
