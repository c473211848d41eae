import type { Details } from '../api/loadDetails.ts'
import { nameValue } from '../ontology/names.ts'
import { describe, type Property } from '../ontology/ontology.ts'
import { text, writeDay } from '../texts/text.ts'
import { view } from '../view/current.ts'
import { SourceLink } from './SourceLink.tsx'

/** What an entity says of itself. */
export function Properties({ details }: { details: Details }) {
  const t = text.value
  const { lang } = view.value
  const { properties, aliases, sameAs, sources } = details
  return (
    <dl class="properties">
      {properties
        .filter(({ property }) => property.name !== 'text')
        .map(({ property, value }) => (
          <div key={property.name}>
            <dt title={describe(property.description, lang)}>{nameValue(property.name, lang)}</dt>
            <dd>
              <Value property={property} value={value} />
            </dd>
          </div>
        ))}
      {aliases.length > 0 && (
        <div>
          <dt>{t.aliases}</dt>
          <dd>{aliases.join(' · ')}</dd>
        </div>
      )}
      <Links name={t.sameAs} links={sameAs} />
      <Links name={t.sources} links={sources} />
    </dl>
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

function Value({ property, value }: { property: Property; value: unknown }) {
  const { lang } = view.value
  if (typeof value === 'boolean') return <>{value ? text.value.yes : text.value.no}</>
  if (property.type === 'Date') return <>{writeDay(String(value))}</>
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
