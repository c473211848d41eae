import { computed, effect, signal } from '@preact/signals'
import { AskError } from '../api/ask.ts'
import { listDocuments } from '../api/listDocuments.ts'
import { type Asking, loadStep } from '../api/loadStep.ts'
import { joinScenes, type Scene } from '../graph/scene.ts'
import { amend, view } from '../view/current.ts'
import { writeStep } from '../view/step.ts'
import type { Step } from '../view/view.ts'

/** The day and the language in which everything is asked. */
export const asking = computed<Asking>(() => {
  const { lang, validAt, knownAt } = view.value
  const asOf = validAt || knownAt ? { ...(validAt && { validAt }), ...(knownAt && { knownAt }) } : null
  return { lang, asOf }
})

/** What each step brings, in their order; together they are the scene. */
export const layers = signal<readonly Scene[]>([])
export const loaded = computed(() => joinScenes(layers.value))
export const loading = signal(true)
export const trouble = signal<AskError | undefined>(undefined)

const kept = new Map<string, Promise<Scene>>()
const stepsSaid = computed(() => view.value.steps.map(writeStep).join(' '))
const attempt = signal(0)
let round = 0

/** Asks again for what could not be had. */
export function retry(): void {
  attempt.value += 1
}

/** Loads the scene whenever the view says another one. */
export function followView(): void {
  effect(() => {
    void stepsSaid.value
    void attempt.value
    load(view.peek().steps, asking.value)
  })
}

async function load(steps: readonly Step[], how: Asking): Promise<void> {
  round += 1
  const mine = round
  loading.value = true
  try {
    if (steps.length === 0) {
      const [first] = await listDocuments(how)
      if (mine !== round) return
      if (first) amend({ steps: [{ kind: 'document', id: first.id }] })
      else finish([])
      return
    }
    const found = await Promise.all(steps.map(step => loadOnce(step, how)))
    if (mine === round) finish(found)
  } catch (error) {
    if (mine !== round) return
    loading.value = false
    trouble.value = error instanceof AskError ? error : new AskError('refused', String(error))
    if (['down', 'unreachable', 'busy', 'slow'].includes(trouble.value.trouble))
      setTimeout(() => mine === round && retry(), (trouble.value.retryAfterSeconds ?? 5) * 1000)
  }
}

function finish(found: readonly Scene[]): void {
  layers.value = found
  loading.value = false
  trouble.value = undefined
}

function loadOnce(step: Step, how: Asking): Promise<Scene> {
  const key = JSON.stringify([step, how])
  const known = kept.get(key)
  if (known) return known
  const fresh = loadStep(step, how)
  kept.set(key, fresh)
  fresh.catch(() => kept.delete(key))
  return fresh
}
