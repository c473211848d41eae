import { computed } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { loaded } from '../scene/current.ts'
import { text, writeDay } from '../texts/text.ts'
import { change, view } from '../view/current.ts'

const dayLength = 86_400_000

/** The day for which the graph is asked, and what it knew when. */
export function TimeBar() {
  const t = text.value
  const { validAt, knownAt } = view.value
  const today = new Date().toISOString().slice(0, 10)
  const first = earliest.value
  const [moved, setMoved] = useState<string>()
  useEffect(() => setMoved(undefined), [validAt])
  const day = moved ?? validAt ?? today
  const go = (to: string) => change({ validAt: to === today ? undefined : to })
  return (
    <section class="time" aria-label={t.moveInTime}>
      <p class="time-now" aria-live="polite">
        {day === today ? t.todayIs : t.asOfDay(writeDay(day))}
      </p>
      <input
        type="range"
        aria-label={t.moveInTime}
        aria-valuetext={writeDay(day)}
        list="moments"
        min={0}
        max={daysBetween(first, today)}
        step={1}
        value={daysBetween(first, day)}
        onInput={event => setMoved(addDays(first, event.currentTarget.valueAsNumber))}
        onChange={event => go(addDays(first, event.currentTarget.valueAsNumber))}
      />
      <datalist id="moments">
        {moments.value.map(moment => (
          <option key={moment} value={daysBetween(first, moment)} />
        ))}
      </datalist>
      <label title={t.onThisDayHint}>
        <span>{t.onThisDay}</span>
        <input type="date" value={day} onChange={event => event.currentTarget.value && go(event.currentTarget.value)} />
      </label>
      <button type="button" disabled={validAt === undefined} onClick={() => change({ validAt: undefined })}>
        {t.today}
      </button>
      <label title={t.knownAtHint}>
        <span>{t.knownAt}</span>
        <input
          type="datetime-local"
          value={knownAt ? toLocal(knownAt) : ''}
          onChange={event =>
            change({ knownAt: event.currentTarget.value ? new Date(event.currentTarget.value).toISOString() : undefined })
          }
        />
      </label>
    </section>
  )
}

/** Where the slider begins: before anything on the scene did. */
const earliest = computed(() => {
  let first = '2000-01-01'
  for (const { validFrom } of loaded.value.statements.values()) if (validFrom && validFrom < first) first = validFrom
  return first
})

/** The days on which something on the scene begins or ends to hold. */
const moments = computed(() => {
  const days = [...loaded.value.statements.values()].flatMap(({ validFrom, validTo }) => [validFrom, validTo])
  return [...new Set(days)].filter((day): day is string => typeof day === 'string').slice(0, 100)
})

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)
}

/** A moment in the form of the field, in the time of this machine. */
function toLocal(moment: string): string {
  const date = new Date(moment)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
