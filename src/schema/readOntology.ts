import { GraphQLScalarType } from 'graphql'
import { ID, Int } from 'type-graphql'
import { DatePrecision } from './datePrecision.ts'
import { type DeclaredProperty, type DeclaredRelationship, declarationOf, type NodeClass } from './decorators.ts'
import { Entity } from './entity.ts'
import { findEnum } from './enums.ts'
import { nodeTypes } from './nodeTypes.ts'
import type { Carried, ComputedNode, NodeType, Ontology, Property, RelationshipType, ScalarKind, Traversal } from './ontology.ts'
import { DateScalar, DateTimeScalar } from './scalars.ts'
import { Statement } from './statement.ts'

const scalars = new Map<unknown, ScalarKind>([
  [ID, 'ID'],
  [Int, 'Int'],
  [String, 'String'],
  [Boolean, 'Boolean'],
  [DateScalar, 'Date'],
  [DateTimeScalar, 'DateTime'],
])
const safeName = /^[A-Za-z][A-Za-z0-9_]*$/

type Draft<T> = { -readonly [K in keyof T]: T[K] }
type RelationshipDraft = Draft<RelationshipType> & { ends: { from: string; to: string }[] }

/** Reads the declarations of these classes as plain data, and refuses what contradicts itself. */
export function readOntology(classes: readonly NodeClass[] = nodeTypes): Ontology {
  const entity = readProperties(Entity)
  const relationshipTypes = readRelationshipTypes(classes)
  const traversals = readTraversals(classes, relationshipTypes)
  const types = classes.map(nodeClass => {
    const { node } = declarationOf(nodeClass)
    if (!node) throw new TypeError(`${nodeClass.name} is listed as a node type but is not a @Node.`)
    const { description, iri, colour, lookup, list, named = false } = node
    const properties = new Map([...entity, ...readProperties(nodeClass)])
    const name = checkName(nodeClass.name)
    const computed = new Map(readComputed(nodeClass).map(node => [node.name, node]))
    return {
      name,
      description,
      iri,
      colour,
      named,
      lookup,
      list,
      properties,
      traversals: traversals.get(name) ?? new Map(),
      computed,
    }
  })
  for (const type of types) checkFields(type)
  return {
    nodeTypes: new Map(types.map(type => [type.name, type])),
    relationshipTypes,
    entity,
    statement: readProperties(Statement),
  }
}

function readProperties(target: NodeClass): Map<string, Property> {
  const properties = declarationOf(target).properties.flatMap(declared => {
    const property = readProperty(target, declared)
    return property.precision ? [property, precisionOf(property, property.precision)] : [property]
  })
  return new Map(properties.map(property => [property.name, property]))
}

/** How exactly a date is known, as a property beside it. */
function precisionOf({ name, description }: Property, precision: string): Property {
  const said = `${description[0]!.toLowerCase()}${description.slice(1)}`
  return {
    name: checkName(precision),
    description: `How exactly \`${name}\` is known (${said.replace(/\.$/, '')}).`,
    iri: `pacta:${precision}`,
    type: findEnum(DatePrecision)!,
    precisionOf: name,
    list: false,
    required: false,
    unique: false,
    indexed: false,
    searched: false,
    translated: false,
    computed: false,
    derived: false,
    hidden: false,
  }
}

function readComputed(nodeClass: NodeClass): ComputedNode[] {
  return declarationOf(nodeClass).computed.map(({ name, description, iri, target }) => ({
    name: checkName(name),
    description,
    iri,
    target: target().name,
  }))
}

function readProperty(target: NodeClass, declared: DeclaredProperty): Property {
  const given = declared.type()
  const list = Array.isArray(given)
  const held = list ? given[0] : given
  const type = scalars.get(held) ?? findEnum(held)
  if (!type) {
    const held_ = held instanceof GraphQLScalarType ? held.name : String(held)
    throw new TypeError(`${target.name}.${declared.name} holds ${held_}, which is neither a known scalar nor a declared enum.`)
  }
  const { required = false, unique = false, indexed = false, searched = false, translated = false } = declared
  const { computed = false, derived = false, hidden = false, description, iri } = declared
  const name = checkName(declared.name)
  const flags = { list, required, unique, indexed, searched, translated, computed, derived, hidden }
  if (!declared.partial) return { name, description, iri, type, ...flags }
  if (type !== 'Date' || list) throw new TypeError(`${target.name}.${name} is partial but not a date.`)
  const precision = declared.partial === true ? `${name}Precision` : declared.partial
  return { name, description, iri, type, precision, ...flags }
}

function readRelationshipTypes(classes: readonly NodeClass[]): Map<string, RelationshipType> {
  const types = new Map<string, RelationshipDraft>()
  for (const nodeClass of classes) {
    for (const declared of declarationOf(nodeClass).relationships) {
      const name = checkName(declared.type)
      const ends = targetsOf(nodeClass, declared, classes).map(to => ({ from: nodeClass.name, to }))
      const properties = declared.properties ? readProperties(declared.properties) : new Map<string, Property>()
      const known = types.get(name)
      if (!known) {
        const { description, iri, crowded = [] } = declared
        types.set(name, { name, description, iri, ends, properties, crowded, carried: readCarried(nodeClass, declared, classes) })
        continue
      }
      if ([...known.properties.keys()].join() !== [...properties.keys()].join())
        throw new TypeError(`${nodeClass.name}.${declared.name} declares ${name} with other properties than before.`)
      known.ends.push(...ends)
      known.crowded = [...new Set([...known.crowded, ...(declared.crowded ?? [])])]
      if (declared.carries)
        throw new TypeError(`${nodeClass.name}.${declared.name}: what ${name} carries is said where it is first declared.`)
    }
  }
  return types
}

/** Only a plain value that every node at the end can have is carried, and only to a crowded end. */
function readCarried(nodeClass: NodeClass, declared: DeclaredRelationship, classes: readonly NodeClass[]): Carried[] {
  const { carries = {}, crowded = [] } = declared
  const labels = { from: [nodeClass.name], to: targetsOf(nodeClass, declared, classes) }
  return (['from', 'to'] as const).flatMap(end =>
    (carries[end] ?? []).map(property => {
      const given = classes.filter(({ name }) => labels[end].includes(name)).map(found => readProperties(found).get(property))
      const plain = given.every(found => found && !found.list && !found.translated && !found.computed)
      if (!plain || !crowded.includes(end === 'from' ? 'to' : 'from'))
        throw new TypeError(`${nodeClass.name}.${declared.name} cannot carry ${property} from its end \`${end}\`.`)
      return { end, property, stored: `${end}${property[0]!.toUpperCase()}${property.slice(1)}` }
    }),
  )
}

function readTraversals(
  classes: readonly NodeClass[],
  types: Map<string, RelationshipType>,
): Map<string, Map<string, Traversal>> {
  const byOwner = new Map<string, Map<string, Traversal>>(classes.map(({ name }) => [name, new Map()]))
  for (const nodeClass of classes) {
    for (const declared of declarationOf(nodeClass).relationships) {
      const relationship = types.get(declared.type) as RelationshipType
      const { description, shortcut, order, reverse } = declared
      const targets = targetsOf(nodeClass, declared, classes)
      const forward = {
        name: checkName(declared.name),
        description,
        relationship,
        direction: 'OUT',
        targets,
        single: false,
      } as const
      add(nodeClass.name, { ...forward, ...(shortcut && { shortcut }), ...(order && { order }) })
      for (const target of targets) {
        const { single = false } = reverse
        add(target, {
          name: checkName(reverse.name),
          description: reverse.description,
          relationship,
          direction: 'IN',
          targets: [nodeClass.name],
          single,
          ...(reverse.shortcut && { shortcut: reverse.shortcut }),
        })
      }
    }
  }
  return byOwner

  function add(owner: string, traversal: Traversal): void {
    const fields = byOwner.get(owner)
    if (!fields) throw new TypeError(`${owner} is the end of ${traversal.relationship.name} but is no node type.`)
    const known = fields.get(traversal.name)
    if (known && (known.relationship !== traversal.relationship || known.direction !== traversal.direction))
      throw new TypeError(`${owner}.${traversal.name} is declared for two different relationships.`)
    // Several types that start the same relationship share one reverse field: Event.participants.
    const targets = [...new Set([...(known?.targets ?? []), ...traversal.targets])]
    fields.set(traversal.name, { ...traversal, targets })
  }
}

/** The labels at which a relationship ends; `Entity` stands for every other node type. */
function targetsOf(owner: NodeClass, declared: DeclaredRelationship, classes: readonly NodeClass[]): string[] {
  const targets = declared.targets()
  const ends = targets.includes(Entity) ? classes.filter(nodeClass => nodeClass !== owner) : targets
  return ends.map(target => target.name)
}

function checkFields({ name, properties, traversals, computed }: NodeType): void {
  for (const field of computed.keys())
    if (properties.has(field) || traversals.has(field)) throw new TypeError(`${name}.${field} is declared twice.`)
  for (const field of traversals.keys())
    if (properties.has(field)) throw new TypeError(`${name}.${field} is declared both as a property and as a relationship.`)
}

/** Ontology names appear in Cypher text unescaped, so they must be plain. */
function checkName(name: string): string {
  if (!safeName.test(name)) throw new TypeError(`"${name}" is no name for the ontology: it takes letters, digits and _.`)
  return name
}
