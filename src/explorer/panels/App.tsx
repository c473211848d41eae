import { useEffect } from 'preact/hooks'
import { text } from '../texts/text.ts'
import { redo, undo, view } from '../view/current.ts'
import { choose } from './actions.ts'
import { DetailPanel } from './DetailPanel.tsx'
import { GraphView } from './GraphView.tsx'
import { Legend } from './Legend.tsx'
import { ReadingView } from './ReadingView.tsx'
import { SceneNotice } from './SceneNotice.tsx'
import { TableView } from './TableView.tsx'
import { TimeBar } from './TimeBar.tsx'
import { TopBar } from './TopBar.tsx'
import { Welcome } from './Welcome.tsx'

/** The whole page. */
export function App() {
  const { mode, selected } = view.value
  useEffect(() => {
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <div class={`page page-${mode}`}>
      <TopBar />
      {mode !== 'reading' && <Legend />}
      <main class="stage" aria-label={text.value[mode]}>
        {mode === 'graph' && <GraphView />}
        {mode === 'table' && <TableView />}
        {mode === 'reading' ? <ReadingView /> : <SceneNotice />}
      </main>
      <aside class="side" aria-label={text.value.details}>
        {selected ? <DetailPanel key={selected} id={selected} /> : <Welcome />}
      </aside>
      <TimeBar />
    </div>
  )
}

/** Keys that work everywhere but where one writes. */
function listen(event: KeyboardEvent): void {
  const { target, key, ctrlKey, metaKey, shiftKey } = event
  if (target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=range]), select, textarea, dialog *'))
    return
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') {
    event.preventDefault()
    if (shiftKey) redo()
    else undo()
  } else if (ctrlKey || metaKey) return
  else if (key === '/') {
    event.preventDefault()
    document.querySelector<HTMLElement>('#search')?.focus()
  } else if (key === 'Escape') choose(undefined)
}
