import type { RootPlan } from '../plan/plan.ts'
import { enter, isPast, printAllStates, printFound, printStart } from './knownAt.ts'
import { type Printing, printSubquery, printWhere } from './printing.ts'
import { printNode } from './printNode.ts'

/** One entity, by the unique properties named. */
export function printLookup(printing: Printing, plan: Extract<RootPlan, { kind: 'node' }>): string {
  const { by, type, node, asOf } = plan
  const variable = printing.variable('n')
  if (isPast(asOf)) return printPastLookup(printing, variable, plan)
  const conditions = by.map(
    ({ property, value }) => `${variable}.${property.name} = ${printing.parameters.add(value, { kind: 'value', type: 'ID' })}`,
  )
  const rows = printSubquery('COLLECT', [
    `MATCH (${variable}:${type?.name ?? 'Entity'})`,
    printWhere(conditions.length > 0 ? conditions : ['false']),
    `RETURN ${printNode(printing, variable, node)} LIMIT 1`,
  ])
  return `head(${rows})`
}

/** Found by its id or else by another unique property, with the value that it had at the instant. */
function printPastLookup(printing: Printing, node: string, plan: Extract<RootPlan, { kind: 'node' }>): string {
  const { by, type, asOf } = plan
  const label = type?.name ?? 'Entity'
  enter(printing, node, asOf)
  const id = by.find(({ property }) => property.name === 'id')
  const others = by.filter(one => one !== id)
  const equal = (variable: string) =>
    others.map(({ property, value }) => {
      return `${variable}.${property.name} = ${printing.parameters.add(value, { kind: 'value', type: 'ID' })}`
    })
  const found = id
    ? [
        `MATCH ${printStart(printing, node, label, id.value, asOf)}`,
        ...printFound(printing, node, type ? [type.name] : [], asOf, [], equal(printing.state(node))),
      ]
    : [printAllStates(printing, node, label, asOf, equal)]
  return `head(${printSubquery('COLLECT', [...found, `RETURN ${printNode(printing, node, plan.node)} LIMIT 1`])})`
}
