import type { Details } from '../api/loadDetails.ts'
import { nameValue } from '../ontology/names.ts'
import { describe, type Property } from '../ontology/ontology.ts'
import { text, writeDay } from '../texts/text.ts'
import { view } from '../view/current.ts'
import { SourceLink } from './SourceLink.tsx'

/** What people want to know of an entity before all else: how a promise stands, and when something was. */
const first = [
  ...['progress', 'assessment', 'timeliness', 'deadline', 'inForce', 'dateEntryIntoForce', 'dateApplicability'],
  ...['dateTranspositionDeadline', 'dateEndOfValidity', 'startDate', 'endDate', 'date', 'datePublished', 'dateOperational'],
]

/** The properties of an entity that stand before what is stated of it. */
export function KeyFacts({ details }: { details: Details }) {
  const shown = details.properties.filter(({ property }) => first.includes(property.name))
  const sorted = shown.sort((a, b) => first.indexOf(a.property.name) - first.indexOf(b.property.name))
  if (sorted.length === 0) return null
  return (
    <dl class="key-facts">
      <Rows details={details} shown={sorted} />
    </dl>
  )
}

/** What else an entity says of itself. */
export function Properties({ details }: { details: Details }) {
  const { lang } = view.value
  const { properties, aliases, sameAs, sources } = details
  const above = new Set(['text', ...first, ...(details.description ? [] : ['summary'])])
  const shown = properties.filter(({ property: { name, precisionOf } }) => !precisionOf && !above.has(name))
  return (
    <dl class="properties">
      <Rows details={details} shown={shown} />
      {aliases.length > 0 && (
        <div>
          <dt>{nameValue('aliases', lang)}</dt>
          <dd>{aliases.join(' · ')}</dd>
        </div>
      )}
      <Links name={nameValue('sameAs', lang)} links={sameAs} />
      <Links name={nameValue('sources', lang)} links={sources} />
    </dl>
  )
}

function Rows({ details, shown }: { details: Details; shown: Details['properties'] }) {
  const { lang } = view.value
  // A date is written as exactly as it is known, which needs no line of its own.
  const precisionOf = (name: string) => details.properties.find(({ property }) => property.precisionOf === name)?.value
  return (
    <>
      {shown.map(({ property, value }) => (
        <div key={property.name}>
          <dt title={describe(property.description, lang)}>{nameValue(property.name, lang)}</dt>
          <dd>
            <Value property={property} value={value} precision={precisionOf(property.name)} />
          </dd>
        </div>
      ))}
    </>
  )
}

function Links({ name, links }: { name: string; links: readonly string[] }) {
  if (links.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ul>
          {links.map(link => (
            <li key={link}>
              <SourceLink source={link} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

function Value({ property, value, precision }: { property: Property; value: unknown; precision: unknown }) {
  const { lang } = view.value
  if (typeof value === 'boolean') return <>{value ? text.value.yes : text.value.no}</>
  if (property.type === 'Date') return <>{writeDay(String(value), precision)}</>
  const { type } = property
  if (typeof type === 'object')
    return (
      <>
        {[value].flat().map((one, index) => (
          <span key={String(one)} title={describe(type.values[String(one)], lang)}>
            {index > 0 && ' · '}
            {nameValue(String(one), lang)}
          </span>
        ))}
      </>
    )
  return <SourceLink source={Array.isArray(value) ? value.join(' · ') : String(value)} />
}
