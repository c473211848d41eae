import type { DetailedStatement, Details, StatementGroup } from '../api/loadDetails.ts'
import type { SceneStatement } from '../graph/scene.ts'
import { nameRelationship, nameValue } from '../ontology/names.ts'
import { colourOf, describe, describeNodeValue, describeValue, traversalsOf } from '../ontology/ontology.ts'
import { text, writeDay } from '../texts/text.ts'
import { amend, view } from '../view/current.ts'
import { bring, isExpanded, toggleExpansion } from './actions.ts'
import { Dot } from './Dot.tsx'
import { StatementCard } from './StatementCard.tsx'

/** The statements of an entity by their type, with how many there are before one puts them on the scene. */
export function StatementGroups({ details }: { details: Details }) {
  if (details.groups.length === 0) return <p class="quiet">{text.value.noStatements}</p>
  return (
    <>
      {details.groups.map(group => (
        <Group key={`${group.type} ${group.direction}`} details={details} group={group} />
      ))}
    </>
  )
}

function Group({ details, group }: { details: Details; group: StatementGroup }) {
  const t = text.value
  const { type, direction, total, statements } = group
  const { lang, mode } = view.value
  const expanded = isExpanded(details.id, type, direction)
  const name = nameRelationship(type, direction, lang)
  const [traversal] = traversalsOf(details.__typename, type, direction)
  return (
    <section class="group">
      <header>
        <h3 title={describe(traversal?.description, lang)}>
          {name} <span class="number">{total}</span>
        </h3>
        {mode !== 'reading' && (
          <button
            type="button"
            class="small"
            aria-pressed={expanded}
            onClick={() => toggleExpansion(details.id, type, direction)}
          >
            {expanded ? t.takeAway : t.show(total)}
            <span class="hidden-visually">: {name}</span>
          </button>
        )}
      </header>
      <ul>
        {statements.map(statement => (
          <Statement key={statement.id} statement={statement} />
        ))}
      </ul>
      {total > statements.length && <p class="quiet">{t.more(total - statements.length)}</p>}
    </section>
  )
}

function Statement({ statement }: { statement: DetailedStatement }) {
  const t = text.value
  const { lang } = view.value
  const { id, other, role, aspect, capacity, rank, basis } = statement
  const open = view.value.statement === id
  const held = writePeriod(statement)
  return (
    <li class={open ? 'statement open' : 'statement'}>
      <div class="statement-line">
        <button type="button" class="link" onClick={() => bring(other.id)}>
          <Dot colour={colourOf(other.__typename)} />
          {other.label}
        </button>
        <button
          type="button"
          class="small"
          aria-expanded={open}
          onClick={() => amend({ statement: open ? undefined : id })}
          title={t.quote}
        >
          {t.source}
          <span class="hidden-visually">: {other.label}</span>
        </button>
      </div>
      <p class="chips">
        {Object.entries({ role, aspect }).map(
          ([name, value]) =>
            value && (
              <span key={name} title={describeValue(name, value, lang)}>
                {nameValue(value, lang)}
              </span>
            ),
        )}
        {capacity && <span>{nameValue(capacity, lang)}</span>}
        {other.date && <span>{writeDay(other.date, other.datePrecision)}</span>}
        {other.kind && <span>{nameValue(other.kind, lang)}</span>}
        {other.progress && (
          <span title={describeNodeValue('Commitment', 'progress', other.progress, lang)}>{nameValue(other.progress, lang)}</span>
        )}
        {held && <span>{held}</span>}
        <span title={describeValue('basis', basis, lang)}>{nameValue(basis, lang)}</span>
        {rank === 'DEPRECATED' && <span class="warn">{t.setAside}</span>}
      </p>
      {open && <StatementCard statement={statement} />}
    </li>
  )
}

type Period = Pick<SceneStatement, 'validFrom' | 'validFromPrecision' | 'validTo' | 'validToPrecision'>

/** Between which days a statement held, in words; empty when it says none. */
export function writePeriod({ validFrom, validFromPrecision, validTo, validToPrecision }: Period): string {
  const t = text.value
  const from = validFrom && writeDay(validFrom, validFromPrecision)
  const to = validTo && writeDay(validTo, validToPrecision)
  if (from && to) return `${from} – ${to}`
  if (from) return t.from(from, isExact(validFromPrecision))
  return to ? t.until(to, isExact(validToPrecision)) : ''
}

function isExact(precision: string | null | undefined): boolean {
  return !precision || precision === 'DAY'
}
