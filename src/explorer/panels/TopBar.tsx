import { text } from '../texts/text.ts'
import { amend, canRedo, canUndo, change, redo, undo, view } from '../view/current.ts'
import { emptyView, type Language, languages, modes } from '../view/view.ts'
import { bring } from './actions.ts'
import { MoreMenu } from './MoreMenu.tsx'
import { SearchBox } from './SearchBox.tsx'

/** The search and what concerns the whole page. */
export function TopBar() {
  const t = text.value
  const { mode, lang } = view.value
  return (
    <header class="top">
      <h1 class="name">
        <a href="/" onClick={startAgain} title={t.startAgain}>
          Pacta
        </a>
      </h1>
      <SearchBox id="search" label={t.search} hint={t.searchHint} onChoose={(id, typed) => bring(id, dayIn(typed))} />
      <nav class="segments" aria-label={t.views}>
        {modes.map(name => (
          <button key={name} type="button" aria-pressed={mode === name} onClick={() => change({ mode: name })}>
            {t[name]}
          </button>
        ))}
      </nav>
      <div class="tools">
        <button
          type="button"
          class="icon"
          disabled={!canUndo.value}
          onClick={undo}
          aria-label={t.undo}
          title={`${t.undo} (Ctrl Z)`}
        >
          <Arrow d="M9 5 4 10l5 5M4 10h9a5 5 0 0 1 0 10h-2" />
        </button>
        <button
          type="button"
          class="icon"
          disabled={!canRedo.value}
          onClick={redo}
          aria-label={t.redo}
          title={`${t.redo} (Ctrl Shift Z)`}
        >
          <Arrow d="m15 5 5 5-5 5M20 10h-9a5 5 0 0 0 0 10h2" />
        </button>
        <select aria-label={t.language} value={lang} onChange={event => amend({ lang: event.currentTarget.value as Language })}>
          {languages.map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <MoreMenu />
      </div>
    </header>
  )
}

/** A past day that a question names: 2018-06-11. */
function dayIn(typed: string): string | undefined {
  const day = /\b\d{4}-\d\d-\d\d\b/.exec(typed)?.[0] ?? ''
  return Date.parse(day) <= Date.now() ? day : undefined
}

function startAgain(event: MouseEvent): void {
  event.preventDefault()
  const { lang, scheme } = view.value
  change({ ...clean, ...emptyView(lang), scheme })
}

/** What an empty view leaves out has to be taken away. */
const clean = {
  selected: undefined,
  statement: undefined,
  validAt: undefined,
  knownAt: undefined,
  document: undefined,
  camera: undefined,
}

function Arrow({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={d} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
