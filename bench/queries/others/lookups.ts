import { celex, skew } from '../../domain.ts'
import { type BenchQuery, nodesOf, type Page, rowsOf } from '../query.ts'

type AnyNode = Readonly<Record<string, unknown>>

/** A legal instrument by its public number, the obligations that rest on it, and who handles each. */
export const o1: BenchQuery = {
  name: 'O1',
  question: 'legal instrument by CELEX → the first 20 commitments that rest on it → who handles each, in which role',
  draw: (domain, random) => ({ celex: celex(random.zipf(domain.counts.LegalInstrument, skew.instrument)) }),
  cypher: `MATCH (l:LegalInstrument { celex: $celex })
RETURN { id: l.id, label: l.labelEn, kind: l.kind, commitments: COLLECT {
  MATCH (l)<-[r:CONCERNS]-(c:Commitment) WHERE r.aspect = 'LEGAL_BASIS'
  WITH c ORDER BY c.id LIMIT 20
  RETURN { id: c.id, label: c.labelEn, strength: c.strength, institutions: COLLECT {
    MATCH (c)<-[h:HANDLES]-(i:Institution) WITH h, i ORDER BY i.id
    RETURN { role: h.role, id: i.id, label: i.labelEn } } } } }`,
  pacta: `query ($celex: ID!) { instrument(celex: $celex) { id label kind commitments(first: 20, aspect: LEGAL_BASIS) { edges { node { id label strength
  handledBy(first: 20) { edges { role node { id label } } } } } } } }`,
  neo4jGraphql: `query ($celex: String!) { legalInstruments(where: { celex: { eq: $celex } }) { id label: labelEn kind
  commitments: commitmentsConnection(first: 20, where: { edge: { aspect: { eq: "LEGAL_BASIS" } } }, sort: [{ node: { id: ASC } }]) { edges { node { id label: labelEn strength
    handledBy: handledByConnection(sort: [{ node: { id: ASC } }]) { edges { properties { role } node { id label: labelEn } } } } } } } }`,
  fromPacta: ({ instrument }: { instrument: AnyNode }) => withHandlers(instrument),
  fromNeo4jGraphql: ({ legalInstruments }: { legalInstruments: [AnyNode] }) => withHandlers(legalInstruments[0]),
}

type Handled = { readonly handledBy: Page<object> }

function withHandlers({ commitments, ...instrument }: AnyNode): unknown {
  return {
    ...instrument,
    commitments: nodesOf(commitments as Page<Handled>).map(({ handledBy, ...commitment }) => ({
      ...commitment,
      institutions: rowsOf(handledBy),
    })),
  }
}

/** A document with its passages, what each states, and who handles that. */
export const o2: BenchQuery = {
  name: 'O2',
  question: 'document → its first 20 passages in their order → the commitments that each states → who handles each',
  draw: (domain, random) => ({ id: domain.id('Document', random.between(0, domain.counts.Document - 1)) }),
  cypher: `MATCH (d:Document { id: $id })
RETURN { id: d.id, label: d.labelEn, datePublished: toString(d.datePublished), passages: COLLECT {
  MATCH (d)-[r:CONTAINS]->(p:Passage) WITH r, p ORDER BY r.order, p.id LIMIT 20
  RETURN { order: r.order, id: p.id, text: p.text, commitments: COLLECT {
    MATCH (p)<-[:STATED_IN]-(c:Commitment) WITH c ORDER BY c.id LIMIT 20
    RETURN { id: c.id, label: c.labelEn, text: c.text, institutions: COLLECT {
      MATCH (c)<-[:HANDLES]-(i:Institution) WITH i ORDER BY i.id LIMIT 20 RETURN { id: i.id, label: i.labelEn } } } } } } }`,
  pacta: `query ($id: ID!) { document(id: $id) { id label datePublished passages(first: 20) { edges { order node { id text
  commitments(first: 20) { edges { node { id label text handledBy(first: 20) { edges { node { id label } } } } } } } } } } }`,
  neo4jGraphql: `query ($id: ID!) { documents(where: { id: { eq: $id } }) { id label: labelEn datePublished
  passages: passagesConnection(first: 20, sort: [{ edge: { order: ASC } }, { node: { id: ASC } }]) { edges { properties { order } node { id text
    commitments(limit: 20, sort: [{ id: ASC }]) { id label: labelEn text handledBy(limit: 20, sort: [{ id: ASC }]) { id label: labelEn } } } } } } }`,
  fromPacta: ({ document }: { document: AnyNode }) => withPassages(document),
  fromNeo4jGraphql: ({ documents }: { documents: [AnyNode] }) => withPassages(documents[0]),
}

function withPassages({ passages, ...document }: AnyNode): unknown {
  return {
    ...document,
    passages: rowsOf(passages as Page<{ readonly commitments: Found }>).map(({ commitments, ...passage }) => ({
      ...passage,
      commitments: listOf(commitments).map(({ handledBy, ...commitment }) => ({
        ...commitment,
        institutions: listOf(handledBy as Found),
      })),
    })),
  }
}

type Found = Page<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>[]

function listOf(found: Found): Readonly<Record<string, unknown>>[] {
  return Array.isArray(found) ? found : nodesOf(found as Page<Readonly<Record<string, unknown>>>)
}

/** What a commitment says of each of its handlers, with where that is written. */
export const o3: BenchQuery = {
  name: 'O3',
  question: 'commitment → who made and who handles it, each with its source, quotation and rank; its themes',
  draw: (domain, random) => ({ id: domain.id('Commitment', random.between(0, domain.counts.Commitment - 1)) }),
  cypher: `MATCH (c:Commitment { id: $id })
RETURN { id: c.id, text: c.text, madeBy: COLLECT {
    MATCH (c)-[r:MADE_BY]->(i:Institution) WITH r, i ORDER BY i.id
    RETURN { capacity: r.capacity, basis: r.basis, source: r.source, quote: r.quote, rank: r.rank, id: i.id, label: i.labelEn } },
  handledBy: COLLECT { MATCH (c)<-[r:HANDLES]-(i:Institution) WITH r, i ORDER BY i.id
    RETURN { role: r.role, basis: r.basis, source: r.source, quote: r.quote, rank: r.rank, id: i.id, label: i.labelEn } },
  themes: COLLECT { MATCH (c)-[:ABOUT]->(t:Theme) WITH t ORDER BY t.id RETURN { id: t.id, label: t.labelEn } } }`,
  pacta: `query ($id: ID!) { commitment(id: $id) { id text
  madeBy(first: 20) { edges { capacity basis source quote rank node { id label } } }
  handledBy(first: 20) { edges { role basis source quote rank node { id label } } }
  themes(first: 20) { edges { node { id label } } } } }`,
  neo4jGraphql: `query ($id: ID!) { commitments(where: { id: { eq: $id } }) { id text
  madeBy: madeByConnection(sort: [{ node: { id: ASC } }]) { edges { properties { capacity basis source quote rank } node { id label: labelEn } } }
  handledBy: handledByConnection(sort: [{ node: { id: ASC } }]) { edges { properties { role basis source quote rank } node { id label: labelEn } } }
  themes: themesConnection(sort: [{ node: { id: ASC } }]) { edges { node { id label: labelEn } } } } }`,
  fromPacta: ({ commitment }: { commitment: AnyNode }) => withStatements(commitment),
  fromNeo4jGraphql: ({ commitments }: { commitments: [AnyNode] }) => withStatements(commitments[0]),
}

function withStatements({ madeBy, handledBy, themes, ...commitment }: AnyNode): unknown {
  const rows = (page: unknown) => rowsOf(page as Page<object>)
  return { ...commitment, madeBy: rows(madeBy), handledBy: rows(handledBy), themes: rows(themes) }
}

/** A body, its parts, and what each of them handles. */
export const o4: BenchQuery = {
  name: 'O4',
  question: 'institution → its first 20 parts → the first 5 commitments that each handles → their themes',
  draw: (domain, random) => ({ id: domain.id('Institution', random.zipf(domain.counts.Institution, skew.institution)) }),
  cypher: `MATCH (i:Institution { id: $id })
RETURN { id: i.id, label: i.labelEn, parts: COLLECT {
  MATCH (i)<-[:PART_OF]-(p:Institution) WITH p ORDER BY p.id LIMIT 20
  RETURN { id: p.id, label: p.labelEn, kind: p.kind, obligations: COLLECT {
    MATCH (p)-[:HANDLES]->(c:Commitment) WITH c ORDER BY c.id LIMIT 5
    RETURN { id: c.id, label: c.labelEn, themes: COLLECT {
      MATCH (c)-[:ABOUT]->(t:Theme) WITH t ORDER BY t.id LIMIT 20 RETURN { id: t.id, label: t.labelEn } } } } } } }`,
  pacta: `query ($id: ID!) { institution(id: $id) { id label parts(first: 20) { edges { node { id label kind
  obligations(first: 5) { edges { node { id label themes(first: 20) { edges { node { id label } } } } } } } } } } }`,
  neo4jGraphql: `query ($id: ID!) { institutions(where: { id: { eq: $id } }) { id label: labelEn
  parts(limit: 20, sort: [{ id: ASC }]) { id label: labelEn kind
    obligations(limit: 5, sort: [{ id: ASC }]) { id label: labelEn themes(limit: 20, sort: [{ id: ASC }]) { id label: labelEn } } } } }`,
  fromPacta: ({ institution }: { institution: AnyNode }) => withParts(institution),
  fromNeo4jGraphql: ({ institutions }: { institutions: [AnyNode] }) => withParts(institutions[0]),
}

function withParts({ parts, ...institution }: AnyNode): unknown {
  return {
    ...institution,
    parts: listOf(parts as Found).map(({ obligations, ...part }) => ({
      ...part,
      obligations: listOf(obligations as Found).map(({ themes, ...commitment }) => ({
        ...commitment,
        themes: listOf(themes as Found),
      })),
    })),
  }
}
