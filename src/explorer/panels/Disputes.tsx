import { loadDisputes } from '../api/loadDisputes.ts'
import { nameValue } from '../ontology/names.ts'
import { asking } from '../scene/current.ts'
import { text, writeDay } from '../texts/text.ts'
import { view } from '../view/current.ts'
import { SourceLink } from './SourceLink.tsx'
import { useAnswer } from './useAnswer.ts'

/** Where sources disagree about an entity: each with its words, and how it is ranked. */
export function Disputes({ id }: { id: string }) {
  const t = text.value
  const { lang } = view.value
  const how = asking.value
  const answer = useAnswer(() => loadDisputes(id, how), [id, how])
  if (answer.state !== 'here' || answer.value.length === 0) return null
  return (
    <section class="group disputes">
      <header>
        <h3>
          {t.disagree} <span class="number">{answer.value.length}</span>
        </h3>
      </header>
      {answer.value.map(dispute => (
        <div key={dispute.id}>
          <p>
            <strong>{nameValue(dispute.property, lang)}</strong>
            {dispute.value && `: ${writeDay(dispute.value)} ${t.inRecord}`}
          </p>
          <ul>
            {dispute.claims.map(claim => (
              <li key={claim.id} class="card">
                <p>
                  {writeDay(claim.value)} <span class="quiet">· {nameValue(claim.rank, lang)}</span>
                </p>
                {claim.quote && (
                  <blockquote>
                    <mark>{claim.quote}</mark>
                  </blockquote>
                )}
                {claim.rankReason && <p class="quiet">{claim.rankReason}</p>}
                <SourceLink source={claim.source} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
