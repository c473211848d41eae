/** @jsxImportSource react */
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { citePlugin } from './CitePanel.tsx'
import { fetchAnswer } from './fetchAnswer.ts'
import { questionsPlugin } from './QuestionsPanel.tsx'
import { questions } from './questions.ts'
import { tablePlugin } from './TablePanel.tsx'

const [first] = questions
const plugins = [questionsPlugin, tablePlugin, citePlugin, HISTORY_PLUGIN]

/** The query page: GraphiQL with ready questions, answers as tables, and citations. */
export function QueryPage() {
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      plugins={plugins}
      visiblePlugin={questionsPlugin}
      defaultQuery={first?.query ?? ''}
      defaultEditorToolsVisibility
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <a href="/">Pacta</a>
      </GraphiQL.Logo>
    </GraphiQL>
  )
}
