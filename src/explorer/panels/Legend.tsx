import { computed } from '@preact/signals'
import { ask } from '../api/ask.ts'
import { documents } from '../api/documents.ts'
import { nameRelationship, nameType, nameValue } from '../ontology/names.ts'
import { colourOf, describe, describeValue, nodeType, relationshipType } from '../ontology/ontology.ts'
import { asking, loaded } from '../scene/current.ts'
import { text } from '../texts/text.ts'
import { change, view } from '../view/current.ts'
import { type Filters, noFilters } from '../view/view.ts'
import { Dot } from './Dot.tsx'
import { useAnswer } from './useAnswer.ts'

// Counted once for each scene, not whenever the camera has moved.
const counts = computed(() => {
  const nodes = [...loaded.value.nodes.values()]
  const statements = [...loaded.value.statements.values()]
  return {
    kinds: count(nodes.map(({ type }) => type)),
    lines: count(statements.map(({ type }) => type)),
    roles: count(statements.flatMap(({ role }) => role ?? [])),
    bases: count(statements.map(({ basis }) => basis)),
  }
})

/** What the colours mean, how much of each is there, and what is to be seen of it. */
export function Legend() {
  const t = text.value
  const { filters, hidden, lang } = view.value
  const { kinds, lines, roles, bases } = counts.value
  const filtered = filters.theme || Object.values(filters).some(value => Array.isArray(value) && value.length > 0)
  return (
    <section class="legend" aria-label={t.legend}>
      <details open={innerWidth > 900}>
        <summary>{t.legend}</summary>
        <Choices
          name={t.kinds}
          filter="nodeTypes"
          counts={kinds}
          label={type => nameType(type, lang, true)}
          explain={type => describe(nodeType(type)?.description, lang)}
          dots
        />
        <Choices
          name={t.lines}
          filter="relationshipTypes"
          counts={lines}
          label={type => nameRelationship(type, 'OUT', lang)}
          explain={type => describe(relationshipType(type)?.description, lang)}
        />
        <Choices
          name={t.roles}
          filter="roles"
          counts={roles}
          label={role => nameValue(role, lang)}
          explain={role => describeValue('role', role, lang)}
        />
        <Choices
          name={t.bases}
          filter="bases"
          counts={bases}
          label={basis => nameValue(basis, lang)}
          explain={basis => describeValue('basis', basis, lang)}
        />
        {kinds.size > 0 && <ThemeChoice />}
        {hidden.length > 0 && (
          <p>
            {t.hiddenCount(hidden.length)}{' '}
            <button type="button" class="link" onClick={() => change({ hidden: [] })}>
              {t.unhide}
            </button>
          </p>
        )}
        {filtered && (
          <button type="button" onClick={() => change({ filters: noFilters })}>
            {t.clearFilters}
          </button>
        )}
      </details>
    </section>
  )
}

type ListFilter = Exclude<keyof Filters, 'theme'>

interface ChoicesProps {
  readonly name: string
  readonly filter: ListFilter
  readonly counts: ReadonlyMap<string, number>
  readonly label: (value: string) => string
  readonly explain?: (value: string) => string | undefined
  readonly dots?: boolean
}

function Choices({ name, filter, counts, label, explain, dots = false }: ChoicesProps) {
  if (counts.size === 0) return null
  const { filters } = view.value
  const without = filters[filter]
  const toggle = (value: string) =>
    change({
      filters: { ...filters, [filter]: without.includes(value) ? without.filter(known => known !== value) : [...without, value] },
    })
  return (
    <fieldset>
      <legend>{name}</legend>
      {[...counts].map(([value, number]) => (
        <label key={value} title={explain?.(value)}>
          <input type="checkbox" checked={!without.includes(value)} onChange={() => toggle(value)} />
          {dots && <Dot colour={colourOf(value)} />}
          <span>{label(value)}</span>
          <span class="number">{number}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ThemeChoice() {
  const t = text.value
  const how = asking.value
  const answer = useAnswer(async () => {
    const { themes } = await ask<{ themes: { edges: readonly { node: { id: string; label: string } }[] } }>(documents.themes, {
      ...how,
    })
    return themes.edges.map(({ node }) => node).sort((a, b) => a.label.localeCompare(b.label))
  }, [how])
  const { filters } = view.value
  if (answer.state !== 'here' || answer.value.length === 0) return null
  return (
    <label class="theme">
      {t.theme}
      <select
        value={filters.theme ?? ''}
        onChange={event => change({ filters: { ...filters, theme: event.currentTarget.value || undefined } })}
      >
        <option value="">{t.allThemes}</option>
        {answer.value.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** How often each value occurs, the most frequent first. */
function count(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Map([...counts].sort(([, a], [, b]) => b - a))
}
