import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import type { Browser } from 'playwright-core'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { negotiate } from '../../src/export/linkedData/negotiate.ts'
import { negotiateLanguage } from '../../src/export/linkedData/pageLanguage.ts'
import { loadSeed } from '../../src/ingest/load.ts'
import { kindNames } from '../../src/schema/names/kindNames.ts'
import { relationshipNames } from '../../src/schema/names/relationshipNames.ts'
import { typeNames } from '../../src/schema/names/typeNames.ts'
import { valueNames } from '../../src/schema/names/valueNames.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { startServer } from '../../src/server.ts'
import { emptyDatabase } from '../setup/database.ts'
import { findViolations } from '../setup/findViolations.ts'
import { chromiumPath, openBrowser, openPage } from '../setup/openBrowser.ts'
import { seedFolder } from '../setup/seedFolder.ts'

const ontology = readOntology()
const before = '2000-01-01T00:00:00Z'
let database: Database
let server: Listening

beforeAll(async () => {
  database = await emptyDatabase()
  const load = (paths: string[], dataset: string) => loadSeed(database, ontology, { paths, dataset })
  await load([seedFolder], 'seed')
  await load([path.join(import.meta.dirname, 'markup')], 'markup')
  await load([path.join(import.meta.dirname, '../derive/bloom/graph/before')], 'past')
  await load([path.join(import.meta.dirname, '../derive/bloom/graph/after')], 'past')
  server = await startServer(database, {
    host: '127.0.0.1',
    port: 0,
    queryTimeoutSeconds: 60,
    responseCacheMegabytes: 0,
    baseUrl: 'https://pacta.example',
    report: error => console.error(error),
  })
}, 240_000)
afterAll(async () => {
  await server?.close()
  await database?.close()
})

describe('an entity is given', () => {
  test.each([
    ['institution/eurojust'],
    ['commitment/fr-be-2018-06-11/17a'],
    ['passage/fr-be-2018-06-11/17'],
    ['institution/markup'],
  ])('as the same triples in JSON-LD, Turtle and N-Triples: %s', async id => {
    const json = await jsonld.toRDF(JSON.parse(await text(`/id/${id}`, 'application/ld+json')), { format: 'application/n-quads' })
    const [turtle, lines] = await Promise.all(['text/turtle', 'application/n-triples'].map(type => text(`/id/${id}`, type)))
    const triples = triplesOf(turtle!)
    expect(triples.length).toBeGreaterThan(10)
    expect(triplesOf(lines!)).toEqual(triples)
    expect(triplesOf(String(json))).toEqual(triples)
  })

  test('with its type, its names by language, and each statement with source and words', async () => {
    const triples = triplesOf(await text('/id/institution/eurojust.ttl'))
    const eurojust = 'https://pacta.example/id/institution/eurojust'
    const commitment = 'https://pacta.example/id/commitment/fr-be-2018-06-11/17a'
    expect(triples).toEqual(
      expect.arrayContaining([
        `${eurojust} http://www.w3.org/1999/02/22-rdf-syntax-ns#type http://www.w3.org/ns/org#Organization`,
        `${eurojust} http://www.w3.org/2000/01/rdf-schema#label "Eurojust"@fr`,
        `${eurojust} https://w3id.org/pacta/ontology#handles ${commitment}`,
      ]),
    )
    const said = triples.filter(triple => triple.startsWith(`${eurojust}#statement-`))
    expect(said.some(triple => triple.endsWith('oa#exact "via notamment les agences Eurojust, Europol"'))).toBe(true)
    expect(said.some(triple => /prov#hadPrimarySource https:\/\/pacta\.example\/id\/(document|passage)\//.test(triple))).toBe(
      true,
    )
  })

  test('as the form that the client likes best, or that the address ends in', async () => {
    const page = await ask('/id/institution/europol', 'text/html,application/xhtml+xml,*/*;q=0.8')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('vary')).toBe('Accept, Accept-Language')
    expect(page.headers.get('link')).toContain('</id/institution/europol.ttl>; rel="alternate"; type="text/turtle"')
    expect((await ask('/id/institution/europol.json', 'text/html')).headers.get('content-type')).toBe('application/ld+json')
    expect((await ask('/id/institution/europol', 'image/png')).status).toBe(406)
  })

  test('with what is set aside as such: last on the page, with the reason, and as no triple of the relationship itself', async () => {
    const page = await text('/id/commitment/fr-be-2018-06-11/07b.html')
    const [handledBy = ''] = page.match(/<h2>handled by<\/h2>[\s\S]*?<\/section>/) ?? []
    const items = handledBy.split('<li ').slice(1)
    expect(items.length).toBeGreaterThan(1)
    expect(items.map(item => item.includes('class="set-aside"'))).toEqual([...items.slice(1).map(() => false), true])
    expect(items.at(-1)).toMatch(
      /bloom-office[\s\S]*<span>set aside<\/span>[\s\S]*Set aside: <span lang="und">Another office does\./,
    )
    const triples = triplesOf(await text('/id/institution/bloom-office.ttl'))
    const office = 'https://pacta.example/id/institution/bloom-office'
    const handles = (letter: string) =>
      `${office} https://w3id.org/pacta/ontology#handles https://pacta.example/id/commitment/fr-be-2018-06-11/07${letter}`
    expect(triples).toContain(handles('a'))
    expect(triples).not.toContain(handles('b'))
    expect(triples.some(triple => triple.startsWith(`${office}#statement-`) && triple.endsWith('"Another office does."'))).toBe(
      true,
    )
  })

  test('as it was on a day', async () => {
    const acts = async (day: string) => text(`/id/institution/eurojust.html?validAt=${day}`)
    expect(await acts('2019-06-01')).toMatch(/governed by[\s\S]*Eurojust Decision/)
    expect(await acts('2019-06-01')).not.toMatch(/governed by[\s\S]*Eurojust Regulation[\s\S]*<\/section>/)
    expect(await acts('2020-06-01')).toMatch(/governed by[\s\S]*Eurojust Regulation/)
  })

  test('as the graph knew it at an instant', async () => {
    const [{ at }] = (await database.read({
      text: "MATCH (r:Revision { dataset: 'past' }) RETURN toString(min(r.at)) AS at",
      parameters: {},
    })) as [{ at: string }]
    const then = await text(`/id/institution/bloom-office.html?knownAt=${encodeURIComponent(at)}`)
    expect(then).toContain('An office')
    expect(then).toMatch(/agency/)
    expect(then).toContain('support')
    const now = await text('/id/institution/bloom-office.html')
    expect(now).toContain('An office that was thought to handle it')
    expect(now).not.toContain('support')
    const atTheOtherEnd = `/id/commitment/fr-be-2018-06-11/07b.html?knownAt=${encodeURIComponent(at)}`
    expect(await text(atTheOtherEnd)).toMatch(/institution\/bloom-office\?knownAt=[^>]*>An office</)
    expect((await ask(`/id/institution/bloom-gone.html?knownAt=${encodeURIComponent(at)}`)).status).toBe(200)
  })
})

test.each([
  ['/id/institution/nobody', 404, 'There is no entity “institution/nobody”.'],
  ['/id/%22%3E%3Cscript%3E', 404, 'There is no entity'],
  [`/id/institution/europol?knownAt=${before}`, 404, 'There is no entity “institution/europol”.'],
  ['/id/institution/bloom-gone', 410, 'was removed from the graph'],
  ['/id/institution/europol?validAt=yesterday', 400, 'validAt takes a date such as 2018-06-11, not “yesterday”.'],
  ['/id/institution/europol?knownAt=2018', 400, 'knownAt takes an instant'],
  ['/id/institution/europol?lang=de', 400, 'lang takes en, fr or nl, not “de”.'],
])('%s is refused with %i', async (address, status, message) => {
  const answer = await ask(address)
  expect(answer.status).toBe(status)
  expect(((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message).toContain(message)
})

test.each([
  [undefined, 'html'],
  ['*/*', 'html'],
  ['text/turtle', 'ttl'],
  ['application/json', 'json'],
  ['text/html;q=0.5, text/turtle;q=0.9', 'ttl'],
  ['*/*, application/n-triples', 'nt'],
  ['application/ld+json;q=0, text/html', 'html'],
  ['image/png', undefined],
])('a client that accepts %s is given %s', (accept, form) => {
  expect(negotiate(accept)).toBe(form)
})

test.each([
  [undefined, 'EN'],
  ['*', 'EN'],
  ['de', 'EN'],
  ['fr-BE,fr;q=0.9,en;q=0.8', 'FR'],
  ['de;q=0.9, NL-be;q=0.4, en;q=0.3', 'NL'],
  ['fr;q=0, nl', 'NL'],
  ['frr, fry;q=0.5, nl;q=0.1', 'NL'],
])('who reads %s is given a page in %s', (accept, language) => {
  expect(negotiateLanguage(accept)).toBe(language)
})

describe('the page of an entity', () => {
  test.each([
    ['fr', 'Organisme', 'régi par', 'un acte juridique', '6 mars 2002 – 12 décembre 2019'],
    ['nl', 'Instantie', 'geregeld door', 'een rechtshandeling', '6 maart 2002 – 12 december 2019'],
  ])('speaks %s to who reads it, or asks for it, and so do its links', async (tag, type, under, basis, days) => {
    const address = '/id/institution/eurojust?validAt=2019-06-01'
    const byHeader = await fetch(server.url + address, {
      headers: { accept: 'text/html', 'accept-language': `${tag}-BE, en;q=0.5` },
    })
    const byAddress = await fetch(`${server.url}${address}&lang=${tag}`, { headers: { 'accept-language': 'en' } })
    for (const answer of [byHeader, byAddress]) {
      expect(answer.headers.get('vary')).toBe('Accept, Accept-Language')
      expect(answer.headers.get('content-language')).toBe(tag)
      const page = await answer.text()
      expect(page).toContain(`<html lang="${tag}">`)
      expect(page).toContain(`<p class="type">${type}</p>`)
      expect(page).toContain(`<h2>${under}</h2>`)
      expect(page).toContain(`<span>${basis}</span>`)
      expect(page.replace(/<\/?time[^>]*>/g, '')).toContain(`<span>${days}</span>`)
      expect(page).toContain(
        `<a href="/id/institution/eurojust?validAt=2019-06-01&amp;lang=en" lang="en" hreflang="en">English</a>`,
      )
      expect(page).toContain(
        `<a href="/#lang=${tag}&amp;show=node~institution/eurojust&amp;select=institution/eurojust&amp;at=2019-06-01">`,
      )
    }
    const asked = await text(`${address}&lang=${tag}`)
    expect(asked).toContain(`href="/id/instrument/32002D0187?validAt=2019-06-01&amp;lang=${tag}"`)
    expect(asked).toContain('href="/id/institution/eurojust.ttl?validAt=2019-06-01"')
  })

  test('has none of its own words left in English where it speaks French or Dutch, whatever the type', async () => {
    for (const type of ontology.nodeTypes.values()) {
      const [found] = await database.read({
        text: `MATCH (n:${type.name})--() RETURN n.id AS id ORDER BY n.id LIMIT 1`,
        parameters: {},
      })
      const english = ownWords(await text(`/id/${String(found!['id'])}.html?lang=en`))
      expect(english.length).toBeGreaterThan(5)
      for (const lang of ['FR', 'NL'] as const) {
        const own = ownWords(await text(`/id/${String(found!['id'])}.html?lang=${lang.toLowerCase()}`))
        expect([type.name, lang, own.filter(words => english.includes(words) && !sameNames(lang).has(words))]).toEqual([
          type.name,
          lang,
          [],
        ])
      }
    }
  })

  test('says in which language words are that are in another than its own, or that nobody knows it', async () => {
    const page = await text('/id/institution/markup.html?lang=nl')
    expect(page).toContain('<h1 lang="en">&lt;img')
    expect(page).toContain('<span lang="en">O’Brien')
    expect(page).toContain('<span class="tongue">(Engels)</span>')
    expect(page).toContain('<p lang="und">&lt;b&gt;note')
    const commitment = '/id/commitment/fr-be-2018-06-11/17a.html'
    expect(await text(`${commitment}?lang=en`)).toContain('<blockquote lang="fr">via notamment les agences Eurojust, Europol')
    expect(await text(`${commitment}?lang=fr`)).toContain('<blockquote>via notamment les agences Eurojust, Europol')
    expect(await text(`${commitment}?lang=en`)).toMatch(/<dt[^>]*>As written<\/dt><dd lang="fr">/)
  })

  test('writes a date as exactly as it is known', async () => {
    const page = await text('/id/institution/markup.html?lang=en')
    expect(page).toContain('<time datetime="2015-06">June 2015</time>')
    expect(page).toContain('from <time datetime="2016">2016</time>')
    expect(await text('/id/institution/markup.html?lang=fr')).toContain('depuis <time datetime="2016">2016</time>')
  })

  test.each([
    ['/id/institution/nobody', 404, 'nl', 'Er is geen entiteit “institution/nobody”.'],
    ['/id/%22%3E%3Cscript%3E', 404, 'fr', 'Il n’existe pas d’entité «\u00a0%22%3E%3Cscript%3E\u00a0».'],
    ['/id/institution/bloom-gone', 410, 'en', 'The entity “institution/bloom-gone” was removed from the graph'],
  ])('that there is not, says so to a browser: %s is %i', async (address, status, lang, message) => {
    const answer = await fetch(`${server.url}${address}`, { headers: { accept: 'text/html', 'accept-language': lang } })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const page = await answer.text()
    expect(page).toContain(`<html lang="${lang}">`)
    expect(page).toContain(message)
    expect(page).not.toContain('<script')
  })

  test('escapes all that it shows', async () => {
    const page = await text('/id/institution/markup.html')
    expect(page).toContain('&lt;img src=x onerror=')
    expect(page).not.toMatch(/<(img|script|b)\b/)
    expect(page).not.toMatch(/\sstyle=|<style/)
  })

  const inBrowser = chromiumPath ? test : test.skip
  let browser: Browser
  beforeAll(async () => {
    if (chromiumPath) browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  inBrowser.each([
    ['commitment/fr-be-2018-06-11/17a', 'entity-commitment'],
    ['institution/eurojust', 'entity-institution'],
    ['institution/markup', 'entity-markup'],
    ['commitment/fr-be-2018-06-11/17a?lang=fr', 'entity-commitment-fr'],
    ['instrument/32018R1240?lang=nl', 'entity-act-nl'],
  ])(
    'runs nothing, asks nothing of other sites, and gives axe nothing to complain of: %s',
    async (id, name) => {
      const { page, complaints, outside, picture, close } = await openPage(browser, `${server.url}/id/${id}`)
      await picture(name)
      expect(await page.title()).toMatch(/· Pacta$/)
      expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).not.toBe('none')
      expect(complaints.filter(said => !/favicon/.test(said))).toEqual([])
      expect(outside).toEqual([])
      expect(await findViolations(page)).toEqual([])
      await close()
    },
    240_000,
  )
})

/** What a page says in words of its own: headings, what they mean, names of properties, and tooltips. */
function ownWords(page: string): string[] {
  const parts = /<h2>([^<]*)<|<dt[^>]*>([^<]*)<|<p class="(?:meaning|type)">([^<]*)<|title="([^"]*)"|<footer>\s*<p>([^<]*)</g
  return [...page.matchAll(parts)].map(([, ...found]) => found.find(Boolean) ?? '')
}

/** The names that are the same in English and in this language: Passage, CELEX, Type. */
function sameNames(lang: 'FR' | 'NL'): ReadonlySet<string> {
  const names = Object.values({ ...typeNames, ...relationshipNames, ...valueNames, ...kindNames })
  return new Set(names.flatMap(name => [name[lang]].flat().filter(word => [name.EN].flat().includes(word))))
}

function ask(address: string, accept?: string): Promise<Response> {
  return fetch(`${server.url}${address}`, accept ? { headers: { accept } } : {})
}

async function text(address: string, accept?: string): Promise<string> {
  const answer = await ask(address, accept)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** Triples one a line, sorted, as the parser of n3 reads them. */
function triplesOf(source: string): string[] {
  const quads = new Parser().parse(source)
  const show = (term: { termType: string; value: string; language?: string; datatype?: { value: string } }) => {
    if (term.termType !== 'Literal') return term.value
    const { datatype, language } = term
    const typed = language ? `@${language}` : datatype?.value.endsWith('#string') ? '' : `^^${datatype?.value}`
    return `"${term.value}"${typed}`
  }
  return quads.map(({ subject, predicate, object }) => [subject, predicate, object].map(show as never).join(' ')).sort()
}
