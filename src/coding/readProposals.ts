import { digest } from '../cypher/record.ts'
import type { Operation } from '../edit/operation.ts'
import type { Ontology } from '../schema/ontology.ts'
import type { Proposal } from './proposal.ts'

type Given = Readonly<Record<string, unknown>>
type Row = Omit<Proposal, 'status' | 'proposedAt' | 'decidedAt'>

/** The proposals that operations of a coder make: a correction of several properties is one proposal for each. */
export function readProposals(ontology: Ontology, operations: readonly Operation[], coder: string, proposedBy: string): Row[] {
  return operations.flatMap(({ kind, value }) => {
    const read = kind === 'assertStatement' ? [readStatement(ontology, value as Given)] : readCorrection(ontology, value as Given)
    return read.map(proposed => ({ id: `proposal/${digest([coder, proposed.input])}`, coder, proposedBy, ...proposed }))
  })
}

type Proposed = Omit<Row, 'id' | 'coder' | 'proposedBy'>

/** A statement is coded in its own property that is an enum, such as the role; without one, in whether it is said. */
function readStatement(ontology: Ontology, given: Given): Proposed {
  const { type, from, to } = given as { type: string; from: string; to: string }
  const relationship = ontology.relationshipTypes.get(type)!
  const [own] = [...relationship.properties.values()].filter(({ type: held }) => typeof held === 'object')
  const commitment = [from, to].find(id => id.startsWith('commitment/'))
  return {
    kind: 'assertStatement',
    about: commitment ?? from,
    field: own ? `${type}.${own.name}` : type,
    unit: `${from} ${to}`,
    value: own ? String(given[own.name]) : 'SAID',
    input: JSON.stringify(given),
  }
}

function readCorrection(ontology: Ontology, given: Given): Proposed[] {
  const [[lookup, changes]] = Object.entries(given) as [[string, Given]]
  const type = [...ontology.nodeTypes.values()].find(candidate => candidate.lookup === lookup)!
  const { id, ...properties } = changes as { id: string }
  return Object.entries(properties).map(([name, value]) => ({
    kind: 'correctEntity',
    about: id,
    field: `${type.name}.${name}`,
    unit: id,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    input: JSON.stringify({ [lookup]: { id, [name]: value } }),
  }))
}
