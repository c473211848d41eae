import { describe, expect, test } from '@jest/globals'
import { GraphQLScalarType } from 'graphql'
import { Node, type NodeClass, type NodeOptions, Property, Relationship } from '../../src/schema/decorators.ts'
import { Entity } from '../../src/schema/entity.ts'
import { isEnum, type Property as OntologyProperty } from '../../src/schema/ontology.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { expandTerm, type Term } from '../../src/schema/vocabularies.ts'

const ontology = readOntology()
const nodeTypes = [...ontology.nodeTypes.values()]
const relationshipTypes = [...ontology.relationshipTypes.values()]

/** Everything that is described, by the path a reader would look it up under. */
const described = new Map<string, { description: string; iri?: Term }>()
for (const type of nodeTypes) {
  described.set(type.name, type)
  for (const property of type.properties.values()) addProperty(type.name, property)
  for (const traversal of type.traversals.values()) described.set(`${type.name}.${traversal.name}`, traversal)
}
for (const type of relationshipTypes) {
  described.set(type.name, type)
  for (const property of type.properties.values()) addProperty(type.name, property)
}
for (const property of ontology.statement.values()) addProperty('Statement', property)

function addProperty(owner: string, property: OntologyProperty): void {
  described.set(`${owner}.${property.name}`, property)
  if (!isEnum(property.type)) return
  described.set(property.type.name, property.type)
  for (const [value, description] of property.type.values) described.set(`${property.type.name}.${value}`, { description })
}

describe('what is declared', () => {
  test('every type, property, relationship and value of an enum is described by a sentence', () => {
    expect(described.size).toBeGreaterThan(200)
    const other = [...described].filter(([, { description }]) => !/^[A-Z][\s\S]*[^\s.]\.$/.test(description))
    expect(other.map(([path, { description }]) => `${path}: ${description}`)).toEqual([])
  })

  test('every type and property maps to a term of a standard vocabulary or of our own', () => {
    const terms = [...described.values()].flatMap(({ iri }) => iri ?? [])
    expect(terms.length).toBeGreaterThan(100)
    for (const term of terms) expect(expandTerm(term)).toMatch(/^https?:\/\/[^\s:]+[/#]\w+$/)
  })

  test('each node type has a colour and root fields of its own', () => {
    expect(repeated(nodeTypes.map(({ colour }) => colour.toUpperCase()))).toEqual([])
    for (const { colour } of nodeTypes) expect(colour).toMatch(/^#[0-9A-Fa-f]{6}$/)
    expect(repeated(nodeTypes.flatMap(({ lookup, list }) => [lookup, list]))).toEqual([])
  })

  test('each relationship is traversed from each of its ends, and back from where it leads', () => {
    for (const { name, ends } of relationshipTypes)
      for (const { from, to } of ends) {
        expect([name, from, to, traversed(from, 'OUT', to, name)]).toEqual([name, from, to, true])
        expect([name, to, from, traversed(to, 'IN', from, name)]).toEqual([name, to, from, true])
      }
    for (const type of nodeTypes)
      for (const { relationship, direction, targets } of type.traversals.values())
        for (const target of targets) {
          const [from, to] = direction === 'OUT' ? [type.name, target] : [target, type.name]
          expect(relationship.ends).toContainEqual({ from, to })
        }
  })

  test('a property of one name holds one kind of value wherever nodes have it, so that a filter means one thing', () => {
    const kinds = new Map<string, Set<string>>()
    for (const { properties } of nodeTypes)
      for (const { name, type, list } of properties.values()) {
        // Each node type has its own enum of kinds.
        if (name === 'kind' && isEnum(type)) continue
        const kind = `${isEnum(type) ? type.name : type}${list ? ' list' : ''}`
        kinds.set(name, (kinds.get(name) ?? new Set()).add(kind))
      }
    expect([...kinds].filter(([, held]) => held.size > 1)).toEqual([])
  })

  test('the names of a node type are not also names of what every statement has, where both are filtered together', () => {
    for (const { name, properties } of relationshipTypes)
      expect([name, [...properties.keys()].filter(key => ontology.statement.has(key))]).toEqual([name, []])
  })
})

describe('a wrong declaration is refused', () => {
  const held = { iri: 'rdfs:label', description: 'A value.' } as const
  const related = { type: 'LEADS_TO', iri: 'rdfs:seeAlso', description: 'Where it leads.' } as const
  const reverse = { name: 'ledToBy', description: 'What leads here.' }

  test.each<[string, string, () => NodeClass[]]>([
    [
      'a class that is no node type',
      'Plain is listed as a node type but is not a @Node.',
      () => {
        class Plain {}
        return [Plain]
      },
    ],
    [
      'a relationship to what is no node type',
      'Elsewhere is the end of LEADS_TO but is no node type.',
      () => {
        class Elsewhere {}
        const Start = node('Start')
        relate(Start, 'next', [Elsewhere], { ...related, reverse })
        return [Start]
      },
    ],
    [
      'a relationship type with a name that Cypher would have to escape',
      '"LEADS-TO" is no name for the ontology: it takes letters, digits and _.',
      () => {
        const Start = node('Start')
        relate(Start, 'next', [Start], { ...related, type: 'LEADS-TO', reverse })
        return [Start]
      },
    ],
    [
      'a property with a name that closes a quotation of Cypher',
      '"a`b" is no name for the ontology: it takes letters, digits and _.',
      () => {
        const Start = node('Start')
        Property(() => String, held)(Start.prototype, 'a`b')
        return [Start]
      },
    ],
    [
      'a reverse field with a name that begins with a digit',
      '"2nd" is no name for the ontology: it takes letters, digits and _.',
      () => {
        const Start = node('Start')
        relate(Start, 'next', [Start], { ...related, reverse: { ...reverse, name: '2nd' } })
        return [Start]
      },
    ],
    [
      'one reverse field with two meanings',
      'End.comers is declared for two different relationships.',
      () => {
        const [Start, End] = [node('Start'), node('End')]
        relate(Start, 'next', [End], { ...related, reverse: { ...reverse, name: 'comers' } })
        relate(Start, 'last', [End], { ...related, type: 'ENDS_AT', reverse: { ...reverse, name: 'comers' } })
        return [Start, End]
      },
    ],
    [
      'a field that is both a property and a relationship',
      'Start.next is declared both as a property and as a relationship.',
      () => {
        const Start = node('Start')
        Property(() => String, held)(Start.prototype, 'next')
        relate(Start, 'next', [Start], { ...related, reverse })
        return [Start]
      },
    ],
    [
      'a relationship type declared twice with other properties',
      'Start.last declares LEADS_TO with other properties than before.',
      () => {
        class Weighted {}
        Property(() => String, held)(Weighted.prototype, 'weight')
        const Start = node('Start')
        relate(Start, 'next', [Start], { ...related, reverse })
        relate(Start, 'last', [Start], { ...related, properties: Weighted, reverse })
        return [Start]
      },
    ],
    [
      'a property of a scalar that the ontology does not know',
      'Start.size holds Weight, which is neither a known scalar nor a declared enum.',
      () => {
        const Start = node('Start')
        Property(() => new GraphQLScalarType({ name: 'Weight' }), held)(Start.prototype, 'size')
        return [Start]
      },
    ],
  ])('%s', (_name, message, declare) => {
    expect(() => readOntology(declare())).toThrow(new TypeError(message))
  })

  test('and what is right is read: the same classes without the mistake', () => {
    const [Start, End] = [node('Start'), node('End')]
    Property(() => [String], held)(Start.prototype, 'names')
    relate(Start, 'next', [End], { ...related, reverse })
    const { nodeTypes: types, relationshipTypes: relationships } = readOntology([Start, End])
    expect(types.get('Start')!.properties.get('names')).toMatchObject({ type: 'String', list: true })
    expect(types.get('End')!.traversals.get('ledToBy')).toMatchObject({ direction: 'IN', targets: ['Start'] })
    expect(relationships.get('LEADS_TO')!.ends).toEqual([{ from: 'Start', to: 'End' }])
  })
})

/** A node type by this name with nothing in it. */
function node(name: string): NodeClass {
  const made = { [name]: class extends Entity {} }[name]!
  const options: NodeOptions = { iri: 'prov:Entity', lookup: name, list: `${name}s`, colour: '#000000', description: 'A node.' }
  Node(options)(made)
  return made
}

function relate(from: NodeClass, field: string, to: NodeClass[], options: Parameters<typeof Relationship>[1]): void {
  Relationship(() => to, options)(from.prototype, field)
}

function traversed(owner: string, direction: 'OUT' | 'IN', target: string, type: string): boolean {
  const traversals = [...ontology.nodeTypes.get(owner)!.traversals.values()]
  return traversals.some(
    traversal => traversal.relationship.name === type && traversal.direction === direction && traversal.targets.includes(target),
  )
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
