import { DatePrecision } from '../schema/datePrecision.ts'
import { idPrefix } from '../schema/entityId.ts'
import { type EnumType, findEnum } from '../schema/enums.ts'
import { isEnum, type NodeType, type Ontology, type Property, type RelationshipType, type Traversal } from '../schema/ontology.ts'

type JsonSchema = Readonly<Record<string, unknown>>

const pathOfId = '(/[A-Za-z0-9][A-Za-z0-9._()-]*)+$'
const text: JsonSchema = { type: 'string', pattern: '^\\S([\\s\\S]*\\S)?$' }
const languages = ['fr', 'en', 'nl']

/** Prints the JSON Schema of one line of NDJSON: an entity, or a statement that names both of its ends. */
export function printLineSchema(ontology: Ontology): string {
  const types = [...ontology.nodeTypes.values()]
  const definitions = [
    ...types.map((type): [string, JsonSchema] => [type.name, withType(type.name, describeEntityLine(ontology, type))]),
    ...[...ontology.relationshipTypes.values()].map((type): [string, JsonSchema] => [
      type.name,
      withType(type.name, describeStatementLine(ontology, type)),
    ]),
  ]
  const said = [...ontology.statement.values()].filter(isWritten).map(property => [property.name, describeProperty(property)])
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Derived from src/schema by "npm run derive".',
    title: 'Line of NDJSON of Pacta',
    description: 'One entity or one statement of the graph.',
    oneOf: definitions.map(([name]) => ({ $ref: `#/$defs/${name}` })),
    $defs: { Statement: { properties: Object.fromEntries(said) }, ...Object.fromEntries(definitions) },
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

function withType(name: string, schema: JsonSchema): JsonSchema {
  const { properties, required } = schema as { properties: Record<string, JsonSchema>; required: readonly string[] }
  return { ...schema, properties: { type: { const: name }, ...properties }, required: ['type', ...required] }
}

/** The fields are those of the seed files; what the loader works out may be given besides. */
function describeEntityLine(ontology: Ontology, type: NodeType): JsonSchema {
  const { properties, required, ...rest } = describeType(ontology, type) as { properties: object; required: readonly string[] }
  const derived = [...type.properties.values()].filter(property => property.derived)
  const fields = [
    ...Object.keys(properties).map((name): [string, JsonSchema] => [
      name,
      { $ref: `seed.schema.json#/$defs/${type.name}/properties/${name}` },
    ]),
    ...derived.map((property): [string, JsonSchema] => [property.name, describeProperty(property)]),
  ]
  return { ...rest, ...closedMap(fields), required }
}

function describeStatementLine(ontology: Ontology, type: RelationshipType): JsonSchema {
  const end = (name: 'from' | 'to'): JsonSchema => {
    const types = [...new Set(type.ends.map(ends => ends[name]))].flatMap(label => ontology.nodeTypes.get(label) ?? [])
    return describeId({ description: `The id of what it ${name === 'from' ? 'starts from' : 'points to'}.` }, types)
  }
  const properties = [...type.properties.values(), ...ontology.statement.values()].filter(isWritten)
  const required = properties.filter(property => property.required && property.name !== 'rank').map(({ name }) => name)
  const common = (property: Property): boolean => ontology.statement.has(property.name)
  const fields = properties.map((property): [string, JsonSchema] => [
    property.name,
    common(property) ? { $ref: `#/$defs/Statement/properties/${property.name}` } : describeProperty(property),
  ])
  return {
    description: type.description,
    ...closedMap([['from', end('from')], ['to', end('to')], ...fields]),
    required: ['from', 'to', ...required],
    allOf: conditions,
  }
}

/** Prints the JSON Schema of the seed files, by which editors complete and check them while they are written. */
export function printSeedSchema(ontology: Ontology): string {
  const types = [...ontology.nodeTypes.values()]
  const basis = ontology.statement.get('basis') as Property
  const source = ontology.statement.get('source') as Property
  const defaults = {
    description: 'What every statement of this file says that does not say otherwise.',
    ...closedMap([basis, source].map(property => [property.name, describeProperty(property)])),
  }
  const lists = types.map(({ name, list, description }): [string, JsonSchema] => [
    list,
    { description, type: 'array', items: { $ref: `#/$defs/${name}` } },
  ])
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Derived from src/schema by "npm run derive".',
    title: 'Seed file of Pacta',
    description: 'Records of the graph, by their type, with the statements that connect them.',
    ...closedMap([['defaults', defaults], ...lists]),
    minProperties: 1,
    $defs: { ...Object.fromEntries(types.map(type => [type.name, describeType(ontology, type)])), ...dates },
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

const dates: Readonly<Record<string, JsonSchema>> = {
  partialDate: {
    anyOf: [
      { type: 'string', format: 'date' },
      { type: 'string', pattern: '^\\d{4}(-(0[1-9]|1[0-2]))?$' },
      // YAML reads a year as a number.
      { type: 'integer', minimum: 1000, maximum: 9999 },
    ],
  },
  datePrecision: describeEnum(findEnum(DatePrecision)!),
}

function describeType(ontology: Ontology, type: NodeType): JsonSchema {
  const properties = [...type.properties.values()].filter(isWritten)
  const fields = [
    ...properties.map((property): [string, JsonSchema] => [
      property.name,
      property.name === 'id' ? describeId(property, [type]) : describeProperty(property),
    ]),
    ...[...type.traversals.values()].map((field): [string, JsonSchema] => [field.name, describeField(ontology, field)]),
  ]
  const required = properties.filter(property => property.required).map(({ name }) => name)
  return { description: type.description, ...closedMap(fields), required }
}

function describeField(ontology: Ontology, field: Traversal): JsonSchema {
  const targets = field.targets.flatMap(name => ontology.nodeTypes.get(name) ?? [])
  const properties = [...field.relationship.properties.values(), ...ontology.statement.values()].filter(isWritten)
  // The basis, the source and the rank are not required here: a file's defaults or the loader give them.
  const required = [...field.relationship.properties.values()].filter(property => property.required).map(({ name }) => name)
  const node = describeId({ description: 'The id of the other end.' }, targets)
  const fields = properties.map((property): [string, JsonSchema] => [property.name, describeProperty(property)])
  const items = { ...closedMap([['node', node], ...fields]), required: ['node', ...required], allOf: conditions }
  return { description: field.description, type: 'array', items, ...(field.single && { maxItems: 1 }) }
}

const conditions = [
  needs({ basis: { const: 'NAMED_IN_TEXT' } }, 'quote'),
  needs({ rank: { enum: ['PREFERRED', 'DEPRECATED'] } }, 'rankReason'),
]

function needs(properties: Record<string, JsonSchema>, required: string): JsonSchema {
  const given = { type: 'object', properties, required: Object.keys(properties) }
  return { anyOf: [{ not: given }, { type: 'object', required: [required] }] }
}

function describeId({ description }: { readonly description: string }, types: readonly NodeType[]): JsonSchema {
  const prefixes = types.map(idPrefix)
  return {
    description,
    type: 'string',
    pattern: `^${prefixes.length === 1 ? prefixes[0] : `(${prefixes.join('|')})`}${pathOfId}`,
  }
}

function describeProperty(property: Property): JsonSchema {
  const { description, list, translated } = property
  if (list) return { description, type: 'array', items: describeValue(property) }
  if (translated) return { description, ...closedMap(languages.map(language => [language, text])), minProperties: 1 }
  return { description, ...describeValue(property) }
}

function describeValue({ type, precision, precisionOf }: Property): JsonSchema {
  if (precisionOf) return { $ref: '#/$defs/datePrecision' }
  if (isEnum(type)) return describeEnum(type)
  if (type === 'Int') return { type: 'integer', minimum: -(2 ** 31) + 1, maximum: 2 ** 31 - 1 }
  if (type === 'Boolean') return { type: 'boolean' }
  if (precision) return { $ref: '#/$defs/partialDate' }
  if (type === 'Date') return { type: 'string', format: 'date' }
  return type === 'DateTime' ? { type: 'string', format: 'date-time' } : text
}

/** Each value with its meaning, which editors show beside it. */
function describeEnum({ values }: EnumType): JsonSchema {
  return { oneOf: [...values].map(([value, description]) => ({ const: value, description })) }
}

function closedMap(entries: readonly (readonly [string, JsonSchema])[]): JsonSchema {
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(entries) }
}

function isWritten({ derived, computed }: Property): boolean {
  return !derived && !computed
}
