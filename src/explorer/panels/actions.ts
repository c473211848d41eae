import { neighboursOf } from '../graph/scene.ts'
import { loaded } from '../scene/current.ts'
import { visible } from '../scene/visible.ts'
import { change, view } from '../view/current.ts'
import { addStep, removeStep, writeStep } from '../view/step.ts'
import type { Direction, Point, Step } from '../view/view.ts'

/** Opens an entity in the panel; with nothing, closes it. */
export function choose(id: string | undefined): void {
  if (view.value.selected !== id || view.value.statement) change({ selected: id, statement: undefined })
}

/** Opens an entity that may not be on the scene yet, and puts it there; on another day if one is given. */
export function bring(id: string, day?: string): void {
  const { steps, hidden, mode } = view.value
  change({
    ...(day !== undefined && { validAt: day }),
    selected: id,
    statement: undefined,
    mode: mode === 'reading' ? 'graph' : mode,
    hidden: hidden.filter(known => known !== id),
    steps: loaded.value.nodes.has(id) ? steps : addStep(steps, { kind: 'node', id }),
  })
}

/** Whether these statements of an entity have been put on the scene by themselves. */
export function isExpanded(id: string, type: string, direction: Direction): boolean {
  const written = writeStep({ kind: 'expand', id, type, direction })
  return view.value.steps.some(step => writeStep(step) === written)
}

/** Puts the statements of one type on the scene, or takes them away again. */
export function toggleExpansion(id: string, type: string, direction: Direction): void {
  const step: Step = { kind: 'expand', id, type, direction }
  const { steps } = view.value
  change({ selected: id, steps: isExpanded(id, type, direction) ? keep(id, removeStep(steps, step)) : addStep(steps, step) })
}

/** Puts all statements of these kinds on the scene. */
export function expandAll(id: string, groups: readonly { readonly type: string; readonly direction: Direction }[]): void {
  const expansions = groups.map(({ type, direction }): Step => ({ kind: 'expand', id, type, direction }))
  change({ selected: id, steps: expansions.reduce(addStep, view.value.steps) })
}

/** These steps with the entity by itself, which stays when what was expanded from it goes. */
function keep(id: string, steps: readonly Step[]): readonly Step[] {
  return addStep(steps, { kind: 'node', id })
}

/** Takes away what was expanded from an entity; what only hung on it is hidden. */
export function collapse(id: string): void {
  const { steps, hidden } = view.value
  const left = steps.filter(step => !(step.kind === 'expand' && step.id === id))
  if (left.length < steps.length) {
    change({ steps: keep(id, left) })
    return
  }
  const leaves = [...neighboursOf(visible.value, id)].filter(other => neighboursOf(visible.value, other).size === 1)
  if (leaves.length > 0) change({ hidden: [...new Set([...hidden, ...leaves])] })
}

export function hide(id: string): void {
  const { hidden, selected } = view.value
  change({ hidden: [...hidden, id], selected: selected === id ? undefined : selected })
}

/** Keeps an entity where it is, or lets it go again. */
export function togglePin(id: string, place: Point | undefined): void {
  const { [id]: held, ...others } = view.value.pinned
  if (held) change({ pinned: others })
  else if (place) change({ pinned: { ...others, [id]: place } })
}
