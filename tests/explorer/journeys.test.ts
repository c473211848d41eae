import { describe, expect, test } from '@jest/globals'
import { findViolations } from '../setup/findViolations.ts'
import { chromiumPath, openPage } from '../setup/openBrowser.ts'
import { onScene, openExplorer, settled } from '../setup/openExplorer.ts'

const inBrowser = chromiumPath ? describe : describe.skip

inBrowser('In the browser, the explorer', () => {
  const explorer = openExplorer()
  const { open } = explorer

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
    const mandate = page.getByRole('complementary').locator('section', { hasText: 'Governed by' }).first()
    await mandate.getByRole('button', { name: 'Eurojust Decision', exact: true }).waitFor()
    expect(await mandate.textContent()).toContain('6 March 2002 – 12 December 2019')
    await picture('eurojust-2019')
    await page.getByRole('button', { name: 'Today' }).click()
    await mandate.getByRole('button', { name: 'Eurojust Regulation', exact: true }).waitFor()
    expect(await mandate.textContent()).not.toContain('Eurojust Decision')
    await close()
  }, 240_000)

  test('takes a whole question with its day: which act stood behind Europol on 2018-06-11, and where that is said', async () => {
    const { page, close } = await open()
    await page.locator('#search').fill('Which act stood behind Europol on 2018-06-11, and where is it said?')
    await page.getByRole('option', { name: /^Europol *Institution/ }).click()
    await page.waitForURL(/at=2018-06-11/)
    const mandate = page.getByRole('complementary').locator('section', { hasText: 'Governed by' }).first()
    await mandate.getByRole('button', { name: 'Europol Regulation', exact: true }).waitFor()
    await mandate.getByRole('button', { name: /^Source/ }).click()
    await mandate.locator('.card a[href^="http"]').first().waitFor()
    await close()
  }, 240_000)

  test('finds first what most words of a question name', async () => {
    const { page, close } = await open()
    await page.locator('#search').fill('What did Belgium and France promise after Liège, and what became of it?')
    await page.getByRole('option', { name: /Terrorist attack in Liège/ }).waitFor()
    const found = await page.getByRole('option').allTextContents()
    expect(found.slice(0, 4).join('\n')).toContain('SIS alerts on released prisoners')
    expect(found.slice(0, 4).join('\n')).toContain('Terrorist attack in Liège')
    await close()
  }, 240_000)

  test.each([
    ['en', 'Who handles exchange of passenger data (PNR), on what law, and when did that law apply?', 'Rail PNR'],
    ['fr', 'Qui est chargé de l’échange des données des passagers (PNR), et sur quelle base juridique ?', 'PNR ferroviaire'],
    ['nl', 'Wie is belast met de uitwisseling van passagiersgegevens (PNR), en op welke rechtsgrond?', 'PNR voor treinverkeer'],
    ['en', 'Which act governed Eurojust on 2019-06-01?', 'Eurojust'],
  ])(
    'finds first what a question asks for: in %s, %s',
    async (lang, question, first) => {
      const { page, close } = await open(`#lang=${lang}`)
      await page.locator('#search').fill(question)
      await page.getByRole('option').first().waitFor()
      expect(await page.locator('.suggestion-name').first().textContent()).toBe(first)
      await close()
    },
    240_000,
  )

  test('puts what was found on the scene with its ties, and says first how a promise stands and what became of it', async () => {
    const { page, picture, close } = await open('#lang=en&show=document~document/fr-be-2018-06-11')
    await onScene(page, /^88 things, 104 lines$/)
    await page.locator('#search').fill('PNR Directive')
    await page.getByRole('option', { name: /^PNR Directive *Legal act/ }).click()
    await onScene(page, /^89 things, 105 lines$/)
    const panel = page.getByRole('complementary')
    await panel.locator('.key-facts', { hasText: 'Entry into force24 May 2016' }).waitFor()
    await panel.getByRole('button', { name: 'Rail PNR', exact: true }).first().click()
    await panel.locator('.key-facts', { hasText: 'Progressin progress' }).waitFor()
    const reports = panel.locator('section', { hasText: 'Reported on by' }).first()
    const dates = (await reports.locator('.chips').allTextContents()).map(chips =>
      Date.parse(/\d+ \w+ \d{4}|\w+ \d{4}/.exec(chips)![0]),
    )
    expect(dates.length).toBeGreaterThan(3)
    expect(dates).toEqual([...dates].sort((a, b) => b - a))
    await picture('promise')
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
    const again = await openPage(explorer.browser, page.url())
    await onScene(again.page, /^2 things, 0 lines$/)
    expect(again.page.url()).toBe(page.url())
    await again.close()
    await close()
  }, 240_000)

  test('pins and collapses, and keeps a place while the day moves', async () => {
    const eurojust = '#lang=en&show=expand~institution/eurojust~GOVERNS~IN&select=institution/eurojust&at=2019-06-01'
    const { page, close } = await open(eurojust)
    await onScene(page, /^2 things, 1 line$/)
    const panel = page.getByRole('complementary')
    const pinnedAt = async () => {
      await panel.getByRole('button', { name: 'Pin', exact: true }).click()
      await panel.getByRole('button', { name: 'Unpin' }).waitFor()
      return new URLSearchParams(new URL(page.url()).hash.slice(1)).get('pin')
    }
    const then = await pinnedAt()
    expect(then).toMatch(/^institution\/eurojust~-?[\d.]+~-?[\d.]+$/)
    await panel.getByRole('button', { name: 'Unpin' }).click()
    await page.getByRole('button', { name: 'Today' }).click()
    await panel.getByRole('button', { name: 'Eurojust Regulation', exact: true }).first().waitFor()
    await onScene(page, /^2 things, 1 line$/)
    expect(await pinnedAt()).toBe(then)
    await panel.getByRole('button', { name: 'Collapse' }).click()
    await onScene(page, /^1 thing, 0 lines$/)
    await close()
  }, 240_000)

  test('keeps an entity where it is dragged to, and undoes that', async () => {
    // Two pins on either side of Europol put it into the middle of the picture.
    const ends = ['commitment/fr-be-2018-06-11/17a~-300~0', 'commitment/fr-be-2018-06-11/03a~300~0']
    const { page, close } = await open(
      `#lang=en&show=expand~institution/europol~HANDLES~OUT&pin=institution/europol~0~0&${ends.map(end => `pin=${end}`).join('&')}`,
    )
    await onScene(page, /^3 things, 2 lines$/)
    await page.waitForTimeout(800)
    const box = (await page.locator('.canvas').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.locator('.canvas.over-node').waitFor()
    await page.mouse.down()
    await page.mouse.move(x + 20, y - 60, { steps: 4 })
    await page.mouse.move(x + 40, y - 120, { steps: 4 })
    await page.mouse.up()
    const pinned = async () =>
      new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll('pin').find(pin => pin.startsWith('institution/europol'))
    await page.waitForFunction("!location.hash.includes('pin=institution/europol~0~0')")
    const [, right, up] = (await pinned())!.split('~').map(Number) as [number, number, number]
    expect(right).toBeGreaterThan(0)
    expect(up).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction("location.hash.includes('pin=institution/europol~0~0')")
    await close()
  }, 240_000)

  test('shows the path between two entities, each line of it', async () => {
    const { page, close } = await open('#lang=en&show=node~institution/europol&select=institution/europol')
    await onScene(page, /^1 thing, 0 lines$/)
    const panel = page.getByRole('complementary')
    await panel.getByRole('button', { name: 'Path to…' }).click()
    await panel.getByRole('combobox', { name: 'Path to…' }).fill('attack in liege')
    await panel.getByRole('option', { name: /Terrorist attack in Liège/ }).click()
    await page.waitForURL(/show=path~institution\/europol~event\/liege-2018-05-29/)
    await onScene(page, /^[2-9]\d* things|^1\d+ things/)
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    const rows = await page.getByRole('row').allTextContents()
    const joined = rows.map(row => [row.includes('Europol'), row.includes('Terrorist attack in Liège')])
    expect(joined.some(([start]) => start)).toBe(true)
    expect(joined.some(([, end]) => end)).toBe(true)
    await close()
  }, 240_000)

  test('opens an entity on the query page, where the question about it is ready', async () => {
    const { page, close } = await open('#lang=en&show=node~institution/europol&select=institution/europol')
    await page.getByRole('link', { name: 'Ask about it on the query page' }).click()
    await page.locator('.graphiql-query-editor', { hasText: 'AllAboutOneThing' }).waitFor()
    await page.locator('.graphiql-editor-tool', { hasText: 'institution/europol' }).waitFor()
    await page.getByRole('button', { name: /^Execute query/ }).click()
    await page.locator('.result-window', { hasText: '"label": "Europol"' }).waitFor()
    await close()
  }, 240_000)

  test.each([
    ['fr', 'Type', 'agence de l’UE'],
    ['nl', 'Soort', 'EU-agentschap'],
  ])(
    'says the kind of a body in its language: %s',
    async (lang, kind, agency) => {
      const { page, close } = await open(`#lang=${lang}&show=node~institution/europol&select=institution/europol`)
      const properties = page.getByRole('complementary').locator('.properties > div', { hasText: kind })
      await properties.getByText(agency).waitFor()
      await close()
    },
    240_000,
  )

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
      expect(await findViolations(page)).toEqual([])
      await picture(name.replaceAll(' ', '-'))
      await close()
    },
    240_000,
  )
})
