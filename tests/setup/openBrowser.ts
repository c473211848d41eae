import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where Debian, Ubuntu and macOS put a browser that the tests can drive. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env['CHROMIUM'] ?? '']

/** The Chromium of this machine; undefined when there is none. */
export const chromiumPath = places.find(place => place !== '' && existsSync(place))

if (!chromiumPath)
  console.warn('No Chromium was found, so the tests in the browser are skipped; install it, or set CHROMIUM to one.')

/** Pictures of the pages, kept by each run. */
const pictures = path.join(import.meta.dirname, '../explorer/screenshots')

/** A browser without a window, whose graphics are computed by the processor. */
export function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage']
  return chromium.launch({ executablePath: chromiumPath!, args })
}

/** A page with what it said wrong and what it asked of other sites. */
export interface WatchedPage {
  readonly page: Page
  readonly complaints: string[]
  readonly outside: string[]
  /** Keeps a picture of the page as it is. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

/** How a page is opened, where it is not as most are. */
export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** Whether it shares nothing with other windows, what pages keep in the browser included. */
  readonly apart?: boolean
}

/** The windows of a browser belong together, so that each page and its scripts are fetched and compiled once. */
const contexts = new WeakMap<Browser, Promise<BrowserContext>>()

/** Opens an address of the service in a new window. */
export async function openPage(
  browser: Browser,
  address: string,
  { viewport = { width: 1440, height: 900 }, colorScheme = 'light', apart = false }: PageOptions = {},
): Promise<WatchedPage> {
  const opening = (!apart && contexts.get(browser)) || browser.newContext({ locale: 'en-GB' })
  if (!apart) contexts.set(browser, opening)
  const context = await opening
  const page = await context.newPage()
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme })
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  const outside: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  const own = new URL(address).origin
  page.on('request', request => {
    if (!request.url().startsWith(own) && !request.url().startsWith('blob:')) outside.push(request.url())
  })
  await page.goto(address)
  return {
    page,
    complaints,
    outside,
    picture: async name => {
      await mkdir(pictures, { recursive: true })
      await page.screenshot({ path: path.join(pictures, `${name}.png`) })
    },
    close: () => (apart ? context.close() : page.close()),
  }
}
