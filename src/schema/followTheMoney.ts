/** How an entity of FollowTheMoney is one of the graph. */
export interface FtmEntity {
  readonly type: string
  /** Its properties of one value under the names of ours; lists go to lists. */
  readonly properties: Readonly<Record<string, string>>
  /** What FollowTheMoney does not say and the ontology requires. */
  readonly fixed?: Readonly<Record<string, string>>
}

/** How an entity of FollowTheMoney that joins two others is a statement. */
export interface FtmStatement {
  readonly type: string
  /** Its properties that name the ends. */
  readonly from: string
  readonly to: string
}

const thing = {
  name: 'label',
  summary: 'description',
  alias: 'aliases',
  weakAlias: 'aliases',
  wikidataId: 'wikidata',
  sourceUrl: 'sources',
}
const body = { ...thing, abbreviation: 'acronym', incorporationDate: 'dateFounded', dissolutionDate: 'dateDissolved' }
const institution = (kind: string): FtmEntity => ({ type: 'Institution', properties: body, fixed: { kind } })

/** The schemata of FollowTheMoney that the graph has a place for. A kind is fixed where they have none. */
export const ftmEntities: Readonly<Record<string, FtmEntity>> = {
  PublicBody: institution('AGENCY'),
  Organization: institution('INTERNATIONAL_ORGANISATION'),
  Person: { type: 'Person', properties: thing },
  Event: {
    type: 'Event',
    properties: {
      name: 'label',
      summary: 'description',
      sourceUrl: 'sources',
      startDate: 'startDate',
      date: 'startDate',
      endDate: 'endDate',
    },
    fixed: { kind: 'OTHER' },
  },
}

/** The schemata that join two entities. */
export const ftmStatements: Readonly<Record<string, FtmStatement>> = {
  Succession: { type: 'SUCCEEDED_BY', from: 'predecessor', to: 'successor' },
  Membership: { type: 'PART_OF', from: 'member', to: 'organization' },
}

/** What a topic says of the kind of a body, where it says more than the schema. */
export const ftmTopics: Readonly<Record<string, string>> = {
  'gov.igo': 'INTERNATIONAL_ORGANISATION',
  'gov.judicial': 'COURT',
  'gov.security': 'SERVICE',
}
