import { type ModelEntity, type ModelStatement, type Ranks, type Snapshot, sortBy } from './model.ts'

/** What a question is asked about: the ids of one history, two of them picked, the day in the world. */
export interface Topic {
  readonly name: string
  readonly ids: readonly string[]
  readonly first: number
  readonly second: number
  readonly day: string
}

/** A question in GraphQL, what its variables are for a topic, and the answer that the model gives. */
export interface Question {
  readonly query: string
  variables(topic: Topic): Record<string, unknown>
  answer(snapshot: Snapshot, topic: Topic): unknown
}

const head = '$asOf: AsOf'
const of = ({ ids }: Topic, kind: string) => ids.filter(id => id.startsWith(`${kind}/`))
const pick = (items: readonly string[], number: number) => items[number % items.length]!
const institutionOf = (topic: Topic) => pick(of(topic, 'institution'), topic.first)
const commitmentOf = (topic: Topic) => pick(of(topic, 'commitment'), topic.first)
const anyOf = (topic: Topic) => pick(topic.ids, topic.first)
const wordOf = ({ name, second }: Topic) => `${name}w${second % 4}`
const ends = (topic: Topic): [string, string] => {
  const from = topic.first % topic.ids.length
  return [topic.ids[from]!, topic.ids[(from + 1 + (topic.second % (topic.ids.length - 1))) % topic.ids.length]!]
}

const own = ({ part, rank, quote, validFrom, validTo, recordedAt }: ModelStatement) => ({
  ...{ role: part, rank, quote, validFrom: validFrom ?? null, validTo: validTo ?? null, recordedAt, supersededAt: null },
})
const acts = (snapshot: Snapshot, commitment: string, day: string, ranks?: Ranks) =>
  sortBy(
    snapshot.holding(day, ranks).filter(({ type, from }) => type === 'CONCERNS' && from === commitment),
    ({ to, id }) => [to, id],
  )

const lookup: Question = {
  query: `query (${head}, $id: ID!) { institution(id: $id, asOf: $asOf) {
    id label kind
    obligations { totalCount edges {
      role rank quote validFrom validTo recordedAt supersededAt
      node { id label deadline instruments { edges { aspect node { id label celex inForce } } } } } } } }`,
  variables: topic => ({ id: institutionOf(topic) }),
  answer: (snapshot, topic) => {
    const found = snapshot.entities.get(institutionOf(topic))
    if (!found) return { institution: null }
    const handled = sortBy(
      snapshot.holding(topic.day).filter(({ type, from }) => type === 'HANDLES' && from === found.id),
      ({ to, id }) => [to, id],
    )
    const edges = handled.map(held => {
      const { id, label, deadline } = snapshot.entities.get(held.to)!
      const instruments = acts(snapshot, id, topic.day).map(({ part, to }) => {
        const act = snapshot.entities.get(to)!
        const node = { id: act.id, label: act.label, celex: act.celex ?? null, inForce: snapshot.inForce(act, topic.day) }
        return { aspect: part, node }
      })
      return { ...own(held), node: { id, label, deadline: deadline ?? null, instruments: { edges: instruments } } }
    })
    const { id, label, kind } = found
    return { institution: { id, label, kind, obligations: { totalCount: edges.length, edges } } }
  },
}

/** Deadlines are kept beside statements too, where they must change as the commitments do. */
const due: Question = {
  query: `query (${head}, $id: ID!, $day: Date!) {
    commitments(filter: { handledBy: { id: [$id] }, deadline: { before: $day } }, orderBy: DEADLINE_ASC, asOf: $asOf) {
      totalCount edges { node { id deadline } } }
    institution(id: $id, asOf: $asOf) { obligations(filter: { deadline: { before: $day } }) { totalCount edges { role node { id } } } } }`,
  variables: topic => ({ id: institutionOf(topic), day: topic.day }),
  answer: (snapshot, topic) => {
    const handled = snapshot
      .holding(topic.day)
      .filter(({ type, from }) => type === 'HANDLES' && from === institutionOf(topic))
      .map(held => ({ ...held, deadline: snapshot.entities.get(held.to)!.deadline }))
      .filter(({ deadline }) => deadline !== undefined && deadline < topic.day)
    const ids = new Map(handled.map(({ to, deadline }) => [to, deadline!]))
    const commitments = sortBy([...ids], ([id, deadline]) => [deadline, id])
    const edges = sortBy(handled, ({ to, id }) => [to, id]).map(({ part, to }) => ({ role: part, node: { id: to } }))
    return {
      commitments: { totalCount: ids.size, edges: commitments.map(([id, deadline]) => ({ node: { id, deadline } })) },
      institution: snapshot.entities.has(institutionOf(topic)) ? { obligations: { totalCount: edges.length, edges } } : null,
    }
  },
}

const byNumber: Question = {
  query: `query (${head}, $celex: ID!, $id: ID!) {
    instrument(celex: $celex, asOf: $asOf) { id celex label }
    node(id: $id, asOf: $asOf) { __typename id label } }`,
  variables: topic => ({ celex: `${topic.name}c${topic.second % 2}`, id: anyOf(topic) }),
  answer: (snapshot, topic) => {
    const found = snapshot.all('LegalInstrument').find(({ celex }) => celex === `${topic.name}c${topic.second % 2}`)
    const any = snapshot.entities.get(anyOf(topic))
    return {
      instrument: found ? { id: found.id, celex: found.celex, label: found.label } : null,
      node: any ? { __typename: any.type, id: any.id, label: any.label } : null,
    }
  },
}

const listed: Question = {
  query: `query (${head}, $ids: [ID!], $label: String!) {
    institutions(filter: { id: $ids, not: { kind: [POLICE] } }, orderBy: LABEL_DESC, asOf: $asOf) {
      totalCount pageInfo { hasNextPage } edges { node { id label kind } } }
    commitments(filter: { id: $ids, label: { equals: $label } }, orderBy: DEADLINE_ASC, asOf: $asOf) {
      totalCount edges { node { id deadline timeliness } } } }`,
  variables: topic => ({ ids: topic.ids, label: wordOf(topic) }),
  answer: (snapshot, topic) => {
    const agencies = sortBy(
      snapshot.all('Institution').filter(({ kind }) => kind === 'AGENCY'),
      ({ label, id }) => [-Number(label.at(-1)), id],
    )
    const due = sortBy(
      snapshot.all('Commitment').filter(({ label }) => label === wordOf(topic)),
      ({ deadline, id }) => [deadline ?? '~', id],
    )
    const timeliness = (deadline: string | undefined) =>
      deadline === undefined ? 'NO_DEADLINE' : deadline >= topic.day ? 'NOT_DUE' : 'OVERDUE'
    return {
      institutions: {
        totalCount: agencies.length,
        pageInfo: { hasNextPage: false },
        edges: agencies.map(({ id, label, kind }) => ({ node: { id, label, kind } })),
      },
      commitments: {
        totalCount: due.length,
        edges: due.map(({ id, deadline }) => ({ node: { id, deadline: deadline ?? null, timeliness: timeliness(deadline) } })),
      },
    }
  },
}

const across: Question = {
  query: `query (${head}, $ids: [ID!], $handler: [ID!], $act: [ID!]) {
    anchored: commitments(filter: { handledBy: { id: $handler, role: [LEAD] } }, asOf: $asOf) { totalCount edges { node { id } } }
    crossed: commitments(filter: { id: $ids, handledBy: { kind: [AGENCY] } }, asOf: $asOf) { edges { node { id } } }
    without: commitments(filter: { id: $ids, not: { instrument: $act } }, asOf: $asOf) { edges { node { id } } }
    aside: commitments(filter: { id: $ids, handledBy: { statement: { rank: [DEPRECATED] } } }, asOf: $asOf) { edges { node { id } } } }`,
  variables: topic => ({ ids: topic.ids, handler: [institutionOf(topic)], act: [pick(of(topic, 'instrument'), topic.second)] }),
  answer: (snapshot, topic) => {
    const having = (some: (commitment: ModelEntity) => boolean) =>
      snapshot.all('Commitment').flatMap(commitment => (some(commitment) ? [{ node: { id: commitment.id } }] : []))
    const handled = (test: (held: ModelStatement) => boolean, ranks?: Ranks) =>
      having(({ id }) => snapshot.holding(topic.day, ranks).some(held => held.type === 'HANDLES' && held.to === id && test(held)))
    const anchored = handled(({ from, part }) => from === institutionOf(topic) && part === 'LEAD')
    const act = pick(of(topic, 'instrument'), topic.second)
    return {
      anchored: { totalCount: anchored.length, edges: anchored },
      crossed: { edges: handled(({ from }) => snapshot.entities.get(from)!.kind === 'AGENCY') },
      without: { edges: having(({ id }) => !acts(snapshot, id, topic.day).some(({ to }) => to === act)) },
      aside: { edges: handled(({ rank }) => rank === 'DEPRECATED', 'ALL') },
    }
  },
}

const flat: Question = {
  query: `query (${head}, $id: ID!) {
    relationships(filter: { from: $id }, rank: ALL, asOf: $asOf) { totalCount edges { cursor node { id type rank supersededAt to { id label } } } }
    node(id: $id, asOf: $asOf) { relationships { totalCount edges { node { id type from { id } to { id } } } } } }`,
  variables: topic => ({ id: anyOf(topic) }),
  answer: (snapshot, topic) => {
    const id = anyOf(topic)
    const known = snapshot.entities.get(id)
    const all = sortBy(
      snapshot.holding(topic.day, 'ALL').filter(({ from }) => from === id),
      held => [held.type, held.to, held.id],
    )
    const best = sortBy(
      snapshot.holding(topic.day).filter(({ from, to }) => from === id || to === id),
      held => [held.type, held.from === id ? held.to : held.from, held.id],
    )
    return {
      relationships: {
        totalCount: all.length,
        edges: all.map(({ id: statement, type, rank, to }) => ({
          cursor: `${type}~${to}~${statement}`,
          node: { id: statement, type, rank, supersededAt: null, to: { id: to, label: snapshot.entities.get(to)!.label } },
        })),
      },
      node: known
        ? {
            relationships: {
              totalCount: best.length,
              edges: best.map(({ id: statement, type, from, to }) => ({
                node: { id: statement, type, from: { id: from }, to: { id: to } },
              })),
            },
          }
        : null,
    }
  },
}

const handling: Question = {
  query: `query (${head}, $id: ID!) { whoHandles(commitment: $id, asOf: $asOf) { totalCount edges { node {
    institution { id label } role commitment { id } legalBasis { id celex } rivals { id rank } } } } }`,
  variables: topic => ({ id: commitmentOf(topic) }),
  answer: (snapshot, topic) => {
    const id = commitmentOf(topic)
    const rows = sortBy(
      snapshot.holding(topic.day).filter(({ type, to }) => type === 'HANDLES' && to === id),
      held => [held.from, held.id],
    )
    const lawful = acts(snapshot, id, topic.day).filter(({ part }) => part === 'LEGAL_BASIS')
    const legalBasis = [...new Set(lawful.map(({ to }) => to))].map(to => ({
      id: to,
      celex: snapshot.entities.get(to)!.celex ?? null,
    }))
    const edges = rows.map(held => {
      const rivals = sortBy(
        snapshot.statements.filter(
          other => other.type === 'HANDLES' && other.from === held.from && other.to === id && other.id !== held.id,
        ),
        other => [other.id],
      )
      return {
        node: {
          institution: { id: held.from, label: snapshot.entities.get(held.from)!.label },
          role: held.part,
          commitment: { id },
          legalBasis,
          rivals: rivals.map(other => ({ id: other.id, rank: other.rank })),
        },
      }
    })
    return { whoHandles: { totalCount: edges.length, edges } }
  },
}

const around: Question = {
  query: `query (${head}, $id: ID!) {
    neighbourhood(id: $id, depth: 2, asOf: $asOf) { nodes { id label } relationships { id type from { id } } }
    few: neighbourhood(id: $id, depth: 3, limit: 4, asOf: $asOf) { nodes { id label } relationships { id type from { id } } } }`,
  variables: topic => ({ id: anyOf(topic) }),
  answer: (snapshot, topic) => ({
    neighbourhood: neighbourhood(snapshot, topic, 2, Number.POSITIVE_INFINITY),
    few: neighbourhood(snapshot, topic, 3, 4),
  }),
}

function neighbourhood(snapshot: Snapshot, topic: Topic, depth: number, limit: number): object | null {
  const centre = anyOf(topic)
  if (!snapshot.entities.has(centre)) return null
  const holding = snapshot.holding(topic.day)
  const nodes = [centre]
  for (let step = 0; step < depth; step++) {
    const met = holding.flatMap(({ from, to }) => [...(nodes.includes(from) ? [to] : []), ...(nodes.includes(to) ? [from] : [])])
    const found = sortBy(
      [...new Set(met)].filter(id => !nodes.includes(id)),
      id => [id],
    )
    nodes.push(...found.slice(0, limit - nodes.length))
  }
  const between = holding.filter(({ from, to }) => nodes.includes(from) && nodes.includes(to))
  return {
    nodes: nodes.map(id => ({ id, label: snapshot.entities.get(id)!.label })),
    relationships: sortBy(between, ({ type, id }) => [type, id]).map(({ id, type, from }) => ({ id, type, from: { id: from } })),
  }
}

const mostPaths = 5

const ways: Question = {
  query: `query (${head}, $from: ID!, $to: ID!) {
    paths(from: $from, to: $to, maxLength: 3, first: ${mostPaths}, asOf: $asOf) { length nodes { id label } relationships { id } }
    nearest: paths(from: $from, to: $to, maxLength: 3, first: 1, asOf: $asOf) { nodes { id } relationships { id } } }`,
  variables: topic => ({ from: ends(topic)[0], to: ends(topic)[1] }),
  answer: (snapshot, topic) => {
    const [from, to] = ends(topic)
    const found: { nodes: string[]; steps: string[] }[] = []
    const holding = snapshot.holding(topic.day)
    const walk = (nodes: string[], steps: string[]): void => {
      const last = nodes.at(-1)!
      if (last === to && steps.length > 0) found.push({ nodes, steps })
      if (steps.length === 3) return
      for (const held of holding) {
        const next = held.from === last ? held.to : held.to === last ? held.from : undefined
        if (next !== undefined && !nodes.includes(next)) walk([...nodes, next], [...steps, held.id])
      }
    }
    if (snapshot.entities.has(from) && snapshot.entities.has(to)) walk([from], [])
    const ordered = sortBy(found, ({ nodes, steps }) => [steps.length, ...nodes, ...steps])
    const paths = ordered.slice(0, mostPaths).map(({ nodes, steps }) => ({
      length: steps.length,
      nodes: nodes.map(id => ({ id, label: snapshot.entities.get(id)!.label })),
      relationships: steps.map(id => ({ id })),
    }))
    const nearest = paths
      .slice(0, 1)
      .map(({ nodes, relationships }) => ({ nodes: nodes.map(({ id }) => ({ id })), relationships }))
    return { paths, nearest }
  },
}

const searched: Question = {
  query: `query (${head}, $word: String!, $begun: String!) {
    search(query: $word, asOf: $asOf) { totalCount edges { score cursor node { __typename id label } } }
    begun: search(query: $begun, first: 2, asOf: $asOf) { totalCount edges { score node { id } } pageInfo { hasNextPage endCursor } } }`,
  variables: topic => ({ word: wordOf(topic), begun: topic.name }),
  answer: (snapshot, topic) => {
    const entities = sortBy([...snapshot.entities.values()], ({ id }) => [id])
    const hits = entities
      .filter(({ label }) => label === wordOf(topic))
      .map(({ type, id, label }) => ({ score: 100, cursor: `100~${id}`, node: { __typename: type, id, label } }))
    // All labels are of one length, so all names that begin so are equally near.
    const near = 60 + Math.floor((39 * topic.name.length) / (topic.name.length + wordOf(topic).length))
    const named = entities.map(({ id }) => ({ score: near, node: { id } }))
    const endCursor = named.length > 0 ? `${near}~${named.slice(0, 2).at(-1)!.node.id}` : null
    return {
      search: { totalCount: hits.length, edges: hits },
      begun: { totalCount: named.length, edges: named.slice(0, 2), pageInfo: { hasNextPage: named.length > 2, endCursor } },
    }
  },
}

const last: Question = {
  query: `query (${head}) { revision(asOf: $asOf) { number at } }`,
  variables: () => ({}),
  answer: ({ revision, at }) => ({ revision: { number: revision, at } }),
}

/** Everything that is asked, each as the model would answer it. */
export const questions: readonly Question[] = [
  lookup,
  due,
  byNumber,
  listed,
  across,
  flat,
  handling,
  around,
  ways,
  searched,
  last,
]
