import { useEffect } from 'preact/hooks'
import { ask } from '../api/ask.ts'
import { documents } from '../api/documents.ts'
import { listDocuments } from '../api/listDocuments.ts'
import { loadDocument, type ReadCommitment, type ReadDocument, type ReadPassage } from '../api/loadDocument.ts'
import { nameValue } from '../ontology/names.ts'
import { colourOf } from '../ontology/ontology.ts'
import { findQuote, type Span } from '../reading/findQuote.ts'
import { asking, trouble } from '../scene/current.ts'
import { text, writeDay } from '../texts/text.ts'
import { change, view } from '../view/current.ts'
import { Dot } from './Dot.tsx'
import { explain } from './explain.ts'
import { TroubleNotice } from './SceneNotice.tsx'
import { SourceLink } from './SourceLink.tsx'
import { useAnswer } from './useAnswer.ts'

/** A document to read, with its commitments marked and each tied to who handles it. */
export function ReadingView() {
  const t = text.value
  const how = asking.value
  const { document: asked, statement } = view.value
  const answer = useAnswer(async () => {
    const listed = await listDocuments(how)
    const id = asked ?? listed[0]?.id
    const [document, quoted] = await Promise.all([
      id ? loadDocument(id, how) : undefined,
      statement ? loadQuoted(statement) : undefined,
    ])
    return { listed, document, quoted }
  }, [how, asked, statement])
  if (trouble.value) return <TroubleNotice />
  if (answer.state !== 'here')
    return (
      <p class="notice" role="status">
        {answer.state === 'waiting' ? t.loading : explain(answer.error)}
      </p>
    )
  const { listed, document, quoted } = answer.value
  if (!document) return <p class="notice">{t.noDocument}</p>
  return (
    <article class="reading">
      {listed.length > 1 && (
        <label class="choose-document">
          {t.document}
          <select value={document.id} onChange={event => change({ document: event.currentTarget.value, statement: undefined })}>
            {listed.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <h2>{document.label}</h2>
      <p class="quiet">
        {document.datePublished && writeDay(document.datePublished)}
        {' · '}
        {t.commitments(new Set(document.passages.flatMap(({ commitments }) => commitments.map(({ id }) => id))).size)}
        {document.url && (
          <>
            {' · '}
            <SourceLink source={document.url} />
          </>
        )}
      </p>
      <Body document={document} quote={quoted ? findQuoted(document, quoted) : undefined} />
    </article>
  )
}

interface Quoted {
  readonly quote: string | null
  readonly source: string
}

async function loadQuoted(id: string): Promise<Quoted | undefined> {
  const { relationships } = await ask<{ relationships: { edges: readonly { node: Quoted }[] } }>(documents.quoted, { id: [id] })
  return relationships.edges[0]?.node
}

function findQuoted(document: ReadDocument, { quote, source }: Quoted): Span | undefined {
  const passage = document.passages.find(({ id }) => id === source)
  return quote ? findQuote(document.characters, quote, passage) : passage
}

/** The text in pieces: each passage with commitments, and what stands between. */
function Body({ document, quote }: { document: ReadDocument; quote: Span | undefined }) {
  const { selected } = view.value
  useEffect(() => {
    const target =
      globalThis.document.querySelector('.reading mark.quoted') ?? globalThis.document.querySelector('.reading .passage.current')
    target?.scrollIntoView({ block: 'center' })
  }, [document.id, quote?.start, selected])
  const pieces: preact.ComponentChildren[] = []
  let at = 0
  for (const passage of document.passages) {
    if (passage.commitments.length === 0 || passage.start < at) continue
    pieces.push(<Plain key={`before ${passage.id}`} document={document} span={{ start: at, end: passage.start }} quote={quote} />)
    pieces.push(<Passage key={passage.id} document={document} passage={passage} quote={quote} />)
    at = passage.end
  }
  const rest = <Plain key="rest" document={document} span={{ start: at, end: document.characters.length }} quote={quote} />
  return (
    <div class="text" lang={document.language.toLowerCase()}>
      {pieces}
      {rest}
    </div>
  )
}

function Plain({ document, span, quote }: { document: ReadDocument; span: Span; quote: Span | undefined }) {
  const { characters } = document
  let { start, end } = span
  while (start < end && isBullet(characters[start]!)) start += 1
  while (start < end && isBullet(characters[end - 1]!)) end -= 1
  if (start === end) return null
  return (
    <p class="plain">
      <Words document={document} span={{ start, end }} quote={quote} />
    </p>
  )
}

/** Space, and the dashes that stood before the points of a list, which the page shows by itself. */
function isBullet(character: string): boolean {
  return /[\s\-–—•]/.test(character)
}

function Passage({ document, passage, quote }: { document: ReadDocument; passage: ReadPassage; quote: Span | undefined }) {
  const { selected, lang } = view.value
  const current = passage.commitments.some(({ id }) => id === selected)
  return (
    <section class={current ? 'passage current' : 'passage'} id={passage.id}>
      <p>
        <mark class="commitment">
          <Words document={document} span={passage} quote={quote} />
        </mark>
      </p>
      <ul class="margin" lang={lang.toLowerCase()} aria-label={passage.label}>
        {passage.commitments.map(commitment => (
          <Commitment key={commitment.id} commitment={commitment} />
        ))}
      </ul>
    </section>
  )
}

/** A stretch of the text, with the quotation in it marked. */
function Words({ document, span, quote }: { document: ReadDocument; span: Span; quote: Span | undefined }) {
  const words = (start: number, end: number) => document.characters.slice(start, end).join('')
  if (!quote || quote.end <= span.start || quote.start >= span.end) return <>{words(span.start, span.end)}</>
  const start = Math.max(quote.start, span.start)
  const end = Math.min(quote.end, span.end)
  return (
    <>
      {words(span.start, start)}
      <mark class="quoted" title={text.value.markedStatement}>
        {words(start, end)}
      </mark>
      {words(end, span.end)}
    </>
  )
}

function Commitment({ commitment }: { commitment: ReadCommitment }) {
  const t = text.value
  const { selected, lang } = view.value
  const open = (id: string) => change({ selected: id, statement: undefined })
  return (
    <li>
      <button type="button" class="link strong" aria-pressed={selected === commitment.id} onClick={() => open(commitment.id)}>
        <Dot colour={colourOf('Commitment')} />
        {commitment.label}
      </button>
      <p class="handlers">
        <span class="quiet">{commitment.handledBy.length > 0 ? t.handledBy : t.nobody}</span>{' '}
        {commitment.handledBy.map(({ id, label, role }) => (
          <button key={`${id} ${role}`} type="button" class="chip" title={nameValue(role, lang)} onClick={() => open(id)}>
            {label}
          </button>
        ))}
        {commitment.triggeredBy.length > 0 && <span class="quiet"> {t.triggeredBy} </span>}
        {commitment.triggeredBy.map(({ id, label }) => (
          <button key={id} type="button" class="chip" onClick={() => open(id)}>
            {label}
          </button>
        ))}
      </p>
    </li>
  )
}
