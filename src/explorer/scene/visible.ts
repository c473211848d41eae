import { computed, effect, signal } from '@preact/signals'
import { ask } from '../api/ask.ts'
import { documents } from '../api/documents.ts'
import type { Scene, SceneStatement } from '../graph/scene.ts'
import { view } from '../view/current.ts'
import type { Filters } from '../view/view.ts'
import { asking, loaded } from './current.ts'

/** The commitments that are about the theme of the filter; undefined when there is no such filter. */
const themed = signal<ReadonlySet<string> | undefined>(undefined)

// Each by itself, so that a moved camera does not filter thousands of statements anew.
const filters = computed(() => view.value.filters)
const hidden = computed(() => view.value.hidden)
const steps = computed(() => view.value.steps)
const selected = computed(() => view.value.selected)

/** What of the scene the filters let through and nobody has hidden. */
export const visible = computed(() => {
  const alone = new Set(
    steps.value.flatMap(step => ('id' in step ? [step.id] : step.kind === 'path' ? [step.from, step.to] : [])),
  )
  if (selected.value) alone.add(selected.value)
  return filterScene(loaded.value, filters.value, new Set(hidden.value), themed.value, alone)
})

/** The part of a scene that is not filtered away; what only filtered lines held goes with them, unless it stands for itself. */
export function filterScene(
  scene: Scene,
  filters: Filters,
  hidden: ReadonlySet<string>,
  commitments: ReadonlySet<string> | undefined,
  alone: ReadonlySet<string>,
): Scene {
  const passes = (id: string) => {
    const node = scene.nodes.get(id)
    if (!node || hidden.has(id) || filters.nodeTypes.includes(node.type)) return false
    return !commitments || node.type !== 'Commitment' || commitments.has(id)
  }
  const statements = new Map(
    [...scene.statements].filter(([, line]) => passesLine(line, filters) && passes(line.from) && passes(line.to)),
  )
  // What somebody hid takes nothing with it.
  const tied = endsOf([...scene.statements.values()].filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)))
  const stillTied = endsOf(statements.values())
  const nodes = new Map([...scene.nodes].filter(([id]) => passes(id) && (stillTied.has(id) || !tied.has(id) || alone.has(id))))
  return { ...scene, nodes, statements }
}

function passesLine({ type, role, basis }: SceneStatement, filters: Filters): boolean {
  return !filters.relationshipTypes.includes(type) && !(role && filters.roles.includes(role)) && !filters.bases.includes(basis)
}

function endsOf(statements: Iterable<SceneStatement>): Set<string> {
  const ends = new Set<string>()
  for (const { from, to } of statements) ends.add(from).add(to)
  return ends
}

const theme = computed(() => view.value.filters.theme)

/** Fetches what the filter by theme needs, when there is one. */
export function followTheme(): void {
  effect(() => {
    const id = theme.value
    if (!id) {
      themed.value = undefined
      return
    }
    const { asOf } = asking.value
    findCommitmentsAbout(id, asOf).then(
      found => id === theme.peek() && (themed.value = found),
      () => (themed.value = undefined),
    )
  })
}

async function findCommitmentsAbout(id: string, asOf: object | null): Promise<Set<string>> {
  const found = new Set<string>()
  let after: string | null = null
  do {
    const { relationships }: { relationships: Page } = await ask(documents.commitmentsAbout, { id, after, asOf })
    for (const { node } of relationships.edges) found.add(node.from.id)
    after = relationships.pageInfo.hasNextPage ? relationships.pageInfo.endCursor : null
  } while (after)
  return found
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly node: { readonly from: { readonly id: string } } }[]
}
