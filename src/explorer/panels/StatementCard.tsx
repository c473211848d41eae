import type { DetailedStatement } from '../api/loadDetails.ts'
import { loadExcerpt } from '../api/loadExcerpt.ts'
import { loadRivals, type Rival } from '../api/loadRivals.ts'
import { nameValue } from '../ontology/names.ts'
import { asking } from '../scene/current.ts'
import { text, writeDay } from '../texts/text.ts'
import { change, view } from '../view/current.ts'
import { explain } from './explain.ts'
import { SourceLink } from './SourceLink.tsx'
import { writePeriod } from './StatementGroups.tsx'
import { useAnswer } from './useAnswer.ts'

/** Why a line is there: its words, its source, how it stands among its rivals. */
export function StatementCard({ statement }: { statement: DetailedStatement }) {
  const t = text.value
  const { lang } = view.value
  const { source, note, basis, confidence, rank, rankReason, recordedAt, supersededAt } = statement
  return (
    <div class="card">
      <Words statement={statement} />
      <dl>
        <Row name={t.source}>
          <SourceLink source={source} />
        </Row>
        <Row name={t.basis}>{nameValue(basis, lang)}</Row>
        {note && <Row name={t.note}>{note}</Row>}
        <Row name={t.rank}>
          {nameValue(rank, lang)}
          {rankReason && `: ${rankReason}`}
        </Row>
        {confidence && <Row name={t.confidence}>{nameValue(confidence, lang)}</Row>}
        <Row name={t.valid}>{writePeriod(statement) || t.always}</Row>
        <Row name={t.recorded}>{writeDay(recordedAt)}</Row>
        {supersededAt && <Row name={t.superseded}>{writeDay(supersededAt)}</Row>}
        <Row name={t.rivals}>
          <Rivals statement={statement} />
        </Row>
      </dl>
    </div>
  )
}

function Row({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The words that the statement rests on, within the text of the document when it is stored. */
function Words({ statement }: { statement: DetailedStatement }) {
  const t = text.value
  const { id, source, quote } = statement
  const how = asking.value
  const answer = useAnswer(() => loadExcerpt(source, quote ?? null, how), [id, how])
  const excerpt = answer.state === 'here' ? answer.value : undefined
  return (
    <>
      {excerpt?.words ? (
        <blockquote>
          …{excerpt.words.before}
          <mark>{excerpt.words.quoted}</mark>
          {excerpt.words.after}…
        </blockquote>
      ) : (
        quote && (
          <blockquote>
            <mark>{quote}</mark>
          </blockquote>
        )
      )}
      {excerpt && (
        <p class="cite">
          {excerpt.document.label}{' '}
          {excerpt.words ? (
            <button
              type="button"
              class="link"
              onClick={() => change({ mode: 'reading', document: excerpt.document.id, statement: id })}
            >
              {t.readThere}
            </button>
          ) : (
            quote && <span class="quiet">{t.quoteNotFound}</span>
          )}
        </p>
      )}
    </>
  )
}

function Rivals({ statement }: { statement: DetailedStatement }) {
  const t = text.value
  const how = asking.value
  const answer = useAnswer(() => loadRivals(statement, how), [statement.id, how])
  if (answer.state !== 'here') return <>{answer.state === 'waiting' ? t.loading : explain(answer.error)}</>
  if (answer.value.length === 0) return <>{t.noRivals}</>
  return (
    <ul>
      {answer.value.map(rival => (
        <li key={rival.id}>{describeRival(rival)}</li>
      ))}
    </ul>
  )
}

function describeRival(rival: Rival): string {
  const { lang } = view.value
  const said = [rival.role, rival.aspect, rival.rank, rival.basis].flatMap(value => (value ? [nameValue(value, lang)] : []))
  return [...said, writePeriod(rival), rival.rankReason, rival.source].filter(Boolean).join(' · ')
}
