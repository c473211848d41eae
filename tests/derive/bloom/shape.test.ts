import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { perspectives } from '../../../src/derive/bloom/perspectives.ts'
import { printPerspective } from '../../../src/derive/bloom/printPerspective.ts'
import type { Perspective } from '../../../src/derive/bloom/shape.ts'
import { readOntology } from '../../../src/schema/readOntology.ts'
import { findFaults } from './findFaults.ts'

type Shape = Record<string, { required?: string[]; allOf?: { $ref?: string; required?: string[] }[] }>
const { required, definitions } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'perspective.schema.json'), 'utf8'))
const ontology = readOntology()
const files = perspectives.flatMap(declaration =>
  (['EN', 'FR', 'NL'] as const).map(language => ({
    what: `${declaration.key} in ${language}`,
    file: JSON.parse(printPerspective(ontology, declaration, { language })) as Perspective,
  })),
)

describe.each(files)('$what', ({ file }) => {
  test('has the shape of an export, with nothing that refers to nothing', () => {
    expect(findFaults(file)).toEqual([])
  })

  test('has the keys of an export at every level, and no others', () => {
    expect(Object.keys(file).sort()).toEqual([...required].sort())
    expectKeys(file.categories, 'category')
    expectKeys(file.relationshipTypes, 'relationshipType')
    expectKeys(Object.values(file.labels).flat(), 'storedProperty')
    expectKeys(file.templates, 'phrase')
    expectKeys(
      file.templates.flatMap(({ params }) => params),
      'parameter',
    )
    expectKeys(file.sceneActions, 'action')
  })

  test('shows every node type at most once, and names phrases in French and in English', () => {
    const labels = file.categories.flatMap(category => category.labels)
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels.every(label => ontology.nodeTypes.has(label))).toBe(true)
    expect(new Set(file.templates.map(({ text }) => text)).size).toBe(file.templates.length)
    expect(file.templates.length % 2).toBe(0)
  })

  test('hides what the service keeps for itself and what is superseded', () => {
    expect(file.hideUncategorisedData).toBe(true)
    expect(Object.keys(file.labels)).toEqual(expect.arrayContaining(['Ledger', 'Revision', 'EntityVersion', 'RemovedEntity']))
    const past = file.relationshipTypes.map(({ name }) => name).filter(name => name.startsWith('SUPERSEDED_'))
    expect(past).toHaveLength(ontology.relationshipTypes.size)
    expect(file.hiddenRelationshipTypes).toEqual(expect.arrayContaining(past))
  })

  test('writes nothing to the graph', () => {
    for (const { cypher } of [...file.templates, ...file.sceneActions])
      expect(cypher).not.toMatch(/\b(CREATE|MERGE|SET|DELETE|REMOVE|CALL|LOAD)\b/)
  })
})

test('a file is the same each time, and another for another database', () => {
  const [researcher] = perspectives as [(typeof perspectives)[number]]
  const print = (database?: string) => printPerspective(ontology, researcher, { language: 'EN', ...(database && { database }) })
  expect(print()).toBe(print())
  expect((JSON.parse(print('a')) as Perspective).id).not.toBe((JSON.parse(print('b')) as Perspective).id)
})

test('labels and relationship types that only the database has are listed and hidden', () => {
  const others = { labels: ['Movie'], relationshipTypes: ['ACTED_IN'] }
  const file = JSON.parse(printPerspective(ontology, perspectives[0]!, { language: 'EN', others })) as Perspective
  expect(findFaults(file)).toEqual([])
  expect(file.labels['Movie']).toEqual([])
  expect(file.hiddenRelationshipTypes).toContain('ACTED_IN')
})

describe('a file that Bloom would stumble over is told', () => {
  const breaks: [string, RegExp, (file: Draft) => void][] = [
    ['a missing key', /must have required property 'metadata'/, file => delete file['metadata']],
    ['a key of the wrong type', /hideUncategorisedData must be boolean/, file => (file['hideUncategorisedData'] = 'yes')],
    ['another version', /version must match pattern/, file => (file['version'] = '2.13.0')],
    [
      'two categories of one id',
      /category id 1 is there twice/,
      file => file.categories.forEach(category => (category['id'] = 1)),
    ],
    ['a category of no label', /is no label/, file => (file.categories[0]!['labels'] = ['Nothing'])],
    ['a hidden type that is not there', /is no relationship type/, file => file.hiddenRelationshipTypes.push('NOTHING')],
    ['a phrase with a parameter it does not declare', /does not declare/, file => (file.templates[0]!['params'] = [])],
    ['a phrase id in another form', /templates\/0\/id must match pattern/, file => (file.templates[0]!['id'] = '1')],
  ]
  test.each(breaks)('%s', (_, fault, breakIt) => {
    const file = structuredClone(files[0]!.file) as unknown as Draft
    breakIt(file)
    expect(findFaults(file).join('\n')).toMatch(fault)
  })
})

interface Draft extends Record<string, unknown> {
  categories: Record<string, unknown>[]
  templates: Record<string, unknown>[]
  hiddenRelationshipTypes: string[]
}

function expectKeys(objects: readonly object[], definition: string): void {
  const { required: own = [], allOf = [] } = (definitions as Shape)[definition]!
  const keys = allOf.flatMap(part => part.required ?? (definitions as Shape)[part.$ref!.split('/').at(-1)!]!.required!)
  expect(objects).not.toHaveLength(0)
  for (const object of objects) expect(Object.keys(object).sort()).toEqual([...own, ...keys].sort())
}
