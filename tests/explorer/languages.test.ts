import { describe, expect, test } from '@jest/globals'
import { queryTexts } from '../../src/explorer/query/texts.ts'
import { fr } from '../../src/explorer/texts/fr.ts'
import { nl } from '../../src/explorer/texts/nl.ts'
import { kindNames } from '../../src/schema/names/kindNames.ts'
import { relationshipNames } from '../../src/schema/names/relationshipNames.ts'
import { typeNames } from '../../src/schema/names/typeNames.ts'
import { valueNames } from '../../src/schema/names/valueNames.ts'
import { chromiumPath } from '../setup/openBrowser.ts'
import { openExplorer, settled } from '../setup/openExplorer.ts'

const inBrowser = chromiumPath ? describe : describe.skip

inBrowser('In the browser, in French and in Dutch,', () => {
  const { open } = openExplorer()

  test.each([
    ['FR', 'the start', ''],
    ['NL', 'the start', ''],
    ['FR', 'a commitment', '&show=expand~institution/europol~HANDLES~OUT&select=commitment/fr-be-2018-06-11/17a'],
    ['NL', 'a commitment', '&show=expand~institution/europol~HANDLES~OUT&select=commitment/fr-be-2018-06-11/17a'],
    ['FR', 'a body', '&show=expand~institution/europol~GOVERNS~IN&select=institution/europol&at=2018-06-11'],
    ['NL', 'an act', '&show=node~instrument/32018R1240&select=instrument/32018R1240'],
    ['FR', 'the table', '&view=table'],
    ['NL', 'the table', '&view=table'],
    ['FR', 'the text', '&view=reading&select=commitment/fr-be-2018-06-11/17a'],
    ['NL', 'the text', '&view=reading&select=commitment/fr-be-2018-06-11/17a'],
  ] as const)(
    'nothing is said in English, tooltips included, but by the data: in %s, %s',
    async (lang, _, hash) => {
      const english = await read(`#lang=en${hash}`)
      const { words, data } = await read(`#lang=${lang.toLowerCase()}${hash}`)
      const own = ownWords(lang)
      // Long addresses are shortened.
      const told = [...english.data, ...data].join('\n')
      const same = words.filter(word => english.words.includes(word) && !own.has(word) && !told.includes(word.replace(/…$/, '')))
      expect(same.filter(word => /\p{L}{2}/u.test(word) && !everywhere.has(word))).toEqual([])
    },
    240_000,
  )

  test.each(['FR', 'NL'] as const)(
    'the query page says its own part in %s',
    async lang => {
      const { page, close } = await open('', { apart: true })
      await page.goto(`${new URL(page.url()).origin}/graphql#lang=${lang.toLowerCase()}`)
      const panel = page.getByRole('region', { name: queryTexts[lang].ready })
      await panel.getByRole('heading', { name: queryTexts[lang].ready }).waitFor()
      const said = await panel.locator('button, p').allTextContents()
      const english = ['Which', 'What', 'How', 'Where', 'Under which', 'Who', 'By keyboard']
      expect(said.length).toBeGreaterThan(12)
      expect(said.filter(text => english.some(word => text.startsWith(word)))).toEqual([])
      await close()
    },
    240_000,
  )

  /** What a view says, and all strings that it was answered. */
  async function read(hash: string): Promise<{ words: string[]; data: string[] }> {
    const { page, close } = await open(hash, { apart: true })
    const answers: Promise<string>[] = []
    page.on('response', response => {
      if (response.url().endsWith('/graphql')) answers.push(response.text().catch(() => ''))
    })
    await page.reload({ waitUntil: 'networkidle' })
    await settled(page)
    const words = (await page.evaluate(collect)) as string[]
    const data = (await Promise.all(answers)).flatMap(text => stringsOf(text === '' ? null : JSON.parse(text)))
    await close()
    return { words, data }
  }
})

/** All that the page says or would say: its texts, shown or not, and what stands in tooltips, names and hints. */
const collect = `(() => {
  const found = new Set()
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, noscript')) found.add(walk.currentNode.data.trim())
  for (const element of document.querySelectorAll('body *'))
    for (const name of ['title', 'aria-label', 'placeholder', 'aria-valuetext', 'alt'])
      if (element.hasAttribute(name)) found.add(element.getAttribute(name).trim())
  return [...found]
})()`

/** Names that are the same in all languages: of the service, of languages, of formats and of keys. */
const everywhere = new Set(['Pacta', 'EN', 'FR', 'NL', 'PNG', 'SVG', 'CSV', 'GEXF', 'JSON-LD', 'Enter'])

/** The words that the page has in this language, some of which are English words too: Document, Source, Details. */
function ownWords(lang: 'FR' | 'NL'): Set<string> {
  const names = [typeNames, relationshipNames, valueNames, kindNames].flatMap(known =>
    Object.values(known).flatMap((words): string[] => [words[lang]].flat()),
  )
  return new Set([...names, ...stringsOf(lang === 'FR' ? fr : nl)])
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : []
}
