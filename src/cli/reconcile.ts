import { closest } from 'fastest-levenshtein'
import { readConfig } from '../config.ts'
import { migrate } from '../database/migrate.ts'
import { Reconciler, type Request } from '../reconcile/reconciler.ts'
import { ChangeReason } from '../schema/changeReason.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command, Values } from './command.ts'
import { openConfigured } from './openConfigured.ts'
import { printDuplicate, printMerge, printMerged, printUndone } from './printReconciliation.ts'

const actions = ['propose', 'accept', 'undo', 'list']
const usualTypes = ['Institution', 'Person']
const usualScore = 0.5
const usualNumber = 100

/** `pacta reconcile`: proposes entities that may be one, merges two, and takes merges back. */
export const reconcile: Command = {
  summary: 'Find entities that are one, merge them, and undo merges.',
  operands: 'propose [type…] | accept KEPT LOST | undo MERGE | list',
  options: {
    score: { type: 'string', help: `With propose: the least score that is shown, 0 to 1; ${usualScore} by default.` },
    first: { type: 'string', help: `With propose: how many at most; ${usualNumber} by default.` },
    reason: { type: 'string', help: `Why: ${Object.keys(ChangeReason).join(', ')}; RECODED by default.` },
    author: { type: 'string', help: 'In whose name the revision is made.' },
    note: { type: 'string', help: 'A note that the revision keeps.' },
    json: { type: 'boolean', help: 'One JSON object a line.' },
  },
  async run(values, operands) {
    const task = readTask(values, operands)
    if (typeof task === 'string') {
      console.error(task)
      return 2
    }
    const ontology = readOntology()
    const opened = await openConfigured(readConfig(process.env), step => console.error(step))
    try {
      await migrate(opened.database, ontology)
      await task(new Reconciler(ontology, opened.database))
      return 0
    } finally {
      await opened.close()
    }
  },
}

type Task = (reconciler: Reconciler) => Promise<void>

/** What is to be done, or what is wrong with how it was asked for. */
function readTask(values: Values, [action = '', ...operands]: readonly string[]): Task | string {
  const given = values as Readonly<Record<string, string | undefined>>
  const { reason = 'RECODED', author, note } = given
  if (!Object.keys(ChangeReason).includes(reason))
    return `--reason takes ${Object.keys(ChangeReason).join(', ')}, not "${reason}". Did you mean "${closest(reason, Object.keys(ChangeReason))}"?`
  const request: Request = { caller: 'command line', reason, ...(author && { author }), ...(note && { note }) }
  const print = <T extends object>(one: T, sentence: (one: T) => string): void =>
    console.log(values['json'] ? JSON.stringify(one) : sentence(one))
  const [first, second, ...rest] = operands
  switch (action) {
    case 'propose':
      return readProposal(given, operands, print)
    case 'accept':
      if (first === undefined || second === undefined || rest.length > 0)
        return 'Say which two: pacta reconcile accept KEPT LOST; the first one stays.'
      return async reconciler => print(await reconciler.accept(first, second, request), printMerged)
    case 'undo':
      if (first === undefined || second !== undefined) return 'Say which merge: pacta reconcile undo merge/17; `list` shows them.'
      return async reconciler => print(await reconciler.undo(first, request), printUndone)
    case 'list':
      if (first !== undefined) return `\`pacta reconcile list\` takes nothing more, not "${first}".`
      return async reconciler => {
        for (const merge of await reconciler.list()) print(merge, printMerge)
      }
    default:
      return `\`pacta reconcile\` takes ${actions.join(', ')}, not ${action ? `"${action}". Did you mean "${closest(action, actions)}"?` : 'nothing.'}`
  }
}

function readProposal(
  { score = String(usualScore), first = String(usualNumber) }: Readonly<Record<string, string | undefined>>,
  types: readonly string[],
  print: (one: Parameters<typeof printDuplicate>[0], sentence: typeof printDuplicate) => void,
): Task | string {
  const least = Number(score)
  if (!/^\d*\.?\d+$/.test(score) || least > 1) return `--score takes a number from 0 to 1, not "${score}".`
  if (!/^\d{1,6}$/.test(first)) return `--first takes a whole number, not "${first}".`
  return async reconciler => {
    const found = await reconciler.propose(types.length > 0 ? types : usualTypes, least)
    const shown = found.slice(0, Number(first))
    for (const duplicate of shown) print(duplicate, printDuplicate)
    if (found.length > shown.length) console.error(`… and ${found.length - shown.length} more; --first shows more.`)
    if (found.length === 0) console.error('None are likely to be one.')
  }
}
