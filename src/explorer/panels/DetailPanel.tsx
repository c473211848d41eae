import { useEffect, useRef, useState } from 'preact/hooks'
import { type Details, loadDetails } from '../api/loadDetails.ts'
import { picture } from '../draw/shownPicture.ts'
import { nameType } from '../ontology/names.ts'
import { colourOf } from '../ontology/ontology.ts'
import { asking, loaded } from '../scene/current.ts'
import { positions } from '../scene/positions.ts'
import { text } from '../texts/text.ts'
import { change, view } from '../view/current.ts'
import { addStep } from '../view/step.ts'
import { bring, choose, collapse, expandAll, hide, togglePin } from './actions.ts'
import { Disputes } from './Disputes.tsx'
import { Dot } from './Dot.tsx'
import { explain } from './explain.ts'
import { KeyFacts, Properties } from './Properties.tsx'
import { SearchBox } from './SearchBox.tsx'
import { StatementGroups } from './StatementGroups.tsx'
import { useAnswer } from './useAnswer.ts'

/** All that the graph says of one entity. */
export function DetailPanel({ id }: { id: string }) {
  const t = text.value
  const how = asking.value
  const [attempt, setAttempt] = useState(0)
  const article = useRef<HTMLElement>(null)
  // What is opened is read from its beginning, however far the one before was read.
  useEffect(() => article.current?.parentElement?.scrollTo({ top: 0 }), [])
  const answer = useAnswer(() => loadDetails(id, how, loaded.peek().nodes.get(id)?.type), [id, how, attempt])
  return (
    <article ref={article} class="detail" aria-busy={answer.state === 'waiting'}>
      <button type="button" class="icon close" aria-label={t.close} title={`${t.close} (Esc)`} onClick={() => choose(undefined)}>
        ×
      </button>
      {answer.state === 'waiting' && <p class="quiet">{t.loading}</p>}
      {answer.state === 'failed' && (
        <p role="alert">
          {explain(answer.error)}{' '}
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            {t.retry}
          </button>
        </p>
      )}
      {answer.state === 'here' && (answer.value ? <Entity details={answer.value} /> : <p>{t.nothingThen}</p>)}
    </article>
  )
}

function Entity({ details }: { details: Details }) {
  const t = text.value
  const { id, label, description, __typename: type } = details
  const { lang, mode } = view.value
  const said = (name: string) => details.properties.find(({ property }) => property.name === name)?.value
  const words = said('text')
  // The words are in the language of their document; the summary is in the reader's.
  const summary = description ?? said('summary')
  return (
    <>
      <p class="kind">
        <Dot colour={colourOf(type)} /> {nameType(type, lang)}
      </p>
      <h2 tabIndex={-1}>{label}</h2>
      {typeof summary === 'string' && <p class="description">{summary}</p>}
      {typeof words === 'string' && <blockquote class="as-written">{words}</blockquote>}
      <KeyFacts details={details} />
      {mode !== 'reading' && <Actions details={details} />}
      <StatementGroups details={details} />
      <Disputes key={id} id={id} />
      <Properties details={details} />
      <p class="address">
        <a href={pageAddress(id)}>{t.address}</a>
        {' · '}
        <a href={`/graphql#about=${encodeURIComponent(id)}&lang=${lang.toLowerCase()}`}>{t.askAbout}</a>
      </p>
    </>
  )
}

/** The page of an entity, in the language and for the dates of the view. */
function pageAddress(id: string): string {
  const { lang, validAt, knownAt } = view.value
  const asked = { ...(validAt && { validAt }), ...(knownAt && { knownAt }), lang: lang.toLowerCase() }
  return `/id/${id}?${new URLSearchParams(asked)}`
}

function Actions({ details }: { details: Details }) {
  const t = text.value
  const { id } = details
  const [seeking, seek] = useState(false)
  const onScene = loaded.value.nodes.has(id)
  if (!onScene)
    return (
      <div class="actions">
        <button type="button" onClick={() => bring(id)}>
          {t.addToScene}
        </button>
      </div>
    )
  return (
    <>
      <div class="actions">
        <button type="button" onClick={() => expandAll(id, details.groups)}>
          {t.expandAll}
        </button>
        <button type="button" onClick={() => collapse(id)}>
          {t.collapse}
        </button>
        <button type="button" onClick={() => togglePin(id, positions.value.get(id))}>
          {view.value.pinned[id] ? t.unpin : t.pin}
        </button>
        <button type="button" onClick={() => hide(id)}>
          {t.hide}
        </button>
        <button type="button" aria-expanded={seeking} onClick={() => seek(!seeking)}>
          {t.pathTo}
        </button>
        {picture.value && (
          <button type="button" onClick={() => picture.value?.centre(id, true)}>
            {t.centre}
          </button>
        )}
      </div>
      {seeking && (
        <SearchBox
          id="path-search"
          label={t.pathTo}
          hint={t.pathHint}
          onChoose={to => {
            seek(false)
            change({ steps: addStep(view.value.steps, { kind: 'path', from: id, to }) })
          }}
        />
      )}
    </>
  )
}
