import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { validate } from '../../../src/ingest/load.ts'
import type { Seed } from '../../../src/ingest/seed.ts'
import { readOntology } from '../../../src/schema/readOntology.ts'

const ontology = readOntology()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pacta-formats-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('CSV', () => {
  const mapping = `type: Institution
id: institution/{code}
defaults: { basis: CURATED, source: 'https://example.org/register' }
properties:
  label.en: '{name}'
  label.fr: '{nom}'
  kind: { from: '{sort}', values: { agency: EU_AGENCY, union: EU_INSTITUTION } }
  aliases: { from: '{other}', separator: '|' }
  dateFounded: '{founded}'
relationships:
  partOf: { node: { from: 'institution/{parents}', separator: '|' }, validFrom: '{founded}', note: 'From {code}' }
`
  const header = 'code,name,nom,sort,other,founded,parents'

  test('rows become entities with statements, as the mapping says', async () => {
    const rows = ['eu,Union,,union,,,', 'a,"Agency, ""A""",Agence,agency,AA|Aa,2001-02-03,eu', '"b","B\n\nB",,agency,,,eu|a']
    const seed = await read('bodies.csv', [header, ...rows].join('\r\n'), { 'mapping.yaml': mapping })
    expect(shown(seed)).toEqual([
      'institution/eu {"label":{"EN":"Union"},"kind":"EU_INSTITUTION"}',
      'institution/a {"label":{"EN":"Agency, \\"A\\"","FR":"Agence"},"kind":"EU_AGENCY","aliases":["AA","Aa"],"dateFounded":"2001-02-03"}',
      'institution/b {"label":{"EN":"B\\n\\nB"},"kind":"EU_AGENCY"}',
      'institution/a PART_OF institution/eu {"rank":"NORMAL","basis":"CURATED","source":"https://example.org/register","validFrom":"2001-02-03","note":"From a"}',
      'institution/b PART_OF institution/eu {"rank":"NORMAL","basis":"CURATED","source":"https://example.org/register","note":"From b"}',
      'institution/b PART_OF institution/a {"rank":"NORMAL","basis":"CURATED","source":"https://example.org/register","note":"From b"}',
    ])
  })

  test.each<[string, string, string[]]>([
    [
      'a value that the property does not take',
      `${header}\na,A,,agncy,,,`,
      ['bodies.csv:2:6: `kind` takes one of GOVERNMENT, …, not the text “agncy”.'],
    ],
    [
      'a day that does not exist',
      `${header}\na,A,,agency,,2001-02-30,`,
      [
        'bodies.csv:2:14: `dateFounded` takes an existing day like 2018-06-11, or the month or year of one like 2018-06 or 2018, not the text “2001-02-30”.',
      ],
    ],
    [
      'a row of too many values',
      `${header}\na,A,,agency,,,,`,
      ['bodies.csv:2:1: The row has 8 values, but the first line names 7 columns.'],
    ],
    [
      'a row without an id',
      `${header}\n,A,,agency,,,`,
      ['bodies.csv:2:1: The row has no id: institution/{code} has an empty column.'],
    ],
    ['an end that is nowhere', `${header}\na,A,,agency,,,none`, ['bodies.csv:2:15: There is no “institution/none”.']],
    [
      'an id given twice',
      `${header}\na,A,,agency,,,\na,B,,agency,,,`,
      ['bodies.csv:3:1: institution/a stands already at bodies.csv:2:1.'],
    ],
    [
      'a quotation mark that is not closed',
      `${header}\na,"A,,agency,,,`,
      ['bodies.csv:2:3: A quotation mark is not closed: “a,"A,,agency,,,”'],
    ],
    ['a column that the mapping wants', header.replace('nom', 'name_fr'), ['mapping.yaml:6:13: The table has no column “nom”.']],
    ['nothing in the file', '', ['bodies.csv:1:1: The table is empty: its first line names its columns.']],
  ])('%s is a problem with its place', async (_name, content, expected) => {
    const problems = await problemsOf('bodies.csv', content, { 'mapping.yaml': mapping })
    expect(
      problems.map(problem =>
        problem.replace(/GOVERNMENT, .*, not/, 'GOVERNMENT, …, not').replace(/ Did you mean `AGENCY`\?/, ''),
      ),
    ).toEqual(expected)
  })

  test.each<[string, string, string]>([
    [
      'a type',
      mapping.replace('type: Institution', 'type: Institutoin'),
      'mapping.yaml:1:7: `type` takes a node type. Did you mean `Institution`?',
    ],
    [
      'a property',
      mapping.replace('aliases:', 'aliasses:'),
      'mapping.yaml:8:3: Institution has no `aliasses` that a table gives. Did you mean `aliases`?',
    ],
    [
      'a relationship',
      mapping.replace('partOf:', 'partsOf:'),
      'mapping.yaml:11:3: Institution has no relationship `partsOf`. Did you mean `partOf`?',
    ],
    ['a language', mapping.replace('label.fr', 'label'), 'mapping.yaml:6:3: `label` takes a language: `label.en`.'],
  ])('a mapping that misspells %s names the nearest', async (_name, bad, expected) => {
    expect(await problemsOf('bodies.csv', `${header}\n`, { 'mapping.yaml': bad })).toEqual([expected])
  })

  test('a table needs a mapping', async () => {
    expect(await problemsOf('bodies.csv', `${header}\n`)).toEqual([
      'bodies.csv:1:1: A table needs a mapping file, which says what its columns mean: `--mapping FILE`.',
    ])
  })
})

describe('FollowTheMoney', () => {
  const body = {
    id: 'NK-1',
    schema: 'PublicBody',
    properties: {
      name: ['Agency', 'The Agency'],
      wikidataId: ['Q1'],
      incorporationDate: ['2001-02-03'],
      sourceUrl: ['https://example.org/1'],
    },
  }
  const court = {
    id: 'gb coh:2',
    schema: 'PublicBody',
    properties: { name: ['Court'], topics: ['gov.judicial'], incorporationDate: ['1999'] },
  }
  const succession = {
    id: 's',
    schema: 'Succession',
    properties: { predecessor: ['NK-1'], successor: ['gb coh:2'], date: ['2010-01-01'], sourceUrl: ['https://example.org/s'] },
  }

  test('entities become entities, and what joins two becomes a statement', async () => {
    expect(shown(await read('a.ftm.json', ndjson(succession, body, court)))).toEqual([
      'institution/NK-1 {"kind":"AGENCY","label":{"EN":"Agency"},"aliases":["The Agency"],"wikidata":"Q1","sources":["https://example.org/1"],"dateFounded":"2001-02-03"}',
      'institution/gb-coh-2 {"kind":"COURT","label":{"EN":"Court"},"dateFounded":"1999-01-01","dateFoundedPrecision":"YEAR"}',
      'institution/NK-1 SUCCEEDED_BY institution/gb-coh-2 {"rank":"NORMAL","basis":"CURATED","source":"https://example.org/s","validFrom":"2010-01-01"}',
    ])
  })

  test.each<[string, object, string]>([
    [
      'a schema that the graph has no place for',
      { ...body, schema: 'PublicBodi' },
      '1:23: The graph has no place for “PublicBodi”; it takes PublicBody, Organization, Person, Event, Succession, Membership. Did you mean `PublicBody`?',
    ],
    ['an entity without a name', { ...body, properties: {} }, '1:1: institution/NK-1 needs `label`: Short name for people.'],
    [
      'a day that is none',
      { ...body, properties: { ...body.properties, incorporationDate: ['2001-02-30'] } },
      '1:122: `incorporationDate` takes a day, a month or a year, not “2001-02-30”.',
    ],
    ['an end that is nowhere', succession, '1:62: There is no entity “NK-1” in the file.'],
    [
      'a statement without a source',
      { ...succession, properties: { predecessor: ['NK-1'] } },
      '1:1: Succession needs `successor`, the id of an entity.',
    ],
    ['no id', { schema: 'Person' }, '1:1: An entity of FollowTheMoney has `id`, a text.'],
  ])('%s is a problem with its place', async (_name, entity, expected) => {
    expect(await problemsOf('a.ftm.json', ndjson(entity))).toEqual([`a.ftm.json:${expected}`])
  })
})

describe('Wikidata', () => {
  const claim = (value: unknown, more: object = {}): object => ({ mainsnak: { datavalue: { value } }, rank: 'normal', ...more })
  const day = (time: string, precision = 11): object => ({ time: `+${time}T00:00:00Z`, precision })
  const agency = {
    id: 'Q10',
    labels: { en: { value: 'Agency' }, de: { value: 'Amt' } },
    descriptions: { fr: { value: 'agence' } },
    aliases: { en: [{ value: 'A' }, { value: 'AA' }], nl: [{ value: 'A' }] },
    claims: {
      P31: [claim({ id: 'Q999' }), claim({ id: 'Q392918' })],
      P571: [claim(day('2000-01-01', 9), { rank: 'deprecated' }), claim(day('2001-02-03'))],
      P576: [claim(day('2010-01-01', 9))],
      P749: [claim({ id: 'Q11' }, { qualifiers: { P580: [{ datavalue: { value: day('2002-01-01') } }] } }), claim({ id: 'Q77' })],
    },
  }
  const parent = { id: 'Q11', labels: { nl: { value: 'Ouder' } }, claims: { P31: [claim({ id: 'Q327333' })] } }
  const person = { id: 'Q12', labels: { en: { value: 'P' } }, claims: { P31: [claim({ id: 'Q5' })] } }
  const institutions = [
    'institution/Q10 {"label":{"FR":null,"EN":"Agency"},"description":{"FR":"agence"},"aliases":["A","AA"],"kind":"EU_AGENCY","wikidata":"Q10","sameAs":["http://www.wikidata.org/entity/Q10"],"sources":["https://www.wikidata.org/wiki/Q10"],"dateFounded":"2001-02-03"}'.replace(
      '"FR":null,',
      '',
    ),
    'institution/Q11 {"label":{"NL":"Ouder"},"kind":"AGENCY","wikidata":"Q11","sameAs":["http://www.wikidata.org/entity/Q11"],"sources":["https://www.wikidata.org/wiki/Q11"]}',
    'person/Q12 {"label":{"EN":"P"},"wikidata":"Q12","sameAs":["http://www.wikidata.org/entity/Q12"],"sources":["https://www.wikidata.org/wiki/Q12"]}',
    'institution/Q10 PART_OF institution/Q11 {"rank":"NORMAL","basis":"CURATED","source":"https://www.wikidata.org/wiki/Q10#P749","validFrom":"2002-01-01"}',
  ]

  test.each<[string, string]>([
    ['a dump', `[\n${[agency, parent, person].map(item => JSON.stringify(item)).join(',\n')}\n]\n`],
    ['an answer of Special:EntityData', JSON.stringify({ entities: { Q10: agency, Q11: parent, Q12: person } })],
  ])('%s gives entities with what of them is best, and statements among them', async (_name, content) => {
    expect(shown(await read('a.wikidata.json', content))).toEqual(institutions)
  })

  test('what is of no kind that the graph has, and what is no item, are problems with their place', async () => {
    const strange = { id: 'Q13', claims: { P31: [claim({ id: 'Q42' })] } }
    expect(await problemsOf('a.wikidata.json', `${ndjson(strange)}{"id":"P1"}\n{"id":\n`)).toEqual([
      'a.wikidata.json:1:1: Q13 is an instance (P31) of Q42, of which the graph has no kind.',
      'a.wikidata.json:2:1: The line is no item of Wikidata: its `id` is not like Q207203.',
      'a.wikidata.json:3:7: The line ends in the middle of a JSON value.',
    ])
  })
})

describe('EUR-Lex', () => {
  const work = 'http://publications.europa.eu/resource/cellar/a'
  const rdf = (inner: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="http://www.w3.org/2002/07/owl#" xmlns:cdm="http://publications.europa.eu/ontology/cdm#">
  <rdf:Description rdf:about="${work}">
    <cdm:resource_legal_id_celex>32016L0681</cdm:resource_legal_id_celex>
    <cdm:work_date_document>2016-04-27</cdm:work_date_document>
    <cdm:resource_legal_date_entry-into-force>2016-05-24</cdm:resource_legal_date_entry-into-force>
    <cdm:resource_legal_date_end-of-validity>9999-12-31</cdm:resource_legal_date_end-of-validity>
${inner}
  </rdf:Description>
  <rdf:Description rdf:about="${work}.0004">
    <cdm:expression_belongs_to_work rdf:resource="${work}"/>
    <cdm:expression_uses_language rdf:resource="http://publications.europa.eu/resource/authority/language/FRA"/>
    <cdm:expression_title>Directive
      PNR</cdm:expression_title>
  </rdf:Description>
</rdf:RDF>
`
  const amends = `    <cdm:resource_legal_amends_resource_legal rdf:resource="http://publications.europa.eu/resource/celex/32002D0187"/>`
  const instrument = {
    ...{ kind: 'DIRECTIVE', celex: '32016L0681', label: { EN: '32016L0681' }, title: { FR: 'Directive PNR' } },
    sameAs: ['http://publications.europa.eu/resource/celex/32016L0681'],
    sources: ['https://eur-lex.europa.eu/legal-content/EN/ALL/?uri=CELEX:32016L0681'],
    ...{ dateDocument: '2016-04-27', dateEntryIntoForce: '2016-05-24' },
  }

  test('a notice in RDF/XML becomes an instrument with its dates and titles', async () => {
    expect(shown(await read('a.rdf', rdf('')))).toEqual([`instrument/32016L0681 ${JSON.stringify(instrument)}`])
  })

  test('a notice as SPARQL results gives the same', async () => {
    const triples = [
      [work, 'resource_legal_id_celex', '32016L0681'],
      [work, 'work_date_document', '2016-04-27'],
      [work, 'resource_legal_date_entry-into-force', '2016-05-24'],
      ['x', 'expression_belongs_to_work', work],
      ['x', 'expression_uses_language', 'http://publications.europa.eu/resource/authority/language/FRA'],
      ['x', 'expression_title', 'Directive PNR'],
    ]
    const bindings = triples.map(([s, p, o]) => ({
      s: { value: s },
      p: { value: `http://publications.europa.eu/ontology/cdm#${p}` },
      o: { value: o },
    }))
    expect(shown(await read('a.srj', JSON.stringify({ results: { bindings } })))).toEqual([
      `instrument/32016L0681 ${JSON.stringify(instrument)}`,
    ])
  })

  test('what it amends is a statement by law, and must be somewhere', async () => {
    expect(await problemsOf('a.rdf', rdf(amends))).toEqual(['a.rdf:3:31: There is no “instrument/32002D0187”.'])
    const other = '{"type":"LegalInstrument","id":"instrument/32002D0187","label":{"en":"E"},"kind":"DECISION"}\n'
    const seed = await read('a.rdf', rdf(amends), { 'other.ndjson': other }, ['other.ndjson'])
    expect(shown(seed).at(-1)).toBe(
      'instrument/32016L0681 AMENDS instrument/32002D0187 {"rank":"NORMAL","basis":"BY_LAW","source":"http://publications.europa.eu/resource/celex/32016L0681"}',
    )
  })

  test.each<[string, string, string]>([
    [
      'a day that does not exist',
      rdf('').replace('2016-04-27', '2016-04-31'),
      '5:29: cdm:work_date_document takes an existing day like 2018-06-11, not “2016-04-31”.',
    ],
    [
      'an act whose CELEX number is unknown',
      rdf(amends.replace('celex/32002D0187', 'cellar/b')),
      '8:61: The notice does not say which CELEX number http://publications.europa.eu/resource/cellar/b has (owl:sameAs).',
    ],
    [
      'a file without a CELEX number',
      rdf('').replaceAll('resource_legal_id_celex', 'resource_legal_id'),
      '1:1: No work of the file has a CELEX number (cdm:resource_legal_id_celex).',
    ],
  ])('%s is a problem with its place', async (_name, content, expected) => {
    expect(await problemsOf('a.rdf', content)).toEqual([`a.rdf:${expected}`])
  })

  test('a file that is cut off is a problem with its place', async () => {
    const cut = rdf('').slice(0, 700)
    const [line, column] = [cut.split('\n').length, cut.split('\n').at(-1)!.length + 1]
    expect(await problemsOf('a.rdf', cut)).toEqual([
      `a.rdf:${line}:${column}: The file ends before its root element does: it was cut off.`,
    ])
  })
})

function ndjson(...values: object[]): string {
  return values.map(value => `${JSON.stringify(value)}\n`).join('')
}

async function read(name: string, content: string, others: Record<string, string> = {}, more: string[] = []): Promise<Seed> {
  for (const [file, text] of Object.entries({ ...others, [name]: content })) await writeFile(path.join(folder, file), text)
  const mapping = others['mapping.yaml'] === undefined ? {} : { mapping: path.join(folder, 'mapping.yaml') }
  return validate(
    ontology,
    [name, ...more].map(file => path.join(folder, file)),
    undefined,
    mapping,
  )
}

async function problemsOf(name: string, content: string, others: Record<string, string> = {}): Promise<string[]> {
  const error = await read(name, content, others).then(
    () => undefined,
    (problem: unknown) => problem,
  )
  return error ? (error as Error).message.replaceAll(folder + path.sep, '').split('\n') : []
}

function shown({ records, statements }: Seed): string[] {
  const print = (properties: Seed['records'][number]['properties']): string =>
    JSON.stringify(
      Object.fromEntries([...properties].filter(([name]) => name !== 'id').map(([name, { value }]) => [name, value])),
    )
  return [
    ...records.map(({ id, properties }) => `${id} ${print(properties)}`),
    ...statements.map(({ from, type, to, properties }) => `${from} ${type.name} ${to} ${print(properties)}`),
  ]
}
