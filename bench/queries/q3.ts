import { type BenchQuery, nodesOf, type Page, rowsOf } from './query.ts'

const commitment = 'id label text verbAsWritten strength verifiable deadline deadlineAsWritten summary'
const institution = 'id label description kind acronym wikidata dateFounded'
const instrument = 'id label kind celex title dateDocument dateEntryIntoForce'
const event = 'id label kind startDate datePrecision'
const passage = 'id label text start end prefix suffix'
const dates = ['deadline', 'dateFounded', 'dateDocument', 'dateEntryIntoForce', 'startDate']
const translated = ['label', 'description', 'summary', 'title']

function asCypher(variable: string, fields: string): string {
  const values = fields.split(' ').map(field => {
    if (dates.includes(field)) return `${field}: toString(${variable}.${field})`
    return translated.includes(field) ? `${field}: ${variable}.${field}En` : `.${field}`
  })
  return `${variable} { ${values.join(', ')} }`
}

function asPeer(fields: string): string {
  const values = fields.split(' ').map(field => (translated.includes(field) ? `${field}: ${field}En` : field))
  return values.join(' ')
}

function collect(match: string, variable: string, fields: string): string {
  return `COLLECT { MATCH ${match} WITH ${variable} ORDER BY ${variable}.id RETURN ${asCypher(variable, fields)} }`
}

interface Answer {
  readonly handledBy: Page<object, { readonly properties?: object }>
  readonly legalBasis: Page<unknown>
  readonly subject: Page<unknown>
  readonly triggeredBy: Page<unknown>
  readonly statedIn: Page<unknown>
}

function flatten({ handledBy, legalBasis, subject, triggeredBy, statedIn, ...scalars }: Answer): unknown {
  return {
    ...scalars,
    institutions: rowsOf(handledBy),
    legalBasis: nodesOf(legalBasis),
    subject: nodesOf(subject),
    events: nodesOf(triggeredBy),
    passages: nodesOf(statedIn),
  }
}

const byId = 'sort: [{ node: { id: ASC } }]'

/** One commitment with everything around it. */
export const q3: BenchQuery = {
  name: 'Q3',
  question: 'commitment → institutions, instruments (legal basis and subject), events, passages, all scalars',
  draw: (domain, random) => ({ id: domain.id('Commitment', random.between(0, domain.counts.Commitment - 1)) }),
  cypher: `MATCH (c:Commitment { id: $id })
RETURN ${asCypher('c', commitment).slice(0, -2)},
  institutions: COLLECT { MATCH (c)<-[h:HANDLES]-(i:Institution) WITH h, i ORDER BY i.id RETURN ${asCypher('i', `${institution}`).replace('{ ', '{ role: h.role, ')} },
  legalBasis: ${collect("(c)-[:CONCERNS { aspect: 'LEGAL_BASIS' }]->(l:LegalInstrument)", 'l', instrument)},
  subject: ${collect("(c)-[:CONCERNS { aspect: 'SUBJECT' }]->(l:LegalInstrument)", 'l', instrument)},
  events: ${collect('(c)<-[:TRIGGERED]-(e:Event)', 'e', event)},
  passages: ${collect('(c)-[:STATED_IN]->(p:Passage)', 'p', passage)}
}`,
  pacta: `query ($id: ID!) { commitment(id: $id) { ${commitment}
  handledBy(first: 100) { edges { role node { ${institution} } } }
  legalBasis: instruments(first: 100, aspect: LEGAL_BASIS) { edges { node { ${instrument} } } }
  subject: instruments(first: 100, aspect: SUBJECT) { edges { node { ${instrument} } } }
  triggeredBy(first: 100) { edges { node { ${event} } } }
  statedIn(first: 100) { edges { node { ${passage} } } } } }`,
  neo4jGraphql: `query ($id: ID!) { commitments(where: { id: { eq: $id } }) { ${asPeer(commitment)}
  handledBy: handledByConnection(${byId}) { edges { properties { role } node { ${asPeer(institution)} } } }
  legalBasis: instrumentsConnection(where: { edge: { aspect: { eq: "LEGAL_BASIS" } } }, ${byId}) { edges { node { ${asPeer(instrument)} } } }
  subject: instrumentsConnection(where: { edge: { aspect: { eq: "SUBJECT" } } }, ${byId}) { edges { node { ${asPeer(instrument)} } } }
  triggeredBy: triggeredByConnection(${byId}) { edges { node { ${asPeer(event)} } } }
  statedIn: statedInConnection(${byId}) { edges { node { ${asPeer(passage)} } } } } }`,
  fromPacta: ({ commitment }: { commitment: Answer }) => flatten(commitment),
  fromNeo4jGraphql: ({ commitments }: { commitments: [Answer] }) => flatten(commitments[0]),
}
