import type { YamlEntry, YamlMap, YamlValue } from '../ingest/yamlValue.ts'
import { idPrefix } from '../schema/entityId.ts'
import type { Ontology } from '../schema/ontology.ts'
import { textIn, valueIn, without } from './placedInput.ts'

const ofStatement = ['basis', 'source', 'quote', 'confidence']

/** The id of a record of progress that has none of its own: made from its first commitment and its day. */
export function progressId(ontology: Ontology, value: YamlValue): string {
  const type = ontology.nodeTypes.get('ProgressReport')!
  const listed = value.kind === 'map' ? valueIn(value, 'commitments') : undefined
  const [first] = listed?.kind === 'list' ? listed.items : []
  const commitment = first?.kind === 'scalar' ? String(first.value) : ''
  const date = value.kind === 'map' ? (textIn(value, 'date')?.text ?? '') : ''
  return `${idPrefix(type)}/${commitment.slice(commitment.indexOf('/') + 1)}/${date}`
}

/**
 * A record of progress as the addition of a report with its statements. What it does not say is taken from what it says: its
 * id is made, its label from the kind of evidence, the source of its statements from its address.
 */
export function expandProgress(ontology: Ontology, value: YamlValue, id: string): YamlValue {
  if (value.kind !== 'map') return value
  const { at } = value
  const type = ontology.nodeTypes.get('ProgressReport')!
  const listed = valueIn(value, 'commitments')
  const commitments = listed?.kind === 'list' ? listed.items : []
  const text = (key: string): string => textIn(value, key)?.text ?? ''
  const scalar = (key: string, held: string): YamlEntry => ({ key, at, value: { kind: 'scalar', at, value: held } })
  // Evidence that was looked for and not found is written nowhere; where it was looked for stands for that.
  const places = valueIn(value, 'searchedIn')
  const [place] = places?.kind === 'list' ? places.items : []
  const searched = place?.kind === 'scalar' ? String(place.value) : ''
  const given = (key: string): YamlEntry[] => value.entries.filter(entry => entry.key === key)
  const words = text('kind').toLowerCase().replaceAll('_', ' ')
  const label = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}, ${text('date')}`
  const statements = commitments.map(
    (commitment): YamlMap => ({
      ...{ kind: 'map', at: commitment.at },
      entries: [
        scalar('type', 'REPORTS_ON'),
        { key: 'to', at: commitment.at, value: commitment },
        ...(valueIn(value, 'basis') ? [] : [scalar('basis', 'CURATED')]),
        ...(valueIn(value, 'source') ? [] : [scalar('source', text('url') || searched)]),
        ...ofStatement.flatMap(given),
      ],
    }),
  )
  const labelled: YamlEntry = { key: 'label', at, value: { kind: 'map', at, entries: [scalar('en', label)] } }
  const entries: YamlEntry[] = [
    ...(textIn(value, 'id') ? [] : [scalar('id', id)]),
    ...without(value, ['commitments', ...ofStatement]).entries,
    ...(valueIn(value, 'label') ? [] : [labelled]),
    { key: 'statements', at, value: { kind: 'list', at, items: statements } },
  ]
  return { kind: 'map', at, entries: [{ key: type.lookup, at, value: { kind: 'map', at, entries } }] }
}
