import { findTypeOfId } from '../schema/entityId.ts'
import type { Ontology } from '../schema/ontology.ts'
import { didYouMean } from './nearest.ts'
import type { Report } from './problem.ts'
import { type RecordContext, readRecord } from './readRecord.ts'
import { readStatementLine } from './readStatement.ts'
import type { SeedRecord, SeedStatement } from './seed.ts'
import { describeValue, shorten, type YamlMap } from './yamlValue.ts'

/** What a line says: an entity, perhaps with statements under its relationship fields, or one statement. */
export interface ReadLine {
  readonly record?: SeedRecord
  readonly statements: readonly SeedStatement[]
}

/** Reads a line, { type, … }, as the ontology declares it, or reports what is wrong with it. */
export function readLine(ontology: Ontology, line: YamlMap, report: Report): ReadLine | undefined {
  const type = line.entries.find(({ key }) => key === 'type')
  if (!type) {
    report(line.at, 'A line needs `type`: that of an entity, such as Institution, or of a statement, such as HANDLES.')
    return undefined
  }
  const name = type.value.kind === 'scalar' && typeof type.value.value === 'string' ? type.value.value : undefined
  if (name === undefined) {
    report(type.value.at, `\`type\` takes the name of a type, not ${describeValue(type.value)}.`)
    return undefined
  }
  const value: YamlMap = { kind: 'map', at: line.at, entries: line.entries.filter(entry => entry !== type) }
  const nodeType = ontology.nodeTypes.get(name)
  if (nodeType) return readRecord(nodeType, value, contextOf(ontology), report)
  const relationship = ontology.relationshipTypes.get(name)
  if (!relationship) {
    const known = [...ontology.nodeTypes.keys(), ...ontology.relationshipTypes.keys()]
    report(type.value.at, `There is no type ${shorten(name)}.${didYouMean(name, known)}`)
    return undefined
  }
  const statement = readStatementLine(relationship, value, id => findTypeOfId(ontology, id), contextOf(ontology), report)
  return statement && { statements: [statement] }
}

const contexts = new WeakMap<Ontology, RecordContext>()

function contextOf(ontology: Ontology): RecordContext {
  let context = contexts.get(ontology)
  if (!context) contexts.set(ontology, (context = { common: ontology.statement, defaults: new Map(), takesDerived: true }))
  return context
}
