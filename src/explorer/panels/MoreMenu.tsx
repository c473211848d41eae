import { useState } from 'preact/hooks'
import { exportFormats, exportScene } from '../export/exportScene.ts'
import { text } from '../texts/text.ts'
import { amend, change, view } from '../view/current.ts'
import { type Scheme, schemes } from '../view/view.ts'

/** What is needed now and then: sharing, exporting, the whole graph, the keys. */
export function MoreMenu() {
  const t = text.value
  const [said, say] = useState('')
  return (
    <div class="more">
      <button
        type="button"
        class="icon"
        popovertarget="more"
        aria-label={t.export}
        title={`${t.copyAddress} · ${t.export} · ${t.help}`}
      >
        ⋯
      </button>
      <div id="more" popover="auto" class="menu">
        <button
          type="button"
          onClick={() =>
            navigator.clipboard.writeText(location.href).then(
              () => say(t.copied),
              () => say(location.href),
            )
          }
        >
          {t.copyAddress}
        </button>
        <p class="quiet" role="status">
          {said}
        </p>
        <h2>{t.export}</h2>
        <div class="formats">
          {exportFormats.map(format => (
            <button key={format} type="button" onClick={() => exportScene(format)}>
              {format}
            </button>
          ))}
        </div>
        <button
          type="button"
          onClick={() =>
            change({ steps: [{ kind: 'all', types: [] }], hidden: [], mode: view.value.mode === 'table' ? 'table' : 'graph' })
          }
        >
          {t.everything}
        </button>
        <label class="appearance">
          {t.appearance}
          <select value={view.value.scheme} onChange={event => amend({ scheme: event.currentTarget.value as Scheme })}>
            {schemes.map(name => (
              <option key={name} value={name}>
                {t[name]}
              </option>
            ))}
          </select>
        </label>
        <a href={`/graphql#lang=${view.value.lang.toLowerCase()}`}>{t.queryPage}</a>
        <h2>{t.help}</h2>
        <dl class="keys">
          {t.keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
