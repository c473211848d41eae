import { effect, signal } from '@preact/signals'
import { joinScenes, type Scene } from '../graph/scene.ts'
import { view } from '../view/current.ts'
import { writeStep } from '../view/step.ts'
import type { Point } from '../view/view.ts'
import { layers } from './current.ts'
import type { LayoutTask, Places } from './layout.ts'

/** Where each entity of the scene stands. */
export const positions = signal<ReadonlyMap<string, Point>>(new Map())
export const arranging = signal(false)

const worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' })
const waiting = new Map<number, (places: Places) => void>()
worker.addEventListener('message', ({ data }: MessageEvent<{ number: number; places: Places }>) => {
  waiting.get(data.number)?.(data.places)
  waiting.delete(data.number)
})

let asked = 0
/** What was on the scene when it was last arranged, whatever the day. */
let arrangedSteps = ''
let round = 0

/** Arranges the scene whenever it changes: step after step, so that a view that is opened again looks as it did. */
export function followLayers(): void {
  effect(() => {
    const scenes = layers.value
    round += 1
    void arrangeAll(scenes, round)
  })
}

async function arrangeAll(scenes: readonly Scene[], mine: number): Promise<void> {
  const whole = joinScenes(scenes)
  const before = positions.peek()
  // Moving in time or going back leaves everything where the eye has it.
  const missing = [...whole.nodes.keys()].filter(id => !before.has(id))
  if (missing.length === 0) {
    arranging.value = false
    return
  }
  arranging.value = true
  const opening = before.size === 0
  const steps = view.peek().steps.map(writeStep).join(' ')
  // Only the day is another: what is new finds its place among what stays.
  const held = !opening && steps === arrangedSteps ? [...before.keys()] : []
  arrangedSteps = steps
  let places: ReadonlyMap<string, Point> = opening ? new Map() : before
  for (const count of opening ? scenes.map((_, index) => index + 1) : [scenes.length]) {
    places = await settle(joinScenes(scenes.slice(0, count)), places, held)
    if (mine !== round) return
  }
  positions.value = places
  arranging.value = false
}

async function settle(
  scene: Scene,
  before: ReadonlyMap<string, Point>,
  held: readonly string[],
): Promise<ReadonlyMap<string, Point>> {
  const ids = [...scene.nodes.keys()]
  const index = new Map(ids.map((id, place) => [id, place]))
  const { pinned } = view.peek()
  const known = Object.fromEntries(
    ids.flatMap(id => {
      const place = before.get(id) && (pinned[id] ?? before.get(id))
      return place ? [[id, [place.x, place.y] as const]] : []
    }),
  )
  const fixed = [...Object.keys(pinned), ...held]
  const lines = [...scene.statements.values()].map(({ from, to }) => [index.get(from)!, index.get(to)!] as const)
  const found = await send({ ids, lines, known, fixed })
  return new Map([...before, ...ids.map((id, place) => [id, { x: found[place]![0], y: found[place]![1] }] as const)])
}

function send(task: LayoutTask): Promise<Places> {
  asked += 1
  const number = asked
  return new Promise(resolve => {
    waiting.set(number, resolve)
    worker.postMessage({ number, task })
  })
}
