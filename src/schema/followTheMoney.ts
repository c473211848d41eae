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

/** The schemata in which entities of other types go out: the type says nothing that could be read back. */
const ftmOnlyGiven: Readonly<Record<string, FtmGiven>> = {
  Document: { schema: 'Document', properties: { ...thing, publishedAt: 'datePublished', bodyText: 'text' } },
  Passage: { schema: 'PlainText', properties: { ...thing, bodyText: 'text' } },
  ProgressReport: { schema: 'Document', properties: { ...thing, date: 'date', bodyText: 'text' } },
  LegalInstrument: {
    schema: 'Document',
    properties: { ...thing, title: 'title', authoredAt: 'dateDocument', publishedAt: 'datePublication' },
  },
  Commitment: { schema: 'Project', properties: { ...thing, goal: 'text', endDate: 'deadline' } },
  InformationSystem: { schema: 'Asset', properties: thing },
  Place: { schema: 'Address', properties: { ...thing, full: 'label' } },
}

/** How an entity goes out: its schema, and its properties under the names of theirs. */
export interface FtmGiven {
  readonly schema: string
  readonly properties: Readonly<Record<string, string>>
}

/** The schema of entities of a type, of the one kind that the schema stands for where there are several; a note for a type with none. */
export function ftmSchemaOf(type: string, kind: unknown): FtmGiven {
  const own = Object.entries(ftmEntities).filter(([, entity]) => entity.type === type)
  const [schema, entity] = own.find(([, { fixed }]) => fixed?.['kind'] === kind) ?? own[0] ?? []
  if (schema && entity) return { schema, properties: entity.properties }
  return ftmOnlyGiven[type] ?? { schema: 'Note', properties: thing }
}

/** The schema of statements of a type, and its properties that name the ends. */
export function ftmLinkOf(type: string): { readonly schema: string; readonly from: string; readonly to: string } {
  const [schema, known] = Object.entries(ftmStatements).find(([, statement]) => statement.type === type) ?? []
  return schema && known ? { schema, ...known } : { schema: 'UnknownLink', from: 'subject', to: 'object' }
}

/** An id of ours as one of theirs, which take letters, digits, dots and hyphens only; nothing of it is lost. */
export function toFtmId(id: string): string {
  const escaped = id.replaceAll(/[^A-Za-z0-9/-]/g, character => `-x${character.charCodeAt(0).toString(16).padStart(2, '0')}x`)
  return escaped.replaceAll('/', '.')
}

/** The id of ours that one of theirs stands for, if it does. */
export function fromFtmId(id: string): string {
  return id
    .replaceAll('.', '/')
    .replaceAll(/-x([0-9a-f]{2})x/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
