/** @jsxImportSource react */
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql'
import { askedFirst } from './askedFirst.ts'
import { citePlugin } from './CitePanel.tsx'
import { EditorColours } from './EditorColours.tsx'
import { fetchAnswer } from './fetchAnswer.ts'
import { lang } from './pageLanguage.ts'
import { questionsPlugin } from './QuestionsPanel.tsx'
import { questions } from './questions.ts'
import { tablePlugin } from './TablePanel.tsx'

const [first] = questions
const asked = askedFirst(location.hash)
const plugins = [questionsPlugin, tablePlugin, citePlugin, HISTORY_PLUGIN]

/** The query page: GraphiQL with ready questions, answers as tables, and citations. */
export function QueryPage() {
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      plugins={plugins}
      visiblePlugin={questionsPlugin}
      defaultTabs={first ? [first] : []}
      {...(asked && { initialQuery: asked.query, initialVariables: asked.variables })}
      defaultEditorToolsVisibility
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <h1>
          <a href={`/#lang=${lang.toLowerCase()}`}>Pacta</a>
        </h1>
      </GraphiQL.Logo>
      <EditorColours />
    </GraphiQL>
  )
}
