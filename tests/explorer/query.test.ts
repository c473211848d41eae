import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { Listening } from '../../src/api/http/listen.ts'
import type { Database } from '../../src/database/connect.ts'
import { readQuestion } from '../../src/explorer/query/readQuestion.ts'
import { readTables, writeCsv } from '../../src/explorer/query/tables.ts'
import { startServer } from '../../src/server.ts'
import { findViolations } from '../setup/findViolations.ts'
import { chromiumPath, openBrowser, openPage } from '../setup/openBrowser.ts'
import { seedGraph } from '../setup/seedGraph.ts'

const folder = path.join(import.meta.dirname, '../../src/explorer/query/questions')
const questions = readdirSync(folder).map(name => ({ name, ...readQuestion(readFileSync(path.join(folder, name), 'utf8')) }))
let database: Database
let server: Listening

beforeAll(async () => {
  database = await seedGraph()
  server = await startServer(database, {
    host: '127.0.0.1',
    port: 0,
    queryTimeoutSeconds: 60,
    responseCacheMegabytes: 0,
    report: error => console.error(error),
  })
}, 240_000)
afterAll(async () => {
  await server?.close()
  await database?.close()
})

test('there are at least twelve ready questions, each under a title of its own', () => {
  expect(questions.length).toBeGreaterThanOrEqual(12)
  expect(new Set(questions.map(({ title }) => title)).size).toBe(questions.length)
})

test.each(questions)('the ready question $name has an answer in the seed', async ({ query, variables }) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: variables === '' ? {} : JSON.parse(variables) }),
  })
  const { data, errors } = (await response.json()) as { data: object; errors?: unknown }
  expect(errors).toBeUndefined()
  for (const value of Object.values(data)) expect(value).not.toBeNull()
  const tables = readTables(data)
  expect(tables.length).toBeGreaterThan(0)
  // Whatever is asked for is there, since a reader learns nothing from an empty list; but not everything has further names.
  const filled = tables.filter(({ name }) => name !== 'entity.aliases')
  expect(filled.filter(({ rows }) => rows.length === 0).map(({ name }) => name)).toEqual([])
  for (const table of filled) expect(writeCsv(table).split('\r\n').length).toBeGreaterThan(2)
})

test.each(questions)('the answer to the ready question $name is cited, and its permalink gives it again', async question => {
  const { query } = question
  const variables = question.variables === '' ? {} : JSON.parse(question.variables)
  const cite =
    'query ($query: String!, $variables: JSON) { cite(query: $query, variables: $variables) { permalink sha256 bibtex } }'
  const [{ data }, cited] = (await Promise.all([
    ask({ query, variables }),
    ask({ query: cite, variables: { query, variables } }),
  ])) as [Answer, Answer<{ cite: { permalink: string; sha256: string; bibtex: string } }>]
  const { permalink, sha256, bibtex } = cited.data!.cite
  expect(bibtex).toContain(sha256)
  expect(await (await fetch(permalink)).json()).toEqual(data)
})

interface Answer<T = object> {
  readonly data?: T
}

async function ask(body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  return (await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Answer
}

describe('at /graphql', () => {
  const ask = (accept: string, search = '') => fetch(`${server.url}/graphql${search}`, { headers: { accept } })

  test('a browser is given the page, under a policy with a nonce of its own each time and nothing inline', async () => {
    const policies = await Promise.all([1, 2].map(async () => (await ask('text/html')).headers.get('content-security-policy')))
    expect(policies[0]).toMatch(/style-src 'self' 'nonce-[\w+/=]{24}'/)
    expect(policies[0]).not.toContain('unsafe')
    expect(policies[0]).not.toBe(policies[1])
    expect(await (await ask('text/html')).text()).not.toContain('STYLE-NONCE')
  })

  test('a client is answered as ever, also one that takes HTML but comes with a query', async () => {
    const query = '?query={revision{number}}'
    const answer = await fetch(`${server.url}/graphql${query}`, {
      headers: { accept: 'text/html, application/json', 'apollo-require-preflight': 'yes' },
    })
    expect(await answer.json()).toEqual({ data: { revision: { number: 1 } } })
    expect((await ask('application/json')).headers.get('content-type')).toMatch(/json/)
  })
})

describe('an answer as tables', () => {
  test('has a table for each outermost list, a column for each path, and one row for what stands in no list', () => {
    const data = {
      revision: { number: 3 },
      who: {
        edges: [{ role: 'LEAD', node: { label: 'A', acts: { edges: [{ node: { celex: '1' } }, { node: { celex: '2' } }] } } }],
      },
    }
    expect(readTables(data)).toEqual([
      { name: 'answer', columns: ['revision.number'], rows: [['3']] },
      { name: 'who', columns: ['role', 'label', 'acts'], rows: [['LEAD', 'A', '1\n2']] },
    ])
  })

  test('becomes CSV that a spreadsheet does not run', () => {
    const csv = writeCsv({ name: 'x', columns: ['a', 'b'], rows: [['=1+1', 'say "yes", twice']] })
    expect(csv).toBe('\u{feff}a,b\r\n\'=1+1,"say ""yes"", twice"\r\n')
  })
})

const inBrowser = chromiumPath ? describe : describe.skip
inBrowser('in the browser, the query page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  }, 120_000)
  afterAll(() => browser?.close())

  const open = (options = {}) => openPage(browser, `${server.url}/graphql`, { apart: true, ...options })
  const answered = (page: Page, words: string) => page.locator('.result-window', { hasText: words }).waitFor()
  const mandate = 'Under which acts did a body work on a day?'

  test('asks a ready question, shows its answer as a table, cites it, and breaks no rule of its policy', async () => {
    const { page, complaints, outside, picture, close } = await open()
    await page.getByRole('button', { name: mandate }).click()
    await page.locator('.graphiql-query-editor', { hasText: 'MandateOnADay' }).waitFor()
    await answered(page, 'Eurojust Decision')
    await page.getByRole('button', { name: /^Execute query/ }).click()
    await answered(page, 'Eurojust Decision')
    await picture('query')
    await page.getByRole('button', { name: /Answer as a table/ }).click()
    await page.getByRole('cell', { name: '32002D0187' }).waitFor()
    await picture('query-table')
    await page.getByRole('button', { name: /Cite this/ }).click()
    await page.getByRole('button', { name: 'Cite the last answer' }).click()
    await page.getByRole('link', { name: /^Permalink/ }).waitFor()
    await picture('query-cite')
    expect(await findViolations(page)).toEqual([])
    expect(outside.filter(address => !address.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }, 240_000)

  test('is asked by keyboard alone, which gets out of the editors again', async () => {
    const { page, close } = await open()
    await page.locator('.graphiql-query-editor .view-lines').waitFor()
    const reach = async (wanted: string) => {
      for (let steps = 0; steps < 80; steps += 1) {
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(wanted)})`)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab does not lead to ${wanted}.`)
    }
    await reach('.panel li:nth-child(4) button')
    await page.keyboard.press('Enter')
    await page.locator('.result-window', { hasText: '"data"' }).waitFor()
    await reach('.graphiql-query-editor [tabindex="0"]')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ControlOrMeta+a')
    // The editor closes the brackets by itself.
    await page.keyboard.type('{ revision { number')
    while (!(await page.evaluate('document.activeElement.matches(".graphiql-editor")'))) await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await reach('.graphiql-execute-button')
    await page.keyboard.press('Enter')
    await answered(page, '"revision"')
    await reach('.graphiql-editor-tool [tabindex="0"]')
    await close()
  }, 240_000)

  test('is read downwards on a phone, and nothing is wider than it', async () => {
    const { page, picture, close } = await open({ viewport: { width: 390, height: 844 } })
    await page.getByRole('button', { name: mandate }).click()
    await answered(page, 'Eurojust Decision')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    const widths = await page
      .locator('.graphiql-plugin, .graphiql-query-editor, .graphiql-response')
      .evaluateAll(parts => parts.map(part => part.getBoundingClientRect().width))
    expect(Math.min(...widths)).toBeGreaterThan(300)
    await page.locator('.result-window').scrollIntoViewIfNeeded()
    await picture('query-phone')
    await page.getByRole('button', { name: /Answer as a table/ }).click()
    await page.getByRole('cell', { name: '32002D0187' }).waitFor()
    await picture('query-phone-table')
    expect(await findViolations(page)).toEqual([])
    await close()
  }, 240_000)

  test.each(['light', 'dark'] as const)(
    'gives axe nothing to complain of, GraphiQL’s own parts with it: %s',
    async colorScheme => {
      const { page, picture, close } = await open({ colorScheme })
      await page.locator('.graphiql-query-editor .view-lines').waitFor()
      const found = [await findViolations(page)]
      await page.getByRole('button', { name: mandate }).click()
      await answered(page, 'Eurojust Decision')
      await page.getByRole('button', { name: 'New tab' }).click()
      await page.getByRole('button', { name: /^Show Documentation/ }).click()
      await page.getByRole('link', { name: 'Query', exact: true }).click()
      await page.getByRole('link', { name: 'whoHandles', exact: true }).waitFor()
      found.push(await findViolations(page))
      await picture(`query-${colorScheme}`)
      await page.getByRole('button', { name: /^Show History/ }).click()
      await page
        .getByRole('button', { name: /^MandateOnADay/ })
        .first()
        .waitFor()
      found.push(await findViolations(page))
      for (const dialog of [/settings/i, /short keys/i]) {
        await page.getByRole('button', { name: dialog }).click()
        await page.getByRole('dialog').waitFor()
        found.push(await findViolations(page))
        await page.keyboard.press('Escape')
      }
      expect(found).toEqual([[], [], [], [], []])
      await close()
    },
    240_000,
  )

  test('completes what is typed from the schema', async () => {
    const { page, complaints, close } = await open()
    await page.locator('.graphiql-query-editor .view-lines').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('{ whoHan')
    await page.keyboard.press('Control+Space')
    await page.locator('.suggest-widget', { hasText: 'whoHandles' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  }, 240_000)
})
