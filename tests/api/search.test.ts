import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { emptyDatabase } from '../setup/database.ts'
import { entity, revise } from '../setup/revise.ts'
import { openApi, type SeededApi } from '../setup/seededApi.ts'

// How well an entity's names match the words says where it stands among the hits. Each hit stands there once, on whatever page.

/** What is there to find "border police": the words of each body's text, its score, and its name. */
const bodies: readonly (readonly [id: string, score: number, name: string, text: string])[] = [
  ['is-named-so', 100, 'Border police', 'Border police'],
  // 20 for a name that holds all words, 60 for one that begins so, and 39 × 13 / (13 + its length).
  ['begins-so', 74, 'Border police of Italy', 'Border police of Italy'],
  ['holds-both', 35, 'Police at the border', 'Police at the border'],
  ['holds-both-in-other-forms', 19, 'Policing of borders', 'Policing of borders; the border police'],
  ['holds-one-and-the-letters-of-the-other', 18, 'Transborder police', 'Transborder police; they are no border police'],
  ['holds-one', 10, 'Border guards', 'Border guards, who help the police'],
  ['holds-one-too', 10, 'Police academy', 'Police academy, which trains border guards'],
  ['holds-one-in-another-form', 2, 'Policing', 'Policing; it asks the border police'],
  ['is-about-it', 1, 'Inspectorate', 'Inspectorate that looks into the border police'],
  ['is-about-it-too', 1, 'Ombudsman', 'Ombudsman who hears of the border police'],
]
const other = [['has-one-word', 0, 'Police', 'Police'] as const]

/** An institution that is found by these words, folded, in English and in French. */
const body = (id: string, name: string, searchEn: string, searchFr: string) =>
  entity('Institution', `institution/${id}`, name, { kind: 'AGENCY', searchEn, searchFr, searchNl: '' })

let api: SeededApi
let before: string

beforeAll(async () => {
  api = openApi(await emptyDatabase())
  const written = [...bodies, ...other].map(([id, , name, text]) => body(id, name, text.toLowerCase(), text.toLowerCase()))
  before = (await revise(api.database, { nodesAdded: written })).at
})
afterAll(() => api.close())

interface Hits {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly score: number; readonly node: { readonly id: string } }[]
}

async function ask(query: string, variables: Record<string, unknown>): Promise<Hits> {
  const text = `query ($query: String!, $first: Int, $after: String, $lang: Language, $asOf: AsOf) {
    search(query: $query, first: $first, after: $after, lang: $lang, asOf: $asOf) {
      totalCount pageInfo { hasNextPage endCursor } edges { score node { id } } } }`
  const asked = { query, first: 20, after: null, lang: null, asOf: {}, ...variables }
  const { search } = await api.data<{ search: Hits }>(text, asked)
  expect(JSON.parse((await api.askPrepared(text, asked))!).data.search).toEqual(search)
  return search
}

const hitsOf = ({ edges }: Hits) => edges.map(({ score, node }) => [node.id.replace('institution/', ''), score])
const english = bodies.map(([id, score]) => [id, score])
// French knows of no such inflection of police, so there they are hits like those that hold less.
const french = [
  ...english.slice(0, 3),
  english[4]!,
  ...['holds-both-in-other-forms', 'holds-one', 'holds-one-too'].map(id => [id, 10]),
  ...['holds-one-in-another-form', 'is-about-it', 'is-about-it-too'].map(id => [id, 1]),
]

describe.each([
  ['in English', { lang: 'EN' }, english],
  ['in French', { lang: 'FR' }, french],
  ['in any language, by the best of them', {}, english],
])('A search %s', (_, where, hits) => {
  test.each([20, 1, 2, 3, 5])('has each hit once in pages of %d, the best first', async first => {
    const pages: Hits[] = []
    do pages.push(await ask('border police', { ...where, first, after: pages.at(-1)?.pageInfo.endCursor ?? null }))
    while (pages.at(-1)!.pageInfo.hasNextPage)
    expect(pages.flatMap(hitsOf)).toEqual(hits)
    expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => hits.length))
  })
})

test.each([
  ['a word cut short', 'border pol', ['is-named-so', 'begins-so']],
  ['no word but the last may be cut short', 'bord police', []],
  ['a word of which names have only a longer one', 'bor', ['holds-one', 'is-named-so', 'begins-so']],
  ['a word that says nothing, and that the index leaves out', 'the border police', ['holds-both']],
])('%s', async (_, query, first) => {
  expect(hitsOf(await ask(query, { lang: 'EN', first: first.length })).map(([id]) => id)).toEqual(first)
})

test('As of an earlier instant all stands as it stood, whatever its names and words are now', async () => {
  const renamed = (id: string, name: string) => body(id, name, 'border police', '')
  await revise(api.database, {
    nodesAdded: [renamed('is-new', 'Border police')],
    nodesChanged: [renamed('is-about-it', 'Border police'), renamed('begins-so', 'Guards')],
    nodesRemoved: [{ type: 'Institution', id: 'institution/is-about-it-too' }],
  })
  const now = hitsOf(await ask('border police', {}))
  expect(now.slice(0, 3)).toEqual(['is-about-it', 'is-named-so', 'is-new'].map(id => [id, 100]).sort())
  expect(now.at(-1)).toEqual(['begins-so', 1])
  const asOf = { knownAt: before }
  expect(hitsOf(await ask('border police', { asOf }))).toEqual(english)
  const first = await ask('border police', { asOf, lang: 'FR', first: 3 })
  const rest = await ask('border police', { asOf, lang: 'FR', after: first.pageInfo.endCursor })
  expect([...hitsOf(first), ...hitsOf(rest)]).toEqual(french)
})
