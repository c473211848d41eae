import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe has to complain of on a page as it is, each rule with what breaks it; but for the rules that are left out. */
export async function findViolations(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source)
  const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]))
  const found = (await page.evaluate(`axe.run({ rules: ${JSON.stringify(rules)} })`)) as axe.AxeResults
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}
