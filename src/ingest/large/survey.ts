import type { Hash } from 'node:crypto'
import type { Run } from '../../database/connect.ts'
import { findTypeOfId } from '../../schema/entityId.ts'
import type { Ontology } from '../../schema/ontology.ts'
import { uniqueProperties } from '../../schema/uniqueProperties.ts'
import { buildEntity, buildStatement } from '../buildBatch.ts'
import { checkClaims } from '../checkClaims.ts'
import { checkPassages } from '../checkPassages.ts'
import { checkReferences, referencesOfRecord, referencesOfStatement } from '../checkReferences.ts'
import { checkReports } from '../checkReports.ts'
import { checkWords } from '../checkWords.ts'
import { findFormat } from '../formats/formats.ts'
import { restorePlace } from '../jsonValue.ts'
import type { Known } from '../known.ts'
import type { Place, Report } from '../problem.ts'
import { readLine } from '../readLine.ts'
import type { ReadOptions } from '../readSeed.ts'
import { readStoredCopy } from '../readStoredCopy.ts'
import { addRecordClaims } from '../recordClaims.ts'
import { findRecordedIn } from '../recordedValues.ts'
import type { Placed, Seed, SeedRecord, SeedStatement } from '../seed.ts'
import { keyOf } from '../statementRecord.ts'
import { Bits } from './bits.ts'
import { Fingerprints } from './fingerprints.ts'
import type { Others } from './others.ts'
import type { Problems } from './problems.ts'
import type { Sink } from './stage.ts'
import type { TextStore } from './textStore.ts'

/** What a large load reads from, and where its records go. */
export interface SurveyOptions extends ReadOptions {
  readonly files: readonly string[]
  readonly root: string
  readonly others: Others
  /** The texts of what can be quoted. */
  readonly texts: TextStore
  /** Passages, until it is known in which document they stand. */
  readonly passages: TextStore
  readonly sink: Sink
  /** Reads the graph, for what it records of what claims are about. */
  readonly run: Run
  readonly problems: Problems
  readonly digest: Hash
  readonly onProgress: (lines: number) => void
}

/** What the files hold. */
export interface Survey {
  readonly entities: Fingerprints
  /** Statements by their keys. */
  readonly statements: Fingerprints
  /** Unique values, each noted with the entity that has it. */
  readonly uniqueValues: Fingerprints
}

/** How many ids are kept to name the nearest of them. */
const mostSuggested = 10_000
const linesBetweenReports = 100_000

/**
 * Reads files of any size line by line, checks every line, and hands on what they hold. What a line refers to may stand after
 * it: such lines are read again at the end. Only fingerprints of ids and keys are in memory.
 */
export async function survey(ontology: Ontology, options: SurveyOptions): Promise<Survey> {
  const { files, root, others, texts, passages, sink, problems, onProgress } = options
  const entities = new Fingerprints()
  const statements = new Fingerprints()
  const uniqueValues = new Fingerprints()
  const contained = new Fingerprints()
  const suggested: string[] = []
  const deferred = new Bits()
  const claims: { records: SeedRecord[]; statements: SeedStatement[] } = { records: [], statements: [] }
  let complete = true
  const known: Known = {
    get complete() {
      return complete
    },
    nodeTypes: ontology.nodeTypes,
    typeOf: id => (entities.has(id) || others.has(id) ? findTypeOfId(ontology, id)?.name : undefined),
    textOf: id => texts.get(id),
    ids: () => suggested,
  }
  const isKnown = (id: string): boolean => entities.has(id) || others.has(id)

  await readAll(problems.report, options.digest, async (record, said, number) => {
    if (record) await takeRecord(record, number)
    said.forEach((statement, index) => takeStatement(statement, number + 1 + index))
  })
  // Again, for what refers to lines that come later, and for what is nowhere.
  if (deferred.any)
    await readAll(ignore, undefined, async (record, said, number) => {
      if (record && deferred.has(number)) checkReferences(seedOf([record]), known, problems.report)
      said.forEach((statement, index) => {
        if (deferred.has(number + 1 + index)) checkStatement(statement)
      })
    })
  if (contained.size < passages.size && complete)
    await readAll(ignore, undefined, async record => {
      if (record?.type.name === 'Passage' && !contained.has(record.id))
        problems.report(record.at, `${record.id} needs its \`document\`.`)
    })
  if (claims.records.length > 0) await takeClaims()
  return { entities, statements, uniqueValues }

  async function readAll(
    report: Report,
    digest: Hash | undefined,
    take: (record: SeedRecord | undefined, said: readonly SeedStatement[], number: number) => Promise<void>,
  ): Promise<void> {
    const skip = (): void => void (complete = false)
    let lines = 0
    let number = 0
    for (const file of files) {
      const format = findFormat(file, options.format)
      if (!format) throw new TypeError(`${file} is of no format that is read line by line.`)
      const context = { ontology, report, skip, ...(digest && { digest }), ...(options.mapping && { mapping: options.mapping }) }
      for await (const line of format.read(file, context)) {
        const read = readLine(ontology, line, report)
        if (read) await take(read.record, read.statements, number)
        number += 1 + (read?.statements.length ?? 0)
        if (++lines % linesBetweenReports === 0) onProgress(lines)
      }
    }
  }

  async function takeRecord(record: SeedRecord, number: number): Promise<void> {
    if (!record.id) return
    checkId(record)
    for (const { name } of uniqueProperties(record.type)) checkUnique(record, name)
    if (record.type.properties.has('file')) await readStoredCopy(record, root, problems.report)
    if (referencesOfRecord(record).every(isKnown)) checkReferences(seedOf([record]), known, problems.report)
    else deferred.add(number)
    checkWords(seedOf([record]), known, problems.report)
    checkReports(seedOf([record]), problems.report)
    const text = record.derived.get('text') ?? record.properties.get('text')?.value
    if (typeof text === 'string') texts.put(record.id, text)
    if (record.type.name === 'Claim') claims.records.push(record)
    else if (record.type.name === 'Passage') passages.put(record.id, keepPassage(record))
    else sink.entity(buildEntity(record))
  }

  function checkId({ id, at }: SeedRecord): void {
    const owner = others.datasetOf(id)
    if (owner !== undefined) problems.report(at, `${id} belongs to the dataset ${owner}: change it there.`)
    const slot = entities.find(id)
    if (slot < 0) {
      entities.add(id, placeNumber(at))
      if (suggested.length < mostSuggested) suggested.push(id)
    } else if (entities.isExact(slot, id)) problems.report(at, `${id} stands already at ${placeOf(entities.value(slot))}.`)
    else problems.report(at, `${id} differs only in case from an id at ${placeOf(entities.value(slot))}.`)
  }

  function checkUnique({ id, type, properties }: SeedRecord, name: string): void {
    const given = properties.get(name)
    if (!given) return
    const value = uniqueKey(type.name, name, given.value)
    const slot = uniqueValues.find(value)
    if (slot < 0) uniqueValues.add(value, placeNumber(given.at), entities.value(entities.find(id)))
    else problems.report(given.at, `\`${name}\` ${given.value} stands already at ${placeOf(uniqueValues.value(slot))}.`)
  }

  function takeStatement(statement: SeedStatement, number: number): void {
    if (referencesOfStatement(statement).every(isKnown)) checkStatement(statement)
    else deferred.add(number)
  }

  function checkStatement(statement: SeedStatement): void {
    const { type, from, to, at } = statement
    const key = keyOf(statement)
    const slot = statements.find(key)
    if (slot >= 0) {
      const place = placeOf(statements.value(slot))
      problems.report(
        at,
        `${from} ${type.name} ${to} is said already at ${place}, with the same \`validFrom\` and the same role.`,
      )
      return
    }
    statements.add(key, placeNumber(at))
    checkReferences(seedOf([], [statement]), known, problems.report)
    // A commitment stands in its passage, so its text is compared when both are known.
    const stated = type.name === 'STATED_IN' ? [textRecord(statement, texts.get(from))] : []
    checkWords(seedOf(stated, [statement]), known, problems.report)
    if (type.name === 'CONTAINS') takePassage(statement)
    if (type.name === 'CLAIMS') claims.statements.push(statement)
    else sink.statement(buildStatement(ontology, statement, key))
  }

  /** Claims are few, so they are held until all that they are about has been read. */
  async function takeClaims(): Promise<void> {
    const seed = seedOf(claims.records, claims.statements)
    checkClaims(seed, known, problems.report)
    const about = new Set(claims.statements.map(({ to }) => to))
    const records: SeedRecord[] = []
    await readAll(ignore, undefined, async record => {
      if (record && about.has(record.id)) records.push(record)
    })
    const concluded = await addRecordClaims(seed, findRecordedIn(options.run, ontology, records))
    for (const record of concluded.records) {
      if (!entities.has(record.id)) entities.add(record.id, placeNumber(record.at))
      sink.entity(buildEntity(record))
    }
    for (const statement of concluded.statements) {
      const key = keyOf(statement)
      if (statements.find(key) < 0) statements.add(key, placeNumber(statement.at))
      sink.statement(buildStatement(ontology, statement, key))
    }
  }

  function takePassage(statement: SeedStatement): void {
    const { to, at } = statement
    const kept = passages.get(to)
    if (kept === undefined) return
    if (contained.has(to)) {
      problems.report(at, `${to} has one document: it stands in another already.`)
      return
    }
    contained.add(to, 0)
    const record = restorePassage(ontology, kept)
    checkPassages(seedOf([record], [statement]), known, problems.report)
    sink.entity(buildEntity(record))
  }

  /** A place as a number: the file in the upper part, the line in the lower. */
  function placeNumber({ file, line }: Place): number {
    return Math.max(0, files.indexOf(file)) * 2 ** 40 + line
  }

  function placeOf(number: number): string {
    return `${files[Math.floor(number / 2 ** 40)]}:${number % 2 ** 40}:1`
  }
}

/** By what a unique value is known. */
export function uniqueKey(type: string, property: string, value: unknown): string {
  return `${type} ${property} ${value}`
}

function ignore(): void {}

function seedOf(records: readonly SeedRecord[], statements: readonly SeedStatement[] = []): Seed {
  return { records, statements, problems: [], complete: true }
}

/** The record of an end, as far as its words are compared. */
function textRecord({ owner, from, at }: SeedStatement, text: string | undefined): SeedRecord {
  const properties = new Map<string, Placed>(text === undefined ? [] : [['text', { value: text, at }]])
  return { type: owner.type, id: from, at, properties, derived: new Map() }
}

function keepPassage({ id, at, properties }: SeedRecord): string {
  return JSON.stringify({ id, at, values: [...properties].map(([name, { value }]) => [name, value]) })
}

function restorePassage(ontology: Ontology, kept: string): SeedRecord {
  const { id, at: place, values } = JSON.parse(kept) as { id: string; at: Place; values: [string, Placed['value']][] }
  const at = restorePlace(place)
  const properties = new Map(values.map(([name, value]) => [name, { value, at }]))
  return { type: ontology.nodeTypes.get('Passage')!, id, at, properties, derived: new Map() }
}
