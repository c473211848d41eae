/** @jsxImportSource react */
import type { GraphiQLPlugin } from '@graphiql/react'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { Icon } from './Icon.tsx'
import { useLastAnswer } from './useLastAnswer.ts'

/** What the API says of an answer that is to be cited. */
interface Citation {
  readonly permalink: string
  readonly bibtex: string
  readonly sha256: string
}

const question = `query ($query: String!, $variables: JSON, $operationName: String) {
  cite(query: $query, variables: $variables, operationName: $operationName) { permalink bibtex sha256 }
}`

/** The last answer as a permalink and a reference. */
export const citePlugin: GraphiQLPlugin = {
  title: 'Cite this',
  icon: () => <Icon d="M5 7h5v5c0 3-1.5 4.5-4 5M14 7h5v5c0 3-1.5 4.5-4 5" />,
  content: CitePanel,
}

function CitePanel() {
  const last = useLastAnswer()
  const [said, setSaid] = useState<Citation | string>()
  const cite = async () => {
    if (!last) return
    const { query, variables = {}, operationName } = last
    const given = { query, variables: variables || {}, ...(operationName && { operationName }) }
    setSaid(await ask<{ cite: Citation }>(question, given).then(({ cite }) => cite, String))
  }
  return (
    <section className="panel" aria-label="Cite this">
      <h2>Cite this</h2>
      {!last && <p>Run a query first; then its answer can be cited.</p>}
      {last && (
        <button type="button" onClick={cite}>
          Cite the last answer
        </button>
      )}
      <div aria-live="polite">{typeof said === 'string' ? <p>{said}</p> : said && <Reference citation={said} />}</div>
    </section>
  )
}

function Reference({ citation: { permalink, bibtex, sha256 } }: { citation: Citation }) {
  return (
    <>
      <p>
        <a href={permalink}>Permalink: the same answer, whenever it is asked again</a>
      </p>
      <p>
        SHA-256 of the answer: <code>{sha256}</code>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre tabIndex={0}>{bibtex}</pre>
    </>
  )
}
