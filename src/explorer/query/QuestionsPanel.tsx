/** @jsxImportSource react */
import { type GraphiQLPlugin, useOperationsEditorState, useVariablesEditorState } from '@graphiql/react'
import { questions } from './questions.ts'

/** The menu of ready questions; one that is chosen fills the editors. */
export const questionsPlugin: GraphiQLPlugin = {
  title: 'Ready questions',
  icon: () => <span aria-hidden="true">?</span>,
  content: QuestionsPanel,
}

function QuestionsPanel() {
  const [, setQuery] = useOperationsEditorState()
  const [, setVariables] = useVariablesEditorState()
  return (
    <section className="panel" aria-label="Ready questions">
      <h2>Ready questions</h2>
      <ol>
        {questions.map(({ title, query, variables }) => (
          <li key={title}>
            <button
              type="button"
              onClick={() => {
                setQuery(query)
                setVariables(variables)
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
