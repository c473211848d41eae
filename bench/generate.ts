import { readFileSync } from 'node:fs'
import { type Domain, type NodeLabel, nodeLabels } from './domain.ts'
import { drawNode, searchWords, type Values } from './nodes.ts'
import { mix } from './random.ts'
import { type StatementSource, statementSources } from './statements.ts'

/** One file of Neo4j's importer, in lines that are made as they are read. */
export interface ImportFile {
  readonly name: string
  /** What the nodes or relationships are: labels, or a type. */
  readonly kind: 'nodes' | 'relationships'
  readonly labels: string
  lines(): Iterable<string>
}

/** The relationship types at whose ends very many meet, as the derived ontology says. */
const crowded = readCrowded()

function readCrowded(): ReadonlySet<string> {
  const { relationshipTypes } = JSON.parse(readFileSync(new URL('../schema/ontology.json', import.meta.url), 'utf8')) as {
    relationshipTypes: readonly { name: string; crowded: readonly string[] }[]
  }
  return new Set(relationshipTypes.filter(type => type.crowded.length > 0).map(({ name }) => name))
}
const recordedAt = '2024-01-01T00:00:00Z'
const kept = { dataset: 'bench', 'revision:long': 1, 'recordedAt:datetime': recordedAt }

/** All files of a graph. */
export function importFiles(domain: Domain): ImportFile[] {
  return [
    ...nodeLabels.map(label => ({
      name: `${label}.csv`,
      kind: 'nodes' as const,
      labels: `Entity:${label}`,
      lines: () => nodeLines(domain, label),
    })),
    ...statementSources.map((source, index) => ({
      name: `${source.type}-${index}.csv`,
      kind: 'relationships' as const,
      labels: source.type,
      lines: () => statementLines(domain, source, index),
    })),
  ]
}

function* nodeLines(domain: Domain, label: NodeLabel): Iterable<string> {
  for (let index = 0; index < domain.counts[label]; index++) {
    const number = domain.number(label, index)
    const drawn = drawNode(domain, label, index)
    const values: Values = {
      ':ID': number,
      id: domain.id(label, index),
      ...drawn,
      ...searchWords(drawn),
      'sources:string[]': `https://example.org/records/${number}`,
      hash: hexadecimal(number, 1),
      ...kept,
    }
    if (index === 0) yield Object.keys(values).join(',')
    yield line(Object.values(values))
  }
}

function* statementLines(domain: Domain, { type, own, draw }: StatementSource, file: number): Iterable<string> {
  const properties = ['id', 'key', 'hash', 'basis', 'source', 'quote', 'rank', 'unbounded:boolean', ...Object.keys(kept)]
  const ends = crowded.has(type) ? ['fromId', 'toId'] : []
  yield [':START_ID', ':END_ID', ...(own ? [own] : []), ...properties, ...ends].join(',')
  const typeNumber = mix(...[...type].map(letter => letter.charCodeAt(0)), file)
  for (const { from, to, own: said } of draw(domain)) {
    const key = hexadecimal(from, to, typeNumber)
    const byLaw = key < '4'
    const quote = key > 'c' ? 'as the text says in these very words' : undefined
    const stated = [
      `statement/${key}@1`,
      key,
      key,
      byLaw ? 'BY_LAW' : 'NAMED_IN_TEXT',
      `passage/${key.slice(0, 8)}`,
      quote,
      'NORMAL',
      'true',
    ]
    const ids = crowded.has(type) ? [domain.idOf(from), domain.idOf(to)] : []
    yield line([from, to, ...(own ? [said] : []), ...stated, ...Object.values(kept), ...ids])
  }
}

function line(values: readonly Values[string][]): string {
  // No text that is drawn holds a comma, a quotation mark or a line break.
  return values.map(value => value ?? '').join(',')
}

function hexadecimal(...numbers: readonly number[]): string {
  return [mix(1, ...numbers), mix(2, ...numbers)].map(half => half.toString(16).padStart(8, '0')).join('')
}
