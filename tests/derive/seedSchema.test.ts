import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { printSeedSchema } from '../../src/derive/seedSchema.ts'
import { readOntology } from '../../src/schema/readOntology.ts'

const root = path.join(import.meta.dirname, '..', '..')
const cases = path.join(root, 'tests', 'ingest', 'cases')
const validate = compile()

test.each([...filesOf(path.join(cases, 'a-valid-set-has-no-problems')), ...filesOf(path.join(root, 'seed'))])(
  'accepts %s',
  file => {
    expect(problemsOf(file)).toEqual([])
  },
)

test.each([
  'unknown-keys-name-the-nearest',
  'unknown-enum-values-name-the-nearest',
  'values-of-the-wrong-type',
  'values-that-only-the-loader-writes',
  'required-values-that-are-missing',
  'languages-other-than-fr-en-and-nl',
  'days-that-do-not-exist',
  'statements-that-contradict-themselves',
  'ids-of-the-wrong-form',
])('refuses the files of %s', name => {
  expect(problemsOf(path.join(cases, name, 'input.yaml'))).not.toEqual([])
})

test('describes every property and field, so that editors can show what it means', () => {
  const schema = JSON.parse(printSeedSchema(readOntology())) as { $defs: Record<string, { properties?: Record<string, object> }> }
  const fields = Object.values(schema.$defs).flatMap(({ properties = {} }) => Object.values(properties))
  expect(fields.filter(field => !('description' in field))).toEqual([])
})

function compile(): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true })
  // ajv-formats is CommonJS, whose default export TypeScript and Node see differently.
  const add = addFormats as unknown as typeof addFormats.default
  add(ajv)
  return ajv.compile(JSON.parse(printSeedSchema(readOntology())) as object)
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.ya?ml$/.test(file))
  return files.sort().map(file => path.relative(root, path.join(folder, file)))
}

function problemsOf(file: string): string[] {
  validate(parse(readFileSync(path.resolve(root, file), 'utf8')))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
