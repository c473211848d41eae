import { effect } from '@preact/signals'
import { loadDetails } from '../api/loadDetails.ts'
import { search } from '../api/search.ts'
import type { Scene } from '../graph/scene.ts'
import { asking, loaded, loading } from './current.ts'

const pause = 600

/**
 * Asks ahead, once the first scene is there, for the most tied entity of each type: it is what readers open first, and the
 * database, which plans each kind of question when it first comes, has made its plans when they do.
 */
export function askAhead(): void {
  let asked = false
  effect(() => {
    if (asked || loading.value || loaded.value.nodes.size === 0) return
    asked = true
    setTimeout(() => void askFor(mostTied(loaded.peek())), pause)
  })
}

async function askFor(nodes: readonly { readonly id: string; readonly type: string; readonly label: string }[]): Promise<void> {
  try {
    // One after the other, so that what the reader asks meanwhile does not wait behind them.
    for (const { id, type } of nodes) await loadDetails(id, asking.peek(), type)
    if (nodes[0]) await search(nodes[0].label, asking.peek())
  } catch {
    // Who opens it is told what is wrong.
  }
}

function mostTied({ nodes, statements }: Scene) {
  const ties = new Map<string, number>()
  for (const { from, to } of statements.values()) for (const end of [from, to]) ties.set(end, (ties.get(end) ?? 0) + 1)
  const sorted = [...nodes.values()].sort((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0))
  return [...new Set(sorted.map(({ type }) => type))].map(type => sorted.find(node => node.type === type)!)
}
