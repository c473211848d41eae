import { readKey } from '../api/key.ts'
import { rememberAnswer, rememberOnlyKnown } from './lastAnswer.ts'

interface Asked {
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: string | null
}

/** Sends a query to the API, with the key of this tab if there is one, and remembers its answer. */
export async function fetchAnswer(asked: Asked, options?: { headers?: Record<string, unknown> }): Promise<never> {
  const key = readKey()
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(key && { authorization: `Bearer ${key}` }),
      ...(options?.headers as Record<string, string> | undefined),
    },
    body: JSON.stringify(asked),
    credentials: 'omit',
  })
  const answer = (await response.json()) as { errors?: readonly { extensions?: { code?: string } }[] }
  if (answer.errors?.some(({ extensions }) => extensions?.code === 'DOCUMENT_NOT_TRUSTED')) rememberOnlyKnown()
  if (asked.operationName !== 'IntrospectionQuery') rememberAnswer({ ...asked, answer })
  return answer as never
}
