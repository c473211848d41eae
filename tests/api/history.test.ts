import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { EntityRecord, StatementRecord } from '../../src/cypher/record.ts'
import { CypherDate } from '../../src/cypher/statement.ts'
import type { Difference } from '../../src/database/recordDifference.ts'
import { askedAt } from '../setup/askedAt.ts'
import { emptyDatabase } from '../setup/database.ts'
import { entity, revise, statement, storedAs } from '../setup/revise.ts'
import { openApi, type SeededApi } from '../setup/seededApi.ts'

let api: SeededApi

beforeAll(async () => {
  api = openApi(await emptyDatabase())
})
afterAll(() => api.close())

const questions = {
  'one entity by its id': '{ institution(id: "institution/a") { label description aliases kind } }',
  'one entity of any type': '{ node(id: "institution/b") { __typename id label ... on Institution { kind } } }',
  'an act by its number': '{ instrument(celex: "32018R0001") { id celex label inForce } }',
  'the other end, its properties and a count': `{ institution(id: "institution/a") {
    obligations(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { cursor role rank recordedAt supersededAt node { id label } } } } }`,
  'a list with its count': '{ institutions(first: 3) { totalCount edges { cursor node { id label } } } }',
  'a list by a property': '{ institutions(filter: { label: { startsWith: "B" } }) { totalCount edges { node { id label } } } }',
  'a list in another order': '{ commitments(orderBy: DEADLINE_DESC) { edges { node { id deadline timeliness progress } } } }',
  'a list by what it is related to': `{ commitments(filter: { handledBy: { id: "institution/b", role: LEAD } }) { totalCount edges { node { id } } } }`,
  'a list by a property of what it is related to': `{ commitments(filter: { handledBy: { kind: AGENCY } }) { totalCount edges { node { id handledBy { edges { node { id kind } } } } } } }`,
  'what is not related': `{ commitments(filter: { not: { handledBy: { id: "institution/b" } } }) { edges { node { id } } } }`,
  'all statements':
    '{ relationships(first: 4) { totalCount pageInfo { endCursor } edges { node { id type role rank supersededAt from { id label } to { __typename id } } } } }',
  'the statements of one entity':
    '{ institution(id: "institution/b") { relationships { totalCount edges { node { id type to { id } } } } } }',
  'the statements between two':
    '{ relationships(filter: { from: "institution/a", to: "commitment/c" }) { edges { node { id type quote } } } }',
  'who handles what': `{ whoHandles { totalCount edges { node {
    institution { id label } commitment { id label } role quote legalBasis { celex } rivals { id rank role supersededAt } } } } }`,
  'who handles what on the ground of an act':
    '{ whoHandles(instrument: "instrument/l") { edges { node { institution { id } commitment { id } } } } }',
  'ways between two':
    '{ paths(from: "institution/a", to: "instrument/l", first: 20) { length nodes { id label } relationships { id type } } }',
  'what lies around':
    '{ neighbourhood(id: "commitment/c", depth: 2) { nodes { id label } relationships { id type from { id } to { id } } } }',
  'the revision': '{ revision { number at } }',
} as const

test('What was answered at a moment is answered again, byte for byte, when it is asked for that moment later', async () => {
  const { database } = api
  const a = entity('Institution', 'institution/a', 'Alpha', { kind: 'AGENCY', aliases: ['One'] })
  const b = entity('Institution', 'institution/b', 'Beta', { kind: 'POLICE' })
  const c = entity('Commitment', 'commitment/c', 'Gamma', { text: 'c', verbAsWritten: 'c', strength: 'PLEDGE', verifiable: true })
  const d = entity('Commitment', 'commitment/d', 'Delta', {
    ...c.properties,
    labelEn: 'Delta',
    deadline: new CypherDate('2018-12-31'),
  })
  const l = entity('LegalInstrument', 'instrument/l', 'Law', {
    kind: 'REGULATION',
    celex: '32018R0001',
    dateEntryIntoForce: new CypherDate('2018-01-01'),
  })
  const m = entity('LegalInstrument', 'instrument/m', 'Other law', { kind: 'REGULATION' })
  const report = entity('ProgressReport', 'progress/p', 'Report', {
    date: new CypherDate('2018-10-01'),
    kind: 'REVIEW',
    url: 'u',
    text: 't',
    progress: 'DELIVERED',
  })
  const leads = statement('HANDLES', a.id, c.id, { role: 'LEAD', quote: 'first' })
  const helps = statement('HANDLES', a.id, c.id, { role: 'SUPPORT' })
  const other = statement('HANDLES', b.id, c.id, { role: 'LEAD' })
  const and = statement('HANDLES', b.id, d.id, { role: 'CONSULTED' })
  const concerns = statement('CONCERNS', c.id, l.id, { aspect: 'LEGAL_BASIS' })
  const reports = statement('REPORTS_ON', report.id, d.id)
  const change = (record: EntityRecord, properties: Record<string, unknown>) => ({
    ...record,
    properties: { ...record.properties, ...properties },
  })
  const again = (record: StatementRecord, properties: Record<string, unknown>) => ({
    ...record,
    properties: { ...record.properties, ...properties },
  })
  const past = (record: StatementRecord, revision: number) => storedAs(record, revision)
  const steps: readonly Partial<Difference>[] = [
    { nodesAdded: [a, b, c, d, l, m, report], statementsAdded: [leads, other, concerns] },
    {
      statementsAdded: [helps, and, reports],
      nodesChanged: [change(a, { labelEn: 'Aleph', descriptionEn: 'Renamed', kind: 'OFFICE' })],
    },
    { statementsChanged: [{ stored: past(leads, 1), record: again(leads, { quote: 'second' }) }] },
    { statementsChanged: [{ stored: past(helps, 2), record: again(helps, { rank: 'DEPRECATED', rankReason: 'wrong' }) }] },
    // The number of one act goes to another, and an institution leaves with all that was said of it.
    {
      nodesChanged: [change(l, { celex: '32018R0002' }), change(m, { celex: '32018R0001' })],
      statementsRemoved: [past(other, 1), past(and, 2)],
      nodesRemoved: [b],
    },
    {
      nodesRemoved: [report],
      statementsRemoved: [past(reports, 2)],
      nodesChanged: [change(d, { deadline: new CypherDate('2019-06-30') })],
    },
    { nodesAdded: [change(b, { labelEn: 'Bis', kind: 'AGENCY' })], statementsAdded: [other] },
    { statementsRemoved: [past(leads, 3)] },
  ]
  const answers: { at: string; name: string; text: string }[] = []
  for (const step of steps) {
    const { at } = await revise(database, step)
    for (const [name, question] of Object.entries(questions))
      answers.push({ at, name, text: JSON.stringify({ data: await api.data(question) }) })
  }
  expect(new Set(answers.map(({ text }) => text)).size).toBeGreaterThan(60)
  const wrong: unknown[] = []
  for (const { at, name, text } of answers) {
    const question = askedAt(questions[name as keyof typeof questions], at)
    const found = JSON.stringify(await api.ask(question))
    if (found !== text) wrong.push({ at, name, before: text, now: found })
    const short = await api.askPrepared(question)
    if (short?.trim() !== found) wrong.push({ at, name, long: found, short })
  }
  expect(wrong).toEqual([])
}, 300_000)
