/** A line of NDJSON. */
export interface Line {
  readonly type: string
  readonly id?: string
  readonly [key: string]: unknown
}

/** What a statement says of itself. */
export const said = { basis: 'CURATED', source: 'passage/d/01' }
const text = 'Titre 🛰\n\n- De renforcer l’échange avec Europol.\nFin\n'
const words = 'De renforcer l’échange avec Europol.'
const start = Array.from(text.slice(0, text.indexOf(words))).length
/** Every kind of line, and references before and after what they refer to. */
export const everyKind: readonly Line[] = [
  { type: 'CONTAINS', from: 'document/d', to: 'passage/d/01', order: 0, basis: 'CURATED', source: 'document/d' },
  { type: 'HANDLES', from: 'institution/europol', to: 'commitment/d/01a', role: 'CHANNEL', ...said, quote: 'avec Europol' },
  { type: 'Document', id: 'document/d', label: { fr: 'D' }, kind: 'REPORT', language: 'FR', datePublished: '2018-06-11', text },
  { type: 'Passage', id: 'passage/d/01', label: { fr: 'P' }, text: words, start, end: start + words.length },
  {
    type: 'Commitment',
    id: 'commitment/d/01a',
    label: { fr: 'C' },
    text: words,
    verbAsWritten: 'renforcer',
    strength: 'PLEDGE',
    verifiable: false,
  },
  {
    type: 'Institution',
    id: 'institution/europol',
    label: { en: 'Europol' },
    kind: 'EU_AGENCY',
    partOf: [{ node: 'institution/eu', ...said }],
  },
  { type: 'Institution', id: 'institution/eu', label: { en: 'EU' }, kind: 'EU_INSTITUTION' },
  { type: 'LegalInstrument', id: 'instrument/a', label: { en: 'A' }, kind: 'TREATY', celex: '1' },
  { type: 'STATED_IN', from: 'commitment/d/01a', to: 'passage/d/01', ...said },
]
/** A claim that differs from the record, and a rule that says so. */
export const claim: readonly Line[] = [
  {
    type: 'Claim',
    id: 'claim/a',
    label: { en: 'Day' },
    property: 'dateDocument',
    value: '2018-01-02',
    claimedBy: 'https://example.org/',
  },
  { type: 'CLAIMS', from: 'claim/a', to: 'instrument/a', ...said },
]
