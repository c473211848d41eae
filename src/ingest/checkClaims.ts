import { isClaimable, isDayOrPart } from './claimValue.ts'
import type { Known } from './known.ts'
import { didYouMean } from './nearest.ts'
import type { Report } from './problem.ts'
import type { Seed } from './seed.ts'
import { shorten } from './yamlValue.ts'

/** Reports claims of properties that the entity they are about does not have, and of days that do not exist. */
export function checkClaims({ records, statements }: Seed, known: Known, report: Report): void {
  const claims = new Map(records.filter(({ type }) => type.name === 'Claim').map(claim => [claim.id, claim.properties]))
  for (const { type, from, to } of statements) {
    const claim = type.name === 'CLAIMS' ? claims.get(from) : undefined
    const [property, value] = [claim?.get('property'), claim?.get('value')]
    const about = known.nodeTypes.get(known.typeOf(to) ?? '')
    if (typeof property?.value !== 'string' || typeof value?.value !== 'string' || !about) continue
    const name = property.value
    const claimable = [...about.properties.values()].filter(isClaimable)
    const found = claimable.find(candidate => candidate.name === name)
    const names = claimable.map(candidate => candidate.name)
    if (!found) report(property.at, `${about.name} has no \`${name}\` of which a claim can be made.${didYouMean(name, names)}`)
    else if (found.type === 'Date' && !isDayOrPart(value.value))
      report(value.at, `A claim of \`${name}\` takes a day, a month or a year that exists, not ${shorten(value.value)}.`)
  }
}
