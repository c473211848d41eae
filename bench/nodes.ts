import { namesOf, namesProperty } from '../src/cypher/record.ts'
import { foldText } from '../src/schema/foldText.ts'
import { celex, type Domain, dayFrom, dayOf, type NodeLabel } from './domain.ts'
import type { Random } from './random.ts'
import { drawText } from './words.ts'

/** A property's name with its type in the header of an import file; a value of a node, as text. */
export type Values = Readonly<Record<string, string | number | boolean | undefined>>

const strengths = ['PLEDGE', 'CONTINUE', 'EFFORT', 'EXPLORE', 'SUPPORT', 'CALL_ON_OTHERS']
const institutionKinds = ['GOVERNMENT', 'MINISTRY', 'AGENCY', 'SERVICE', 'POLICE', 'PROSECUTION', 'COURT', 'EU_AGENCY', 'EU_BODY']
const instrumentKinds = ['REGULATION', 'DIRECTIVE', 'DECISION', 'IMPLEMENTING_ACT', 'TREATY', 'AGREEMENT', 'NATIONAL_LAW']
const eventKinds = ['ATTACK', 'CONFERENCE', 'MEETING', 'SIGNATURE', 'JUDGMENT', 'OPERATION']
const documentKinds = ['DECLARATION', 'COMMUNIQUE', 'CONCLUSIONS', 'REPORT']

/** The properties of a node of each type, under the names that import files use: `name:type`. */
export function drawNode(domain: Domain, label: NodeLabel, index: number): Values {
  const random = domain.random(label, index)
  const name = drawText(random, 'en', 35)
  const names = { labelEn: `On ${name.toLowerCase()}`, labelFr: `Sur ${drawText(random, 'fr', 35).toLowerCase()}` }
  return { ...names, ...drawOwn(domain, label, index, random, name) }
}

function drawOwn(domain: Domain, label: NodeLabel, index: number, random: Random, name: string): Values {
  switch (label) {
    case 'Commitment': {
      const due = random.chance(1 / 3)
      return {
        text: drawText(random, 'en', random.between(120, 320)),
        verbAsWritten: random.pick(['will', 'undertake to', 'continue to', 'support', 'invite']),
        strength: random.pick(strengths),
        'verifiable:boolean': random.chance(0.6),
        'deadline:date': due ? dayFrom('2010-01-01', random.between(0, 7300)) : undefined,
        deadlineAsWritten: due ? 'by the end of the period' : undefined,
        summaryEn: drawText(random, 'en', 80),
        summaryFr: drawText(random, 'fr', 80),
      }
    }
    case 'Passage': {
      const start = domain.orderOf(index) * 640
      const length = random.between(200, 600)
      return {
        text: drawText(random, 'en', length),
        'start:int': start,
        'end:int': start + length,
        prefix: drawText(random, 'en', 24),
        suffix: drawText(random, 'en', 24),
      }
    }
    case 'LegalInstrument':
      return {
        kind: random.pick(instrumentKinds),
        celex: celex(index),
        titleEn: drawText(random, 'en', random.between(100, 220)),
        titleFr: drawText(random, 'fr', random.between(100, 220)),
        'dateDocument:date': dayOf(label, index),
        'dateEntryIntoForce:date': dayFrom(dayOf(label, index), 20),
      }
    case 'Institution':
      return {
        kind: random.pick(institutionKinds),
        acronym: name
          .replace(/[^a-z]/gi, '')
          .slice(0, 5)
          .toUpperCase(),
        wikidata: `Q${1_000_000 + index}`,
        descriptionEn: drawText(random, 'en', 90),
        descriptionFr: drawText(random, 'fr', 90),
        'dateFounded:date': dayFrom('1950-01-01', random.between(0, 25_000)),
      }
    case 'Event':
      return { kind: random.pick(eventKinds), 'startDate:date': dayOf(label, index), datePrecision: 'DAY' }
    case 'Document':
      return {
        kind: random.pick(documentKinds),
        url: `https://example.org/documents/${index + 1}`,
        language: 'EN',
        'datePublished:date': dayOf(label, index),
      }
    case 'Place':
      return { kind: index < 16 ? 'COUNTRY' : 'CITY' }
    case 'InformationSystem':
      return {
        acronym: name
          .replace(/[^a-z]/gi, '')
          .slice(0, 4)
          .toUpperCase(),
      }
    default:
      return {}
  }
}

/** The words by which a node is found in each language: what of it is searched, one language after the other standing in. */
export function searchWords(values: Values): Values {
  const own = [values['acronym'], values['text']]
  const spoken = (language: 'En' | 'Fr') => ['label', 'description', 'title', 'summary'].map(name => values[name + language])
  const fold = (words: readonly unknown[]) => foldText(words.filter(word => word !== undefined).join(' '))
  const english = fold([...spoken('En'), ...own])
  const names = namesOf({ properties: values })
  return {
    searchEn: english,
    searchFr: fold([...spoken('Fr'), ...own]),
    searchNl: english,
    ...(names && { [namesProperty]: names }),
  }
}
