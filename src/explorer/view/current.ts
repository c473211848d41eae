import { batch, signal } from '@preact/signals'
import { readAddress, writeAddress } from './address.ts'
import { type Language, languages, type View } from './view.ts'

const preferred = navigator.languages
  .map(tag => tag.slice(0, 2).toUpperCase())
  .find((tag): tag is Language => (languages as readonly string[]).includes(tag))

/** What is seen now. */
export const view = signal<View>(readAddress(location.hash, preferred ?? 'EN'))

/** How far back and forward one can go from here. */
export const canUndo = signal(false)
export const canRedo = signal(false)

// Each entry of the browser's history has a number, so that Back, Forward, undo and redo are one and the same.
let index = 0
let last = 0
enter('replaceState')
addEventListener('popstate', event => arrive(event.state))

/** Goes to another view, which can be undone. */
export function change(difference: Partial<View>): void {
  index += 1
  last = index
  view.value = { ...view.value, ...difference }
  enter('pushState')
}

/** Changes what is not worth an entry in the history: the camera, a language. */
export function amend(difference: Partial<View>): void {
  view.value = { ...view.value, ...difference }
  enter('replaceState')
}

export function undo(): void {
  if (canUndo.value) history.back()
}

export function redo(): void {
  if (canRedo.value) history.forward()
}

function enter(how: 'pushState' | 'replaceState'): void {
  if (history.state?.index !== undefined && how === 'replaceState' && index === 0) {
    // The page was loaded again in the middle of its history.
    index = history.state.index
    last = Math.max(index, Number(sessionStorage.getItem('last') ?? 0))
  }
  history[how]({ index }, '', writeAddress(view.value))
  sessionStorage.setItem('last', String(last))
  tell()
}

/** Back, forward, or a link within the page, which has no number yet. */
function arrive(state: { index?: number } | null): void {
  if (state?.index === undefined) {
    index += 1
    last = index
  } else index = state.index
  batch(() => {
    view.value = readAddress(location.hash, view.value.lang)
    enter('replaceState')
  })
}

function tell(): void {
  canUndo.value = index > 0
  canRedo.value = index < last
}
