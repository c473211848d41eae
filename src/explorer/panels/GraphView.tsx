import { computed, effect, untracked } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Picture } from '../draw/picture.ts'
import { picture } from '../draw/shownPicture.ts'
import { neighboursOf } from '../graph/scene.ts'
import { nameType } from '../ontology/names.ts'
import { loaded } from '../scene/current.ts'
import { positions } from '../scene/positions.ts'
import { visible } from '../scene/visible.ts'
import { text } from '../texts/text.ts'
import { amend, change, view } from '../view/current.ts'
import type { Point } from '../view/view.ts'
import { choose, collapse, hide, togglePin } from './actions.ts'
import { expandEverything } from './expandEverything.ts'
import { nextInDirection } from './nextInDirection.ts'

// Each by itself, so that a moved camera does not draw everything anew.
const pinned = computed(() => view.value.pinned)
const chosen = computed(() => view.value.selected)
const lang = computed(() => view.value.lang)
const scheme = computed(() => view.value.scheme)

/** The graph, for the eye and the pointer; by keyboard one walks from dot to dot. */
export function GraphView() {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => open(container.current!), [])
  const t = text.value
  return (
    <section class="graph" aria-label={t.graph}>
      <div
        ref={container}
        class="canvas"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph is walked by its keys.
        tabIndex={0}
        role="application"
        aria-label={t.graphHelp}
        onKeyDown={listen}
      />
      <p class="hidden-visually" role="status">
        {describeChosen()}
      </p>
      <div class="zoom">
        <button type="button" class="icon" aria-label={t.zoomIn} title={t.zoomIn} onClick={() => zoom('in')}>
          +
        </button>
        <button type="button" class="icon" aria-label={t.zoomOut} title={t.zoomOut} onClick={() => zoom('out')}>
          −
        </button>
        <button type="button" class="icon wide" onClick={() => zoom('all')}>
          {t.fit}
        </button>
      </div>
    </section>
  )
}

/** Draws in this element for as long as it is there. */
function open(container: HTMLElement): () => void {
  let told: ReturnType<typeof setTimeout> | undefined
  const shown = new Picture(container, {
    choose,
    expand: expandEverything,
    drop: (id, place) => change({ pinned: { ...view.value.pinned, [id]: place } }),
    moveCamera: camera => {
      clearTimeout(told)
      told = setTimeout(() => {
        const whole = camera.x === 0.5 && camera.y === 0.5 && camera.ratio === 1
        amend({ camera: whole ? undefined : camera })
      }, 400)
    },
  })
  picture.value = shown
  const { camera } = view.peek()
  if (camera) shown.sigma.getCamera().setState(camera)
  const stop = [
    effect(() => {
      const held = pinned.value
      const places = positions.value
      shown.show(visible.value, id => held[id] ?? places.get(id))
    }),
    effect(() => {
      const selected = chosen.value
      shown.select(selected, lang.value)
      void positions.value
      if (selected && !untracked(() => view.value.camera)) setTimeout(() => shown.centre(selected), 500)
    }),
    effect(() => {
      void scheme.value
      shown.recolour()
    }),
  ]
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const recolour = () => shown.recolour()
  dark.addEventListener('change', recolour)
  return () => {
    for (const end of stop) end()
    clearTimeout(told)
    dark.removeEventListener('change', recolour)
    picture.value = undefined
    shown.kill()
  }
}

function zoom(how: 'in' | 'out' | 'all'): void {
  const camera = picture.value?.sigma.getCamera()
  if (how === 'in') void camera?.animatedZoom({ duration: 200 })
  else if (how === 'out') void camera?.animatedUnzoom({ duration: 200 })
  else void camera?.animatedReset({ duration: 300 })
}

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

function listen(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { selected } = view.value
  const direction = directions[event.key]
  if (direction) {
    event.preventDefault()
    const next = nextInDirection(visible.value, positions.value, selected, direction)
    if (next) {
      choose(next)
      picture.value?.centre(next)
    }
  } else if (event.key === '+') zoom('in')
  else if (event.key === '-') zoom('out')
  else if (event.key === '0') zoom('all')
  else if (selected) act(event.key.toLowerCase(), selected)
}

function act(key: string, selected: string): void {
  if (key === 'e') expandEverything(selected)
  else if (key === 'c') collapse(selected)
  else if (key === 'h' || key === 'delete') hide(selected)
  else if (key === 'p') togglePin(selected, positions.value.get(selected))
  else if (key === 'enter') document.querySelector<HTMLElement>('.side h2')?.focus()
}

/** What is chosen, for those who do not see it. */
function describeChosen(): string {
  const { selected, lang } = view.value
  const node = selected && loaded.value.nodes.get(selected)
  if (!node) return ''
  return `${node.label}, ${nameType(node.type, lang)}. ${text.value.onScene(1, neighboursOf(visible.value, node.id).size)}`
}
