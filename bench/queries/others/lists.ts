import { skew } from '../../domain.ts'
import { drawYear } from '../q7.ts'
import { type BenchQuery, nodesOf, type Page } from '../query.ts'

interface Listed {
  readonly totalCount: number
  readonly rows: readonly unknown[]
}

function listed({ totalCount, ...page }: Page<unknown>): Listed {
  return { totalCount: totalCount!, rows: nodesOf(page) }
}

const kinds = ['GOVERNMENT', 'MINISTRY', 'AGENCY', 'POLICE', 'EU_AGENCY']

/** What a body must do in a year. */
export const o5: BenchQuery = {
  name: 'O5',
  question: 'institution → its commitments with a deadline in a year, by deadline and id, the first 20, with how many there are',
  draw: (domain, random) => ({
    id: domain.id('Institution', random.zipf(domain.counts.Institution, skew.institution)),
    ...drawYear(random),
  }),
  cypher: `MATCH (i:Institution { id: $id })
WITH i, COLLECT { MATCH (i)-[:HANDLES]->(c:Commitment)
  WHERE c.deadline >= date($from) AND c.deadline < date($to) RETURN c ORDER BY c.deadline, c.id } AS due
RETURN { id: i.id, totalCount: size(due), rows: [c IN due[..20] |
  { id: c.id, label: c.labelEn, strength: c.strength, deadline: toString(c.deadline) }] }`,
  pacta: `query ($id: ID!, $from: Date!, $to: Date!) { institution(id: $id) { id
  obligations(filter: { deadline: { onOrAfter: $from, before: $to } }, orderBy: DEADLINE_ASC, first: 20) {
    totalCount edges { node { id label strength deadline } } } } }`,
  neo4jGraphql: `query ($id: ID!, $from: Date!, $to: Date!) { institutions(where: { id: { eq: $id } }) { id
  obligations: obligationsConnection(first: 20, where: { node: { deadline: { gte: $from, lt: $to } } }, sort: [{ node: { deadline: ASC } }, { node: { id: ASC } }]) {
    totalCount edges { node { id label: labelEn strength deadline } } } } }`,
  fromPacta: ({ institution: { obligations, id } }: { institution: { id: string; obligations: Page<unknown> } }) => ({
    id,
    ...listed(obligations),
  }),
  fromNeo4jGraphql: ({
    institutions: [{ obligations, id }],
  }: {
    institutions: [{ id: string; obligations: Page<unknown> }]
  }) => ({
    id,
    ...listed(obligations),
  }),
}

/** All commitments of one strength with a deadline in a year. */
export const o6: BenchQuery = {
  name: 'O6',
  question: 'commitments of one strength with a deadline in a year, by deadline and id, the first 20, with who handles each',
  draw: (_, random) => ({ strength: random.pick(['PLEDGE', 'EFFORT', 'SUPPORT']), ...drawYear(random) }),
  cypher: `RETURN COLLECT { MATCH (c:Commitment)
WHERE c.deadline >= date($from) AND c.deadline < date($to) AND c.strength = $strength
WITH c ORDER BY c.deadline, c.id LIMIT 20
RETURN { id: c.id, label: c.labelEn, deadline: toString(c.deadline), institutions: COLLECT {
  MATCH (c)<-[:HANDLES]-(i:Institution) WITH i ORDER BY i.id LIMIT 20 RETURN { id: i.id, label: i.labelEn } } } }`,
  pacta: `query ($strength: CommitmentStrength!, $from: Date!, $to: Date!) {
  commitments(filter: { strength: [$strength], deadline: { onOrAfter: $from, before: $to } }, orderBy: DEADLINE_ASC, first: 20) {
    edges { node { id label deadline handledBy(first: 20) { edges { node { id label } } } } } } }`,
  neo4jGraphql: `query ($strength: String!, $from: Date!, $to: Date!) {
  commitments(where: { strength: { eq: $strength }, deadline: { gte: $from, lt: $to } }, sort: [{ deadline: ASC }, { id: ASC }], limit: 20) {
    id label: labelEn deadline institutions: handledBy(limit: 20, sort: [{ id: ASC }]) { id label: labelEn } } }`,
  fromPacta: ({ commitments }: { commitments: Page<{ handledBy: Page<unknown> }> }) =>
    nodesOf(commitments).map(({ handledBy, ...commitment }) => ({ ...commitment, institutions: nodesOf(handledBy) })),
  fromNeo4jGraphql: ({ commitments }: { commitments: unknown }) => commitments,
}

/** The bodies of one kind, by name. */
export const o7: BenchQuery = {
  name: 'O7',
  question: 'institutions of one kind, by label and id, the first 20, with the bodies that each belongs to',
  draw: (_, random) => ({ kind: random.pick(kinds) }),
  cypher: `RETURN COLLECT { MATCH (i:Institution) WHERE i.kind = $kind
WITH i ORDER BY i.labelEn, i.id LIMIT 20
RETURN { id: i.id, label: i.labelEn, acronym: i.acronym, parents: COLLECT {
  MATCH (i)-[:PART_OF]->(p:Institution) WITH p ORDER BY p.id LIMIT 20 RETURN { id: p.id, label: p.labelEn } } } }`,
  pacta: `query ($kind: InstitutionKind!) { institutions(filter: { kind: [$kind] }, orderBy: LABEL_ASC, first: 20) {
  edges { node { id label acronym partOf(first: 20) { edges { node { id label } } } } } } }`,
  neo4jGraphql: `query ($kind: String!) { institutions(where: { kind: { eq: $kind } }, sort: [{ labelEn: ASC }, { id: ASC }], limit: 20) {
  id label: labelEn acronym parents: partOf(limit: 20, sort: [{ id: ASC }]) { id label: labelEn } } }`,
  fromPacta: ({ institutions }: { institutions: Page<{ partOf: Page<unknown> }> }) =>
    nodesOf(institutions).map(({ partOf, ...institution }) => ({ ...institution, parents: nodesOf(partOf) })),
  fromNeo4jGraphql: ({ institutions }: { institutions: unknown }) => institutions,
}

/** The commitments of a theme that a kind of body handles. */
export const o8: BenchQuery = {
  name: 'O8',
  question: 'commitments of a theme that a body of one kind handles, by id, the first 20, with how many there are',
  draw: (domain, random) => ({
    theme: domain.id('Theme', random.zipf(domain.counts.Theme, skew.theme)),
    kind: random.pick(kinds),
  }),
  cypher: `MATCH (:Theme { id: $theme })<-[:ABOUT]-(c:Commitment)
WHERE EXISTS { (c)<-[:HANDLES]-(i:Institution) WHERE i.kind = $kind }
WITH c ORDER BY c.id
WITH collect(c) AS found
RETURN { totalCount: size(found), rows: [c IN found[..20] | { id: c.id, label: c.labelEn, strength: c.strength }] }`,
  pacta: `query ($theme: ID!, $kind: InstitutionKind!) { commitments(filter: { theme: [$theme], handledBy: { kind: [$kind] } }, first: 20) {
  totalCount edges { node { id label strength } } } }`,
  neo4jGraphql: `query ($theme: ID!, $kind: String!) { themes(where: { id: { eq: $theme } }) {
  commitments: commitmentsConnection(first: 20, where: { node: { handledBy: { some: { kind: { eq: $kind } } } } }, sort: [{ node: { id: ASC } }]) {
    totalCount edges { node { id label: labelEn strength } } } } }`,
  fromPacta: ({ commitments }: { commitments: Page<unknown> }) => listed(commitments),
  fromNeo4jGraphql: ({ themes: [{ commitments }] }: { themes: [{ commitments: Page<unknown> }] }) => listed(commitments),
}

/** Who handles what under a theme. */
export const o9: BenchQuery = {
  name: 'O9',
  question: 'who handles which commitment of a theme, by their ids, the first 20',
  draw: (domain, random) => ({ theme: domain.id('Theme', random.zipf(domain.counts.Theme, skew.theme)) }),
  cypher: `RETURN COLLECT { MATCH (:Theme { id: $theme })<-[:ABOUT]-(c:Commitment)<-[h:HANDLES]-(i:Institution)
WITH c, h, i ORDER BY c.id, i.id, h.id LIMIT 20
RETURN { role: h.role, source: h.source, institution: { id: i.id, label: i.labelEn }, commitment: { id: c.id, label: c.labelEn } } }`,
  pacta: `query ($theme: ID!) { whoHandles(theme: $theme, first: 20) {
  edges { node { role source institution { id label } commitment { id label } } } } }`,
  neo4jGraphql: `query ($theme: ID!) { themes(where: { id: { eq: $theme } }) {
  commitments(limit: 20, sort: [{ id: ASC }]) { id label: labelEn
    handledBy: handledByConnection(sort: [{ node: { id: ASC } }]) { edges { properties { role source } node { id label: labelEn } } } } } }`,
  fromPacta: ({ whoHandles }: { whoHandles: Page<unknown> }) => nodesOf(whoHandles),
  fromNeo4jGraphql: ({ themes: [{ commitments }] }: { themes: [{ commitments: PeerHandled[] }] }) =>
    commitments
      .flatMap(({ handledBy, ...commitment }) =>
        handledBy.edges.map(({ node, properties }) => ({ ...properties, institution: node, commitment })),
      )
      .slice(0, 20),
}

interface PeerHandled {
  readonly handledBy: Page<object, { readonly properties: object }>
}

/** The latest events of one kind, with where they were. */
export const o10: BenchQuery = {
  name: 'O10',
  question: 'events of one kind, the latest first, the first 20, with their places and how many commitments each triggered',
  draw: (_, random) => ({ kind: random.pick(['ATTACK', 'CONFERENCE', 'MEETING', 'JUDGMENT']) }),
  cypher: `RETURN COLLECT { MATCH (e:Event) WHERE e.kind = $kind
WITH e ORDER BY e.startDate DESC, e.id LIMIT 20
RETURN { id: e.id, label: e.labelEn, startDate: toString(e.startDate), triggered: COUNT { (e)-[:TRIGGERED]->(:Commitment) }, places: COLLECT {
  MATCH (e)-[:LOCATED_IN]->(p:Place) WITH p ORDER BY p.id LIMIT 20 RETURN { id: p.id, label: p.labelEn } } } }`,
  pacta: `query ($kind: EventKind!) { events(filter: { kind: [$kind] }, orderBy: START_DATE_DESC, first: 20) {
  edges { node { id label startDate triggered(first: 0) { totalCount } locatedIn(first: 20) { edges { node { id label } } } } } } }`,
  neo4jGraphql: `query ($kind: String!) { events(where: { kind: { eq: $kind } }, sort: [{ startDate: DESC }, { id: ASC }], limit: 20) {
  id label: labelEn startDate triggered: triggeredConnection { totalCount } places: locatedIn(limit: 20, sort: [{ id: ASC }]) { id label: labelEn } } }`,
  fromPacta: ({ events }: { events: Page<{ triggered: { totalCount: number }; locatedIn: Page<unknown> }> }) =>
    nodesOf(events).map(({ triggered, locatedIn, ...event }) => ({
      ...event,
      triggered: triggered.totalCount,
      places: nodesOf(locatedIn),
    })),
  fromNeo4jGraphql: ({ events }: { events: { triggered: { totalCount: number } }[] }) =>
    events.map(({ triggered, ...event }) => ({ ...event, triggered: triggered.totalCount })),
}
