import { useState } from 'preact/hooks'
import type { SceneNode } from '../graph/scene.ts'
import { nameRelationship, nameType, nameValue } from '../ontology/names.ts'
import { colourOf } from '../ontology/ontology.ts'
import { visible } from '../scene/visible.ts'
import { text } from '../texts/text.ts'
import { view } from '../view/current.ts'
import { choose } from './actions.ts'
import { Dot } from './Dot.tsx'
import { SourceLink } from './SourceLink.tsx'
import { writePeriod } from './StatementGroups.tsx'

const pageSize = 200

/** What is on the scene as two tables: the statements, and what they are about. */
export function TableView() {
  const t = text.value
  const [things, showThings] = useState(false)
  const { nodes, statements } = visible.value
  const shown = things || statements.size === 0
  return (
    <section class="tables">
      <div class="segments">
        <button type="button" aria-pressed={!shown} disabled={statements.size === 0} onClick={() => showThings(false)}>
          {t.statements} <span class="number">{statements.size}</span>
        </button>
        <button type="button" aria-pressed={shown} onClick={() => showThings(true)}>
          {t.things} <span class="number">{nodes.size}</span>
        </button>
      </div>
      {statements.size === 0 && nodes.size > 0 && <p class="quiet">{t.noRows}</p>}
      {shown ? <Things /> : <Statements />}
    </section>
  )
}

interface Column<T> {
  readonly name: string
  readonly value: (row: T) => string
  /** What the cells hold, where it wants a width of its own. */
  readonly holds?: 'entity' | 'wide' | 'address'
  readonly cell?: (row: T) => preact.ComponentChildren
}

function Statements() {
  const t = text.value
  const { lang } = view.value
  const { nodes, statements } = visible.value
  const rows = [...statements.values()].map(statement => ({
    ...statement,
    start: nodes.get(statement.from)!,
    end: nodes.get(statement.to)!,
  }))
  const columns: Column<(typeof rows)[number]>[] = [
    { name: t.subject, value: row => row.start.label, holds: 'entity', cell: row => <Name node={row.start} /> },
    { name: t.statement, value: row => nameRelationship(row.type, 'OUT', lang) },
    { name: t.to, value: row => row.end.label, holds: 'entity', cell: row => <Name node={row.end} /> },
    {
      name: t.role,
      value: row => [row.role, row.aspect, row.capacity].flatMap(value => (value ? [nameValue(value, lang)] : [])).join(' '),
    },
    { name: t.basis, value: row => nameValue(row.basis, lang) },
    { name: t.valid, value: row => `${row.validFrom ?? ''} ${row.validTo ?? ''}`, cell: row => writePeriod(row) },
    { name: t.quote, value: row => row.quote ?? '', holds: 'wide' },
    { name: t.source, value: row => row.source, holds: 'address', cell: row => <SourceLink source={row.source} /> },
  ]
  return <Table rows={rows} columns={columns} caption={t.statements} />
}

function Things() {
  const t = text.value
  const { lang } = view.value
  const columns: Column<SceneNode>[] = [
    { name: t.name, value: node => node.label, holds: 'entity', cell: node => <Name node={node} /> },
    { name: t.type, value: node => nameType(node.type, lang) },
    { name: 'id', value: node => node.id },
  ]
  return <Table rows={[...visible.value.nodes.values()]} columns={columns} caption={t.things} />
}

function Name({ node }: { node: SceneNode }) {
  return (
    <button type="button" class="link" onClick={() => choose(node.id)}>
      <Dot colour={colourOf(node.type)} />
      {node.label}
    </button>
  )
}

function Table<T extends { readonly id: string }>({
  rows,
  columns,
  caption,
}: {
  rows: readonly T[]
  columns: readonly Column<T>[]
  caption: string
}) {
  const [order, setOrder] = useState({ column: 0, rising: true })
  const [shown, show] = useState(pageSize)
  const { value } = columns[order.column]!
  // What no row says takes no room.
  const filled = columns.filter(column => rows.some(row => column.value(row).trim() !== ''))
  const sorted = [...rows].sort((a, b) => value(a).localeCompare(value(b)) * (order.rising ? 1 : -1))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section class="table" tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            {filled.map(column => {
              const index = columns.indexOf(column)
              const sorts = order.column === index
              return (
                <th key={column.name} scope="col" aria-sort={!sorts ? 'none' : order.rising ? 'ascending' : 'descending'}>
                  <button type="button" onClick={() => setOrder({ column: index, rising: !sorts || !order.rising })}>
                    {column.name}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map(row => (
            <tr key={row.id}>
              {filled.map(({ name, value, cell, holds }) => (
                <td key={name} class={holds ?? ''}>
                  {cell ? cell(row) : value(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" onClick={() => show(shown + pageSize)}>
          {text.value.more(rows.length - shown)}
        </button>
      )}
    </section>
  )
}
