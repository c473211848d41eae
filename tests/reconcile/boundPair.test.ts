import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { boundPair, judgePair, type Surroundings } from '../../src/reconcile/judgePair.ts'
import { type Named, readNamed } from '../../src/reconcile/named.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

const institution = readOntology().nodeTypes.get('Institution')!
const name = fc.constantFrom(
  'Frontex',
  'FRONTEX',
  'Frontexx',
  'Border Agency',
  'Agency Border',
  'Federal Police',
  'Federal Police 2',
)
const stored = fc.record({
  ...{ labelEn: name, labelFr: name, aliases: fc.array(name, { maxLength: 2 }) },
  kind: fc.constantFrom('EU_AGENCY', 'MINISTRY'),
  wikidata: fc.option(fc.constantFrom('Q1', 'Q2')),
  sameAs: fc.subarray(['https://example.org/1', 'https://example.org/2']),
})
const neighbour = fc.tuple(
  fc.constantFrom('PART_OF', 'OPERATES'),
  fc.boolean(),
  fc.constantFrom('institution/a', 'institution/b', 'system/s'),
)
const around: fc.Arbitrary<Surroundings> = fc.record({ statements: fc.nat(9), neighbours: fc.array(neighbour, { maxLength: 8 }) })
const named = (id: string, values: object): Named => readNamed(institution, id, values as Record<string, unknown>)

test('No two entities come to a better score than the one by which they are passed over, whatever stands around them', () => {
  fc.assert(
    fc.property(
      stored,
      stored,
      around,
      around,
      fc.option(fc.constant('merge/1'), { nil: undefined }),
      (a, b, ofA, ofB, undone) => {
        const pair = [named('institution/a', a), named('institution/b', b)] as const
        expect(judgePair(...pair, { a: ofA, b: ofB }, undone).score).toBeLessThanOrEqual(boundPair(...pair))
      },
    ),
    { numRuns: 2000 },
  )
})
