/** @jsxImportSource react */
import type { GraphiQLPlugin } from '@graphiql/react'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { Icon } from './Icon.tsx'
import { lang, text } from './pageLanguage.ts'
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
  title: text.cite,
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
    <section className="panel" aria-label={text.cite} lang={lang.toLowerCase()}>
      <h2>{text.cite}</h2>
      {!last && <p>{text.noCite}</p>}
      {last && (
        <button type="button" onClick={cite}>
          {text.citeLast}
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
        <a href={permalink}>{text.permalink}</a>
      </p>
      <p>
        {text.hash} <code>{sha256}</code>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre tabIndex={0}>{bibtex}</pre>
    </>
  )
}
