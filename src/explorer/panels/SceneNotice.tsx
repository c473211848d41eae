import { useState } from 'preact/hooks'
import { keepKey } from '../api/key.ts'
import { layers, loaded, loading, retry, trouble } from '../scene/current.ts'
import { arranging } from '../scene/positions.ts'
import { visible } from '../scene/visible.ts'
import { text } from '../texts/text.ts'
import { change, view } from '../view/current.ts'
import { noFilters } from '../view/view.ts'

/** What there is to say of the scene as a whole: how much, that it is being loaded, that it is empty, or what went wrong. */
export function SceneNotice() {
  const t = text.value
  const { nodes, statements, cutFrom } = visible.value
  const all = loaded.value.nodes.size
  if (trouble.value) return <TroubleNotice />
  if (loading.value && all === 0)
    return (
      <p class="notice" role="status">
        {t.loading}
      </p>
    )
  if (all === 0)
    return (
      <div class="notice" role="status">
        <p>{missesPath() ? t.noPath : view.value.validAt ? t.nothingThen : t.emptyScene}</p>
        <p class="quiet">{t.emptySceneHint}</p>
      </div>
    )
  if (nodes.size === 0)
    return (
      <div class="notice" role="status">
        <p>{t.filteredAway}</p>
        <button type="button" onClick={() => change({ filters: noFilters, hidden: [] })}>
          {t.clearFilters}
        </button>
      </div>
    )
  return (
    <p class="count" role="status">
      {loading.value ? t.loading : arranging.value ? t.arranging : t.onScene(nodes.size, statements.size)}
      {!loading.value && missesPath() && <span> · {t.noPath}</span>}
      {cutFrom !== undefined && <span> · {t.truncated(loaded.value.statements.size, cutFrom)}</span>}
    </p>
  )
}

/** Whether a path was asked for that there is not. */
function missesPath(): boolean {
  const { steps } = view.value
  return (
    layers.value.length === steps.length &&
    layers.value.some(({ nodes }, index) => steps[index]!.kind === 'path' && nodes.size === 0)
  )
}

/** What went wrong, what is done about it, and what the reader can do. */
export function TroubleNotice() {
  const t = text.value
  const [key, setKey] = useState('')
  const { trouble: kind, message } = trouble.value!
  if (kind === 'keyNeeded' || kind === 'keyWrong')
    return (
      <form
        class="notice"
        onSubmit={event => {
          event.preventDefault()
          keepKey(key)
          retry()
        }}
      >
        <p role="alert">{t[kind]}</p>
        <label>
          {t.key}
          <input type="password" autocomplete="off" value={key} onInput={event => setKey(event.currentTarget.value)} />
        </label>
        <button type="submit" disabled={key === ''}>
          {t.useKey}
        </button>
        <p class="quiet">{t.keyKept}</p>
      </form>
    )
  return (
    <div class="notice" role="alert">
      <p>{t[kind]}</p>
      {kind === 'refused' && <p class="quiet">{message}</p>}
      {kind !== 'refused' && <p class="quiet">{t.retrying}</p>}
      <button type="button" onClick={retry}>
        {t.retry}
      </button>
    </div>
  )
}
