import { type Domain, type NodeLabel, nodeLabels } from './domain.ts'
import { drawNode, type Values } from './nodes.ts'
import { statementSources } from './statements.ts'

/** The lines of the generated graph in the NDJSON that `pacta load` reads; each is valid, so texts are where they are said to be. */
export function* graphLines(domain: Domain): Iterable<string> {
  for (const label of nodeLabels) if (label !== 'Document') yield* nodeLines(domain, label)
  yield* nodeLines(domain, 'Document')
  for (const { type, own, draw } of statementSources)
    for (const { from, to, own: said } of draw(domain)) {
      // A commitment stands word for word in one passage of this graph.
      if (type === 'STATED_IN' && !statesOwn(domain, from, to)) continue
      const source = 'https://example.org/register'
      const property = own && { [own.replace(/:.*/, '')]: said }
      yield JSON.stringify({ type, from: idOf(domain, from), to: idOf(domain, to), ...property, basis: 'CURATED', source })
    }
}

function* nodeLines(domain: Domain, label: NodeLabel): Iterable<string> {
  for (let index = 0; index < domain.counts[label]; index++)
    yield JSON.stringify({
      type: label,
      id: domain.id(label, index),
      ...joinLanguages(drawNode(domain, label, index)),
      ...placeText(domain, label, index),
      sources: [`https://example.org/records/${domain.number(label, index)}`],
    })
}

/** The texts of one property in several languages stand together in a line, and types do not stand in its keys. */
function joinLanguages(values: Values): Record<string, unknown> {
  const joined: Record<string, unknown> = {}
  for (const [header, value] of Object.entries(values)) {
    if (value === undefined) continue
    const name = header.replace(/:.*/, '')
    const [, property, language] = /^(label|description|title|summary)(En|Fr)$/.exec(name) ?? []
    if (property && language) joined[property] = { ...(joined[property] as object), [language.toLowerCase()]: value }
    else joined[name] = value
  }
  return joined
}

const separator = '\n\n'

/** What depends on where texts stand: a document is its passages one after the other, a commitment the beginning of its passage. */
function placeText(domain: Domain, label: NodeLabel, index: number): object {
  if (label === 'Document')
    return {
      text: passagesOf(domain, index)
        .map(passage => textOf(domain, passage))
        .join(separator),
    }
  if (label === 'Passage') {
    const before = passagesOf(domain, domain.documentOf(index)).filter(passage => passage < index)
    const start = before.reduce((sum, passage) => sum + textOf(domain, passage).length + separator.length, 0)
    return { text: textOf(domain, index), start, end: start + textOf(domain, index).length, prefix: undefined, suffix: undefined }
  }
  if (label !== 'Commitment') return {}
  const text = textOf(domain, domain.passageOf(index)).slice(0, 120).trim()
  return { text, verbAsWritten: text.split(' ')[0], deadline: undefined, deadlineAsWritten: undefined }
}

function textOf(domain: Domain, passage: number): string {
  return String(drawNode(domain, 'Passage', passage)['text'])
}

function passagesOf(domain: Domain, document: number): number[] {
  const passages: number[] = []
  let passage = Math.max(0, Math.floor((document * domain.counts.Passage) / domain.counts.Document) - 1)
  while (passage < domain.counts.Passage && domain.documentOf(passage) <= document) {
    if (domain.documentOf(passage) === document) passages.push(passage)
    passage++
  }
  return passages
}

function statesOwn(domain: Domain, from: number, to: number): boolean {
  const commitment = from - domain.number('Commitment', 0)
  return to === domain.number('Passage', domain.passageOf(commitment))
}

function idOf(domain: Domain, number: number): string {
  for (const label of nodeLabels) {
    const index = number - domain.number(label, 0)
    if (index >= 0 && index < domain.counts[label]) return domain.id(label, index)
  }
  throw new RangeError(`No node has the number ${number}.`)
}
