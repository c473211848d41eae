import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import type { Perspective } from '../../../src/derive/bloom/shape.ts'

const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, 'perspective.schema.json'), 'utf8'))
const hasShape = new Ajv({ allErrors: true }).compile(schema)

/** What keeps a file from being a perspective of Bloom 2.21.0: keys and types first, then what refers to nothing. */
export function findFaults(file: unknown): string[] {
  if (!hasShape(file)) return (hasShape.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
  return findDangling(file as Perspective)
}

function findDangling(perspective: Perspective): string[] {
  const { categories, labels, relationshipTypes, templates, sceneActions, hiddenRelationshipTypes, metadata, palette } =
    perspective
  const types = new Set(relationshipTypes.map(({ name }) => name))
  const has = (label: string, property: string) => labels[label]?.some(({ propertyKey }) => propertyKey === property)
  const faults = [
    ...repeated(
      'category id',
      categories.map(({ id }) => id),
    ),
    ...repeated(
      'category name',
      categories.map(({ name }) => name),
    ),
    ...repeated(
      'relationship type',
      relationshipTypes.map(({ id }) => id),
    ),
    ...repeated(
      'search phrase id',
      templates.map(({ id }) => id),
    ),
    ...repeated(
      'scene action id',
      sceneActions.map(({ id }) => id),
    ),
    palette.currentIndex > palette.colors.length && `The palette has no colour ${palette.currentIndex}.`,
    ...hiddenRelationshipTypes.map(name => !types.has(name) && `The hidden type ${name} is no relationship type.`),
    ...metadata.pathSegments.flatMap(({ source, relationshipType, target }) => [
      !labels[source] && `A path starts at ${source}, which is no label.`,
      !types.has(relationshipType) && `A path follows ${relationshipType}, which is no relationship type.`,
      !labels[target] && `A path ends at ${target}, which is no label.`,
    ]),
    ...metadata.indexes.map(({ label }) => label !== null && !labels[label] && `An index is on ${label}, which is no label.`),
    ...Object.entries(labels).flatMap(([label, properties]) =>
      properties.map(({ type, propertyKey }) => type !== label && `${label}.${propertyKey} says that it belongs to ${type}.`),
    ),
    ...relationshipTypes.flatMap(({ id, name, properties, captions }) => [
      id !== name && `The relationship type ${name} has the id ${id}.`,
      ...properties.map(({ type }) => type !== name && `A property of ${name} says that it belongs to ${type}.`),
      ...captions.map(({ key, type }) => type === 'relationship' && key !== name && `${name} is captioned as ${key}.`),
    ]),
    ...categories.flatMap(({ name, labels: own, properties, captions }) => [
      ...own.map(label => !labels[label] && `The category ${name} is of ${label}, which is no label.`),
      ...captions.map(({ key, type, isGdsData }) => {
        if (type === 'label') return !own.includes(key) && `The category ${name} is captioned by the label ${key}, not its own.`
        const known = properties.some(property => property.name === key)
        return !known && !isGdsData && `The category ${name} is captioned by ${key}, which it does not have.`
      }),
    ]),
    ...templates.flatMap(({ text, cypher, params }) => [
      ...named(text).map(name => !params.some(param => param.name === name) && `“${text}” does not declare ${name}.`),
      ...params.flatMap(({ name, suggestionLabel, suggestionProp }) => [
        !named(text).includes(name) && `“${text}” does not show ${name}.`,
        !named(cypher).includes(name) && `“${text}” does not use ${name}.`,
        suggestionLabel &&
          !has(suggestionLabel, suggestionProp ?? '') &&
          `“${text}” suggests ${suggestionLabel}.${suggestionProp}.`,
      ]),
    ]),
  ]
  return faults.filter(fault => typeof fault === 'string')
}

function named(text: string): string[] {
  return text.match(/\$\w+/g) ?? []
}

function repeated(what: string, values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))].map(
    value => `The ${what} ${value} is there twice.`,
  )
}
