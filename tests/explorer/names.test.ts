import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { listDescriptions } from '../../src/derive/printOntologyJson.ts'
import { readQuestion } from '../../src/explorer/query/readQuestion.ts'
import { en } from '../../src/explorer/texts/en.ts'
import { fr } from '../../src/explorer/texts/fr.ts'
import { nl } from '../../src/explorer/texts/nl.ts'
import { kindNames } from '../../src/schema/names/kindNames.ts'
import { relationshipNames } from '../../src/schema/names/relationshipNames.ts'
import { typeNames } from '../../src/schema/names/typeNames.ts'
import { valueNames } from '../../src/schema/names/valueNames.ts'
import { isEnum } from '../../src/schema/ontology.ts'
import { readOntology } from '../../src/schema/readOntology.ts'
import { translate, translated } from '../../src/schema/translations/translations.ts'

const known = { ...valueNames, ...kindNames }
const ontology = readOntology()
const { nodeTypes, relationshipTypes, statement } = ontology

test('There are names only for what the ontology has, and for all node and relationship types of it', () => {
  expect(Object.keys(typeNames).sort()).toEqual([...nodeTypes.keys()].sort())
  expect(Object.keys(relationshipNames).sort()).toEqual([...relationshipTypes.keys()].sort())
})

test('There are names in each language for every property and every value that a page may show', () => {
  // What is called so stands where everybody sees what it is.
  const worded = new Set(['label', 'description'])
  const ofNodes = [...nodeTypes.values()].flatMap(type => [...type.properties.values()])
  const ofStatements = [...statement.values(), ...[...relationshipTypes.values()].flatMap(type => [...type.properties.values()])]
  const values = [...ofNodes, ...ofStatements].flatMap(({ type }) => (isEnum(type) ? Object.keys(type.values) : []))
  const properties = ofNodes.flatMap(({ name, hidden }) => (hidden || worded.has(name) ? [] : name))
  expect([...new Set([...values, ...properties])].filter(name => !known[name])).toEqual([])
})

test('Everything that the ontology describes is described in French and in Dutch, and nothing else is', () => {
  const sentences = listDescriptions(ontology)
  expect(sentences.filter(sentence => !translate(sentence)?.FR || !translate(sentence)?.NL)).toEqual([])
  expect(translated().filter(sentence => !sentences.includes(sentence))).toEqual([])
})

test.each(Object.entries({ fr, nl }))(
  'Every text of the page is there in %s, in words of its own where it is a sentence',
  (_, texts) => {
    const said = (text: unknown): string => (typeof text === 'function' ? text('1', '2') : JSON.stringify(text))
    const missing = Object.entries(en).filter(([key, english]) => {
      const own = said(texts[key as keyof typeof texts])
      return own.length < 3 || (/\w+ \w+/.test(said(english)) && own === said(english))
    })
    expect(missing).toEqual([])
    expect(Object.keys(texts)).toEqual(Object.keys(en))
  },
)

test('Every ready question is asked in three languages', () => {
  const folder = path.join(import.meta.dirname, '../../src/explorer/query/questions')
  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    const titles = (['EN', 'FR', 'NL'] as const).map(lang => readQuestion(text, lang).title)
    expect([name, new Set(titles).size]).toEqual([name, 3])
  }
})

test.each([
  ['EU_AGENCY', 'EU agency', 'agence de l’UE', 'EU-agentschap'],
  ['dateFoundedPrecision', 'Founded, known', 'Fondation, connue', 'Oprichting, bekend'],
])('%s is said as “%s”, “%s” and “%s”', (name, ...words) => {
  expect((['EN', 'FR', 'NL'] as const).map(lang => known[name]?.[lang])).toEqual(words)
})
