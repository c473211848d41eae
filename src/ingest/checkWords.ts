import { findLoosely } from './findLoosely.ts'
import type { Known } from './known.ts'
import type { Report } from './problem.ts'
import { type Placed, type Seed, textOf } from './seed.ts'
import { shorten } from './yamlValue.ts'

const partsOfText = ['verbAsWritten', 'deadlineAsWritten']

/** Reports words that are said to be verbatim and are not: quotes, the texts of commitments, and their parts. */
export function checkWords({ records, statements }: Seed, known: Known, report: Report): void {
  const own = new Map(records.map(record => [record.id, record]))
  for (const statement of statements) {
    const source = textOf(statement, 'source')
    if (source) checkPart(statement.properties.get('quote'), 'The quote', source, known.textOf(source))
    if (statement.type.name !== 'STATED_IN') continue
    const text = own.get(statement.from)?.properties.get('text')
    checkPart(text, `The text of ${statement.from}`, statement.to, known.textOf(statement.to))
  }
  for (const record of records.filter(({ type }) => type.name === 'Commitment'))
    for (const name of partsOfText)
      checkPart(record.properties.get(name), `\`${name}\``, `the text of ${record.id}`, textOf(record, 'text'))

  function checkPart(part: Placed | undefined, name: string, place: string, whole: string | undefined): void {
    if (typeof part?.value !== 'string' || whole === undefined || whole.includes(part.value)) return
    const like = findLoosely(whole, part.value)
    const closing = like === undefined ? '' : ` It has ${shorten(like)}: copy it exactly.`
    report(part.at, `${name} is not in ${place} word for word: ${shorten(part.value)}.${closing}`)
  }
}
