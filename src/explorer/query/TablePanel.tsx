/** @jsxImportSource react */
import type { GraphiQLPlugin } from '@graphiql/react'
import { download } from '../export/download.ts'
import { Icon } from './Icon.tsx'
import { lang, text } from './pageLanguage.ts'
import { readTables, type Table, writeCsv } from './tables.ts'
import { useLastAnswer } from './useLastAnswer.ts'

/** Up to so many characters, such as a date or a number, a cell is not broken. */
const longestWhole = 12

/** The last answer as tables, each to be kept as CSV. */
export const tablePlugin: GraphiQLPlugin = {
  title: text.table,
  icon: () => <Icon d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14" />,
  content: TablePanel,
}

function TablePanel() {
  const last = useLastAnswer()
  const tables = readTables((last?.answer as { data?: unknown } | undefined)?.data)
  return (
    <section className="panel" aria-label={text.table} lang={lang.toLowerCase()}>
      <h2>{text.table}</h2>
      {tables.length === 0 && <p>{text.noTable}</p>}
      {tables.map(table => (
        <AnswerTable key={table.name} table={table} />
      ))}
    </section>
  )
}

function AnswerTable({ table }: { table: Table }) {
  const { name, columns, rows } = table
  return (
    <>
      <h3>{name}</h3>
      <button
        type="button"
        onClick={() => download(`${name}.csv`, new Blob([writeCsv(table)], { type: 'text/csv;charset=utf-8' }))}
      >
        {text.keepCsv}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="scrolls" tabIndex={0} aria-label={name}>
        <table>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.join('\n')}>
                {row.map((cell, index) => (
                  <td key={columns[index]} className={cell.length <= longestWhole ? 'whole' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
