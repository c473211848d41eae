import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import type { Database } from '../../src/database/connect.ts'
import { chromiumPath, openBrowser, openPage } from './openBrowser.ts'
import { seedGraph } from './seedGraph.ts'
import { type Served, serveGraph } from './serveGraph.ts'

const inBrowser = chromiumPath ? describe : describe.skip

inBrowser('In the browser, the explorer', () => {
  let database: Database
  let served: Served
  let browser: Browser

  beforeAll(async () => {
    database = await seedGraph()
    served = await serveGraph()
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    await database?.close()
  })

  const open = (hash = '', options = {}) => openPage(browser, `${served.url}/${hash}`, options)

  test('opens with the declaration on the scene, asks nothing of other sites and breaks no rule of its policy', async () => {
    const { page, complaints, outside, picture, close } = await open()
    await onScene(page, /\d+ things, \d+ lines/)
    expect(page.url()).toContain('show=document~document/fr-be-2018-06-11')
    await picture('start')
    expect(outside).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }, 240_000)

  test('answers who handles the exchange with Europol, by mouse alone', async () => {
    const { page, picture, close } = await open()
    await page.getByRole('link', { name: 'Who handles the exchange of information with Europol?' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByRole('heading', { name: 'Organised crime: through Eurojust and Europol' }).waitFor()
    expect(await panel.locator('section', { hasText: 'Handled by' }).first().textContent()).toMatch(/Europol[\s\S]*channel/)
    await panel.getByRole('button', { name: 'Source : Europol', exact: true }).click()
    await panel.locator('.card mark', { hasText: 'via notamment les agences Eurojust, Europol' }).waitFor()
    await picture('europol')
    await close()
  }, 240_000)

  test('answers what the attack in Liège triggered, by keyboard alone', async () => {
    const { page, close } = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('attack in liege')
    await page.getByRole('option', { name: /Terrorist attack in Liège/ }).waitFor()
    while (!(await page.getByRole('option', { selected: true, name: /Terrorist attack in Liège/ }).isVisible()))
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary')
    await panel.getByRole('heading', { name: 'Terrorist attack in Liège' }).waitFor()
    expect(await panel.locator('section', { hasText: 'Triggered' }).first().textContent()).toContain(
      'SIS alerts on released prisoners',
    )
    await close()
  }, 240_000)

  test('answers under which act Eurojust worked in June 2019, and under which it does today', async () => {
    const { page, picture, close } = await open()
    await page.getByRole('link', { name: 'Under which act did Eurojust work in June 2019?' }).click()
    const mandate = page.getByRole('complementary').locator('section', { hasText: 'Works under' }).first()
    await mandate.getByRole('button', { name: 'Eurojust Decision', exact: true }).waitFor()
    expect(await mandate.textContent()).toContain('6 March 2002 to 12 December 2019')
    await picture('eurojust-2019')
    await page.getByRole('button', { name: 'Today' }).click()
    await mandate.getByRole('button', { name: 'Eurojust Regulation', exact: true }).waitFor()
    expect(await mandate.textContent()).not.toContain('Eurojust Decision')
    await close()
  }, 240_000)

  test('expands with counts, hides, undoes and redoes, and an address opens the very same view', async () => {
    const { page, close } = await open('#lang=en&show=node~institution/europol&select=institution/europol')
    await onScene(page, /^1 thing, 0 lines$/)
    const panel = page.getByRole('complementary')
    await panel.getByRole('button', { name: /Show 2 on the graph *: handles/ }).click()
    await onScene(page, /^3 things, 2 lines$/)
    await panel.getByRole('button', { name: 'Hide' }).click()
    await onScene(page, /^2 things, 0 lines$/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await onScene(page, /^3 things, 2 lines$/)
    await page.getByRole('button', { name: 'Redo' }).click()
    await onScene(page, /^2 things, 0 lines$/)
    const again = await openPage(browser, page.url())
    await onScene(again.page, /^2 things, 0 lines$/)
    expect(again.page.url()).toBe(page.url())
    await again.close()
    await close()
  }, 240_000)

  test.each([
    ['the graph', ''],
    ['the panel', '#lang=fr&show=expand~institution/europol~HANDLES~OUT&select=institution/europol'],
    ['the table', '#lang=nl&view=table'],
    ['the text', '#lang=en&view=reading&select=commitment/fr-be-2018-06-11/17a'],
    ['the graph in the dark', '#lang=en&scheme=dark'],
  ])(
    'gives axe nothing to complain of: %s',
    async (name, hash) => {
      const { page, picture, close } = await open(hash)
      await settled(page)
      await page.evaluate(axe.source)
      const found = (await page.evaluate('axe.run()')) as axe.AxeResults
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([])
      await picture(name.replaceAll(' ', '-'))
      await close()
    },
    240_000,
  )
})

/** Waits until the scene is said to hold so much. */
async function onScene(page: Page, count: RegExp): Promise<void> {
  await page.locator('.count', { hasText: count }).waitFor()
}

/** Waits until nothing is being loaded. */
async function settled(page: Page): Promise<void> {
  await page.locator('.count:not(:empty), .reading h2').first().waitFor({ state: 'attached' })
  await page.locator('.detail[aria-busy=true]').waitFor({ state: 'detached' })
}
