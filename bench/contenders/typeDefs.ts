import { bestInstruments } from '../queries/others/search.ts'
import { bestHits } from '../queries/q5.ts'
import { shortestPath } from '../queries/q6.ts'

/** The part of the ontology that the queries touch, as a user of @neo4j/graphql would declare it. */
export const typeDefs = `
type Commitment @node {
  id: ID!
  labelEn: String!
  labelFr: String
  text: String!
  verbAsWritten: String!
  strength: String!
  verifiable: Boolean!
  deadline: Date
  deadlineAsWritten: String
  summaryEn: String
  summaryFr: String
  handledBy: [Institution!]! @relationship(type: "HANDLES", direction: IN, properties: "Handles")
  instruments: [LegalInstrument!]! @relationship(type: "CONCERNS", direction: OUT, properties: "Concerns")
  triggeredBy: [Event!]! @relationship(type: "TRIGGERED", direction: IN)
  statedIn: [Passage!]! @relationship(type: "STATED_IN", direction: OUT)
  themes: [Theme!]! @relationship(type: "ABOUT", direction: OUT)
  madeBy: [Institution!]! @relationship(type: "MADE_BY", direction: OUT, properties: "MadeBy")
}
type Institution @node {
  id: ID!
  labelEn: String!
  labelFr: String
  descriptionEn: String
  descriptionFr: String
  kind: String!
  acronym: String
  wikidata: String
  dateFounded: Date
  obligations: [Commitment!]! @relationship(type: "HANDLES", direction: OUT, properties: "Handles")
  partOf: [Institution!]! @relationship(type: "PART_OF", direction: OUT)
  parts: [Institution!]! @relationship(type: "PART_OF", direction: IN)
}
type LegalInstrument @node {
  id: ID!
  labelEn: String!
  labelFr: String
  kind: String!
  celex: String
  titleEn: String
  titleFr: String
  dateDocument: Date
  dateEntryIntoForce: Date
  commitments: [Commitment!]! @relationship(type: "CONCERNS", direction: IN, properties: "Concerns")
}
type Event @node {
  id: ID!
  labelEn: String!
  labelFr: String
  kind: String!
  startDate: Date!
  datePrecision: String
  triggered: [Commitment!]! @relationship(type: "TRIGGERED", direction: OUT)
  locatedIn: [Place!]! @relationship(type: "LOCATED_IN", direction: OUT)
}
type Passage @node {
  id: ID!
  labelEn: String!
  labelFr: String
  text: String!
  start: Int!
  end: Int!
  prefix: String
  suffix: String
  document: [Document!]! @relationship(type: "CONTAINS", direction: IN)
  commitments: [Commitment!]! @relationship(type: "STATED_IN", direction: IN)
}
type Document @node {
  id: ID!
  labelEn: String!
  labelFr: String
  kind: String!
  datePublished: Date
  passages: [Passage!]! @relationship(type: "CONTAINS", direction: OUT, properties: "Contains")
}
type Place @node {
  id: ID!
  labelEn: String!
  labelFr: String
}
type Theme @node {
  id: ID!
  labelEn: String!
  labelFr: String
  commitments: [Commitment!]! @relationship(type: "ABOUT", direction: IN)
}
type Handles @relationshipProperties {
  role: String!
  basis: String!
  source: String!
  quote: String
  rank: String!
}
type MadeBy @relationshipProperties {
  capacity: String!
  basis: String!
  source: String!
  quote: String
  rank: String!
}
type Contains @relationshipProperties {
  order: Int!
}
type Concerns @relationshipProperties {
  aspect: String!
  basis: String!
  source: String!
  rank: String!
}
type HitInstitution {
  id: ID!
  label: String!
  kind: String!
}
type Hit {
  score: Int!
  id: ID!
  label: String!
  institutions: [HitInstitution!]!
}
type InstrumentHit {
  score: Int!
  id: ID!
  label: String!
  kind: String!
  celex: String
}
type PathNode {
  id: ID!
}
type ShortestPath {
  length: Int!
  nodes: [PathNode!]!
}
type Query {
  bestHits(query: String!, held: String!, others: String!): [Hit!]! @cypher(statement: """${bestHits} RETURN hit""", columnName: "hit")
  bestInstruments(query: String!, held: String!, others: String!): [InstrumentHit!]! @cypher(statement: """${bestInstruments} RETURN hit""", columnName: "hit")
  shortestPath(from: ID!, to: ID!): ShortestPath @cypher(statement: """${shortestPath} AS path""", columnName: "path")
}
`
