import type { Report } from './problem.ts'
import { type Seed, textOf } from './seed.ts'

/** Reports progress reports that do not say where their evidence is, or where it was looked for in vain. */
export function checkReports({ records }: Seed, report: Report): void {
  for (const record of records) {
    if (record.type.name !== 'ProgressReport') continue
    const { id, at, properties } = record
    const inVain = textOf(record, 'kind') === 'NOTHING_FOUND'
    const searched = properties.get('searchedIn')
    if (inVain && !searched) report(at, `${id} needs \`searchedIn\`, the places where evidence was looked for.`)
    if (!inVain && searched) report(searched.at, '`searchedIn` belongs to reports of the kind NOTHING_FOUND.')
    if (!inVain && !properties.has('url')) report(at, `${id} needs \`url\`, where its evidence is written.`)
  }
}
