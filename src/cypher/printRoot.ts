import type { RootPlan } from '../plan/plan.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { StatementTemplate } from './bind.ts'
import { printConnection } from './printConnection.ts'
import { printCoverage } from './printCoverage.ts'
import { Printing } from './printing.ts'
import { printLookup } from './printLookup.ts'
import { printNeighbourhood } from './printNeighbourhood.ts'
import { printPaths } from './printPaths.ts'
import { printRevision } from './printRevision.ts'

/** Prints what one root field asks for as one statement that returns its answer, in the shape of the response, as `value`. */
export function printRoot(ontology: Ontology, plan: RootPlan): StatementTemplate {
  const printing = new Printing(ontology, 'maps')
  const answer = `RETURN ${printRootValue(printing, plan)} AS value`
  return { text: [...printing.subqueries, answer].join('\n'), parameters: printing.parameters.all() }
}

/** Prints what all root fields of an operation ask for as one statement, on one line since it travels with each request, that returns their answers, as bare lists, in `values`. */
export function printOperation(ontology: Ontology, plans: readonly RootPlan[]): StatementTemplate {
  const printing = new Printing(ontology, 'lists')
  const onOneLine = (text: string) => text.replace(/\s+/g, ' ')
  const values = onOneLine(`[${plans.map(plan => printRootValue(printing, plan)).join(', ')}]`)
  const before = onOneLine(printing.subqueries.join('\n'))
  return {
    text: `${before} RETURN ${values} AS values`.trimStart(),
    parameters: printing.parameters.all(),
    ...(plans.every(isShareable) && { shareable: { before, values } }),
  }
}

/** The aggregations of coverage do not nest in a batch. */
function isShareable(plan: RootPlan): boolean {
  return plan.kind !== 'coverage'
}

function printRootValue(printing: Printing, plan: RootPlan): string {
  switch (plan.kind) {
    case 'node':
      return printLookup(printing, plan)
    case 'connection':
      return printConnection(printing, plan.connection, '')
    case 'paths':
      return printPaths(printing, plan)
    case 'neighbourhood':
      return printNeighbourhood(printing, plan)
    case 'revision':
      return printRevision(printing, plan)
    case 'coverage':
      return printCoverage(printing, plan)
  }
}
