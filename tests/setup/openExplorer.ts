import { afterAll, beforeAll } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { Database } from '../../src/database/connect.ts'
import { openBrowser, openPage, type PageOptions, type WatchedPage } from './openBrowser.ts'
import { seedGraph } from './seedGraph.ts'
import { type Served, serveGraph } from './serveGraph.ts'

/** The explorer over the seed, for all tests of a file. */
export interface Explorer {
  readonly database: Database
  readonly url: string
  readonly browser: Browser
  /** Opens the view that is said behind `#`; what an empty one says is the start. */
  open(hash?: string, options?: PageOptions): Promise<WatchedPage>
}

/** One service and one browser for the tests of a file, opened before the first and closed after the last. */
export function openExplorer(prepare: (database: Database) => Promise<void> = async () => {}): Explorer {
  let database: Database
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    const opening = openBrowser()
    database = await seedGraph()
    await prepare(database)
    served = await serveGraph()
    browser = await opening
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
    await database?.close()
  })
  return {
    get database() {
      return database
    },
    get url() {
      return served.url
    },
    get browser() {
      return browser
    },
    open: (hash = '', options = {}) => openPage(browser, `${served.url}/${hash}`, options),
  }
}

/** Waits until the scene is said to hold so much. */
export async function onScene(page: Page, count: RegExp): Promise<void> {
  await page.locator('.count', { hasText: count }).waitFor()
}

/** Waits until nothing is being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.count:not(:empty), .reading h2').first().waitFor({ state: 'attached' })
  await page.locator('.detail[aria-busy=true]').waitFor({ state: 'detached' })
}
