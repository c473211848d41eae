/** A question with its query and the variables filled in. */
export interface Question {
  readonly title: string
  readonly query: string
  readonly variables: string
}

/** Reads the text of a file: it begins with the question, and may say the variables in a second comment. */
export function readQuestion(text: string): Question {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? ''
  const variables = /^# variables: (.+)$/m.exec(text)?.[1]
  const query = text.replace(/^# variables: .+\n/m, '')
  return { title, query, variables: variables === undefined ? '' : JSON.stringify(JSON.parse(variables), null, 2) }
}
