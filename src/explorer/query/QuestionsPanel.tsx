/** @jsxImportSource react */
import { type GraphiQLPlugin, useGraphiQLActions, useOperationsEditorState, useVariablesEditorState } from '@graphiql/react'
import { Kind, parse } from 'graphql'
import { Icon } from './Icon.tsx'
import { lang, text } from './pageLanguage.ts'
import { questions } from './questions.ts'
import type { Question } from './readQuestion.ts'
import { useOnlyKnown } from './useLastAnswer.ts'

/** The menu of ready questions; one that is chosen fills the editors and is asked. */
export const questionsPlugin: GraphiQLPlugin = {
  title: text.ready,
  icon: () => <Icon d="M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7v.5M12 17.5v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18" />,
  content: QuestionsPanel,
}

function QuestionsPanel() {
  const [, setQuery] = useOperationsEditorState()
  const [, setVariables] = useVariablesEditorState()
  const { run, setOperationFacts } = useGraphiQLActions()
  const onlyKnown = useOnlyKnown()
  const ask = ({ query, variables }: Question) => {
    setQuery(query)
    setVariables(variables)
    // The editor reads the name of the operation only after a pause.
    setOperationFacts(readOperation(query))
    run()
    // On a phone the answer stands far below.
    document.querySelector('.graphiql-response')?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <section className="panel" aria-label={text.ready} lang={lang.toLowerCase()}>
      <h2>{text.ready}</h2>
      {onlyKnown && <p role="status">{text.onlyReady}</p>}
      <ol>
        {questions.map(question => (
          <li key={question.title}>
            <button type="button" onClick={() => ask(question)}>
              {question.title}
            </button>
          </li>
        ))}
      </ol>
      <p>{text.keys}</p>
    </section>
  )
}

/** The one operation of a ready question, as the editor would find it. */
function readOperation(query: string) {
  const documentAST = parse(query)
  const operations = documentAST.definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
  const operationName = operations[0]?.name?.value
  return { documentAST, operations, ...(operationName && { operationName }) }
}
