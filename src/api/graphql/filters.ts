import { ID, Int } from 'type-graphql'
import { orderName } from '../../plan/planConnection.ts'
import { declareEnum, type EnumValues } from '../../schema/enums.ts'
import { isEnum, type NodeType, type Ontology, type Property, type Traversal } from '../../schema/ontology.ts'
import { DateScalar, DateTimeScalar } from '../../schema/scalars.ts'
import { declareInput, type FieldDeclaration, type Held, makeClass, type TypeClass } from './declare.ts'
import { heldBy } from './properties.ts'

type InputFields = Record<string, Omit<FieldDeclaration, 'nullable'>>

const StringFilter = declareInput(makeClass('StringFilter'), 'Conditions on a text; all that are given must hold.', {
  equals: { type: () => String, description: 'Is exactly this.' },
  in: { type: () => [String], description: 'Is one of these.' },
  contains: { type: () => String, description: 'Contains this, in upper or lower case.' },
  startsWith: { type: () => String, description: 'Starts with exactly this.' },
  exists: { type: () => Boolean, description: 'Is given at all, or is not.' },
})
const IntFilter = declareInput(makeClass('IntFilter'), 'Conditions on a whole number; all that are given must hold.', {
  equals: { type: () => Int, description: 'Is this.' },
  lessThan: { type: () => Int, description: 'Is less than this.' },
  atMost: { type: () => Int, description: 'Is this or less.' },
  greaterThan: { type: () => Int, description: 'Is greater than this.' },
  atLeast: { type: () => Int, description: 'Is this or more.' },
})
const DateFilter = timeFilter('DateFilter', 'a day', DateScalar, {
  reached: { type: () => Boolean, description: 'Is the day asked for (`validAt`) or comes before it, or is not.' },
})
const DateTimeFilter = timeFilter('DateTimeFilter', 'an instant', DateTimeScalar)

function timeFilter(name: string, what: string, scalar: Held, further: InputFields = {}): TypeClass {
  return declareInput(makeClass(name), `Conditions on ${what}; all that are given must hold.`, {
    on: { type: () => scalar, description: 'Is this one.' },
    before: { type: () => scalar, description: 'Comes before this.' },
    onOrBefore: { type: () => scalar, description: 'Is this or comes before it.' },
    after: { type: () => scalar, description: 'Comes after this.' },
    onOrAfter: { type: () => scalar, description: 'Is this or comes after it.' },
    exists: { type: () => Boolean, description: 'Is given at all, or is not.' },
    ...further,
  })
}

/** The input types by which rows are filtered and ordered, made from the ontology. */
export interface Inputs {
  readonly filters: ReadonlyMap<string, TypeClass>
  readonly orders: ReadonlyMap<string, EnumValues>
  /** Filters of relationships, by the fields they would have on a statement. */
  readonly statement: TypeClass
}

/** Makes the filter and the order of every node type. */
export function declareInputs(ontology: Ontology): Inputs {
  const filters = new Map([...ontology.nodeTypes.keys()].map(name => [name, makeClass(`${name}Filter`)]))
  const any = makeClass('EntityFilter')
  filters.set('Entity', any)
  const statement = declareInput(makeClass('StatementFilter'), 'Conditions on a statement; all that are given must hold.', {
    ...propertyInputs(ontology.statement.values()),
  })
  const related = (traversal: Traversal, owner: string) => declareRelated(traversal, owner, ontology, filters, statement)
  for (const type of ontology.nodeTypes.values()) declareFilter(type, filters.get(type.name)!, related)
  declareInput(any, 'Conditions on any entity; all that are given must hold.', {
    ...propertyInputs(ontology.entity.values()),
    ...combinations(any),
  })
  const orders = new Map([...ontology.nodeTypes.values()].map(type => [type.name, declareOrder(type)]))
  return { filters, orders, statement }
}

function declareFilter(type: NodeType, filter: TypeClass, related: (traversal: Traversal, owner: string) => TypeClass): void {
  const fields: InputFields = { ...propertyInputs(type.properties.values()) }
  for (const traversal of type.traversals.values()) {
    const input = related(traversal, type.name)
    fields[traversal.name] = { type: () => input, description: `Has at least one of these: ${traversal.description}` }
    if (traversal.shortcut)
      fields[traversal.shortcut] = { type: () => [ID], description: `Has at least one of these, by id: ${traversal.description}` }
  }
  declareInput(filter, `Conditions on a ${type.name}; all that are given must hold.`, { ...fields, ...combinations(filter) })
}

/** What the other end of a relationship and the relationship itself must be. */
function declareRelated(
  traversal: Traversal,
  owner: string,
  ontology: Ontology,
  filters: ReadonlyMap<string, TypeClass>,
  statement: TypeClass,
): TypeClass {
  const only = traversal.targets.length === 1 ? ontology.nodeTypes.get(traversal.targets[0]!) : undefined
  const target = only ? filters.get(only.name)! : filters.get('Entity')!
  const own = propertyInputs(traversal.relationship.properties.values())
  const name = `${owner}${traversal.name[0]!.toUpperCase()}${traversal.name.slice(1)}Filter`
  return declareInput(makeClass(name), `Conditions on ${owner}.${traversal.name}: on the other end and on the relationship.`, {
    ...propertyInputs((only?.properties ?? ontology.entity).values()),
    ...own,
    statement: { type: () => statement, description: 'Conditions on the statement itself.' },
    and: { type: () => [target], description: 'All of these hold for the other end.' },
    or: { type: () => [target], description: 'At least one of these holds for the other end.' },
    not: { type: () => target, description: 'This does not hold for the other end.' },
    ...deeper(only, filters, own),
  })
}

/** The relationships of the other end, so that a filter reaches further than one step. */
function deeper(type: NodeType | undefined, filters: ReadonlyMap<string, TypeClass>, own: InputFields): InputFields {
  const fields: InputFields = {}
  for (const { shortcut, description } of type?.traversals.values() ?? [])
    if (shortcut && !(shortcut in own))
      fields[shortcut] = { type: () => [ID], description: `Has at least one of these, by id: ${description}` }
  return filters.size > 0 ? fields : {}
}

function combinations(filter: TypeClass): InputFields {
  return {
    and: { type: () => [filter], description: 'All of these hold.' },
    or: { type: () => [filter], description: 'At least one of these holds.' },
    not: { type: () => filter, description: 'This does not hold.' },
  }
}

/** For each property the input that compares with it. */
export function propertyInputs(properties: Iterable<Property>): InputFields {
  const compared = [...properties].filter(property => !property.hidden && (!property.list || isEnum(property.type)))
  return Object.fromEntries(compared.map(property => [property.name, propertyInput(property)]))
}

function propertyInput(property: Property): Omit<FieldDeclaration, 'nullable'> {
  const { description, type } = property
  const held = heldBy(property)
  if (property.list) return { type: () => [held], description: `Holds one of these: ${description}` }
  if (isEnum(type) || type === 'ID') return { type: () => [held], description: `Is one of these: ${description}` }
  const inputs: Record<string, Held> = {
    String: StringFilter,
    Int: IntFilter,
    Date: DateFilter,
    DateTime: DateTimeFilter,
    Boolean,
  }
  return { type: () => inputs[type]!, description }
}

function declareOrder(type: NodeType): EnumValues {
  const ordered = [...type.properties.values()].filter(({ name, indexed }) => indexed || name === 'id' || name === 'label')
  const values = ordered.flatMap(({ name, translated }) => {
    const what = translated ? `${name}, in English where there is one` : name
    return [
      [`${orderName(name)}_ASC`, `By ${what}, ascending; those without come last.`],
      [`${orderName(name)}_DESC`, `By ${what}, descending; those without come last.`],
    ]
  })
  return declareEnum(`${type.name}Order`, `The orders in which ${type.list} can be listed.`, Object.fromEntries(values))
}
