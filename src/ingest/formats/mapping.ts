import { isEnum, type NodeType, type Ontology, type Property, type Traversal } from '../../schema/ontology.ts'
import { didYouMean } from '../nearest.ts'
import type { Place, Report } from '../problem.ts'
import { describeValue, shorten, type YamlEntry, type YamlMap, type YamlValue } from '../yamlValue.ts'

/** A value of a table, with its place. */
export interface Cell {
  readonly text: string
  readonly at: Place
}

/** A row of a table, by the names of its columns. */
export interface TableRow {
  readonly at: Place
  readonly cells: ReadonlyMap<string, Cell>
}

/** What the columns of a table mean. */
export interface Mapping {
  readonly type: NodeType
  /** A template of the id: `institution/{code}`. */
  readonly id: string
  readonly properties: readonly MappedProperty[]
  readonly relationships: readonly MappedField[]
}

interface MappedProperty {
  readonly property: string
  readonly language?: string
  /** The value that a row gives; nothing when it gives none. */
  read(row: TableRow): { readonly value: unknown; readonly at: Place } | undefined
}

interface MappedField {
  readonly field: string
  /** The statements that a row makes, if any. */
  read(row: TableRow): { readonly value: readonly object[]; readonly at: Place } | undefined
}

/** How one value is made: of a column, or the same for every row; in parts; under other names. */
interface Source {
  readonly template: string
  readonly separator?: string
  readonly values?: ReadonlyMap<string, string>
}

const keys = ['type', 'id', 'defaults', 'properties', 'relationships']
const languages = ['fr', 'en', 'nl']

/** Reads a mapping file for a table with these columns, and reports names that neither the table nor the ontology has. */
export function readMapping(
  ontology: Ontology,
  value: YamlValue,
  columns: readonly string[],
  report: Report,
): Mapping | undefined {
  if (value.kind !== 'map') {
    report(value.at, `A mapping is a map of ${keys.join(', ')}, not ${describeValue(value)}.`)
    return undefined
  }
  for (const { key, at } of value.entries)
    if (!keys.includes(key)) report(at, `A mapping has no \`${key}\`.${didYouMean(key, keys)}`)
  const given = (key: string): YamlValue | undefined => value.entries.find(entry => entry.key === key)?.value
  const [name, id] = [textOf(given('type')), textOf(given('id'))]
  const type = ontology.nodeTypes.get(name ?? '')
  if (!type)
    report(given('type')?.at ?? value.at, `\`type\` takes a node type.${didYouMean(name ?? '', ontology.nodeTypes.keys())}`)
  if (id === undefined) report(given('id')?.at ?? value.at, '`id` takes a template such as institution/{code}.')
  else checkTemplate(id, given('id')!.at)
  if (!type || id === undefined) return undefined
  const defaults = Object.fromEntries(entriesOf(given('defaults')).map(({ key, value: text }) => [key, textOf(text)]))
  return {
    ...{ type, id },
    properties: entriesOf(given('properties')).flatMap(entry => readProperty(type, entry)),
    relationships: entriesOf(given('relationships')).flatMap(entry => readField(type, entry, defaults)),
  }

  function readProperty({ name: typeName, properties }: NodeType, { key, at, value: said }: YamlEntry): MappedProperty[] {
    const [property, language] = key.split('.') as [string, string?]
    const declared = properties.get(property)
    const source = readSource(said)
    if (!declared || declared.derived || declared.computed || property === 'id') {
      const writable = [...properties.values()].filter(({ derived, computed }) => !derived && !computed)
      report(
        at,
        `${typeName} has no \`${property}\` that a table gives.${didYouMean(
          property,
          writable.map(each => each.name),
        )}`,
      )
      return []
    }
    if (declared.translated !== (language !== undefined) || (language !== undefined && !languages.includes(language))) {
      const hint = declared.translated ? `a language: \`${property}.en\`` : 'no language'
      report(at, `\`${property}\` takes ${hint}.`)
      return []
    }
    return source ? [{ property, ...(language && { language }), read: row => readCell(declared, source, row) }] : []
  }

  function readField(
    owner: NodeType,
    { key, at, value: said }: YamlEntry,
    common: Readonly<Record<string, unknown>>,
  ): MappedField[] {
    const field = owner.traversals.get(key)
    if (!field) {
      report(at, `${owner.name} has no relationship \`${key}\`.${didYouMean(key, owner.traversals.keys())}`)
      return []
    }
    const declared = declaredOf(ontology, field)
    const sources = new Map<string, Source>()
    for (const { key: name, at: place, value: given } of entriesOf(said)) {
      const source = readSource(given)
      if (name !== 'node' && !declared.has(name))
        report(place, `A statement of \`${key}\` has no \`${name}\`.${didYouMean(name, ['node', ...declared.keys()])}`)
      else if (source) sources.set(name, source)
    }
    const node = sources.get('node')
    if (!node) report(said.at, `\`${key}\` needs \`node\`, a template of the id of the other end such as institution/{parent}.`)
    return node ? [{ field: key, read: row => readStatements(node, sources, declared, common, row) }] : []
  }

  function readSource(said: YamlValue): Source | undefined {
    const plain = textOf(said)
    if (plain !== undefined) return checkSource({ template: plain }, said.at)
    if (said.kind !== 'map') {
      report(
        said.at,
        `A column is a template such as {code}, or a map of \`from\`, \`separator\`, \`values\`, not ${describeValue(said)}.`,
      )
      return undefined
    }
    const from = textOf(said.entries.find(({ key }) => key === 'from')?.value)
    for (const { key, at } of said.entries)
      if (!['from', 'separator', 'values'].includes(key))
        report(at, `A column has no \`${key}\`.${didYouMean(key, ['from', 'separator', 'values'])}`)
    if (from === undefined) {
      report(said.at, 'A column needs `from`, a template such as {code}.')
      return undefined
    }
    const separator = textOf(said.entries.find(({ key }) => key === 'separator')?.value)
    const values = said.entries.find(({ key }) => key === 'values')
    const table = values && new Map(entriesOf(values.value).map(({ key, value: text }) => [key, textOf(text) ?? '']))
    return checkSource({ template: from, ...(separator && { separator }), ...(table && { values: table }) }, said.at)
  }

  function checkSource(source: Source, at: Place): Source {
    checkTemplate(source.template, at)
    return source
  }

  function checkTemplate(template: string, at: Place): void {
    for (const [, column] of template.matchAll(/\{([^}]*)\}/g))
      if (!columns.includes(column!)) report(at, `The table has no column ${shorten(column!)}.${didYouMean(column!, columns)}`)
  }

  function entriesOf(said: YamlValue | undefined): YamlMap['entries'] {
    if (!said) return []
    if (said.kind === 'map') return said.entries
    report(said.at, `A map is wanted here, not ${describeValue(said)}.`)
    return []
  }
}

/** A template with the values of a row; nothing when one of its columns is empty. */
export function fillTemplate(template: string, { at, cells }: TableRow): Cell | undefined {
  let place: Place | undefined
  let empty = false
  const text = template.replaceAll(/\{([^}]*)\}/g, (_, column: string) => {
    const cell = cells.get(column)
    place ??= cell?.at
    if (!cell?.text) empty = true
    return cell?.text ?? ''
  })
  return empty ? undefined : { text, at: place ?? at }
}

function declaredOf(ontology: Ontology, { relationship }: Traversal): ReadonlyMap<string, Property> {
  return new Map([...ontology.statement, ...relationship.properties].filter(([, { derived }]) => !derived))
}

function readCell(property: Property, source: Source, row: TableRow): { value: unknown; at: Place } | undefined {
  const cell = fillTemplate(source.template, row)
  if (!cell) return undefined
  const parts = property.list ? partsOf(source, cell.text) : [cell.text]
  const values = parts.map(part => convert(property, source.values?.get(part) ?? part))
  return { value: property.list ? values : values[0], at: cell.at }
}

function readStatements(
  node: Source,
  sources: ReadonlyMap<string, Source>,
  declared: ReadonlyMap<string, Property>,
  common: Readonly<Record<string, unknown>>,
  row: TableRow,
): { value: object[]; at: Place } | undefined {
  // What stands between the braces may hold several ids.
  const [, column] = /\{([^}]*)\}/.exec(node.template) ?? []
  const given = column === undefined ? undefined : row.cells.get(column)
  const parts = given ? partsOf(node, given.text) : ['']
  const value = parts.flatMap(part => {
    const cells =
      column === undefined
        ? row.cells
        : new Map([...row.cells, [column, { text: node.values?.get(part) ?? part, at: given!.at }]])
    const end = fillTemplate(node.template, { at: row.at, cells })
    if (!end) return []
    const said = [...sources].flatMap(([name, source]) => {
      const cell = name === 'node' ? undefined : readCell(declared.get(name)!, source, row)
      return cell ? [[name, cell.value]] : []
    })
    return [{ ...common, ...Object.fromEntries(said), node: end.text }]
  })
  return value.length > 0 ? { value, at: given?.at ?? row.at } : undefined
}

function partsOf({ separator }: Source, text: string): string[] {
  const parts = separator === undefined ? [text] : text.split(separator)
  return parts.map(part => part.trim()).filter(part => part !== '')
}

/** A text as the value that the property takes; what it cannot be stays a text, and is refused with it. */
function convert({ type }: Property, text: string): unknown {
  if (isEnum(type)) return text
  if (type === 'Int' && /^-?\d+$/.test(text)) return Number(text)
  if (type === 'Boolean' && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  return text
}

function textOf(value: YamlValue | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined
}
