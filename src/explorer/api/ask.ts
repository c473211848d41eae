import { readKey } from './key.ts'

/** Why a question has no answer: nobody answers, the database is away, too much was asked at once, it took too long, a key is missing or wrong, or it was refused. */
export type Trouble = 'unreachable' | 'down' | 'busy' | 'slow' | 'keyNeeded' | 'keyWrong' | 'refused'

/** A question without an answer, in a form that the page can explain. */
export class AskError extends Error {
  constructor(
    readonly trouble: Trouble,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message)
  }
}

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

const tries = 3

/** Asks the GraphQL API, and gives its data. */
export async function ask<T>(query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<T> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await askOnce<T>(query, variables, signal)
    } catch (error) {
      // The first of a kind takes longest: the database then makes a plan, which the next one finds.
      if (left === 0 || !(error instanceof AskError && error.trouble === 'slow')) throw error
    }
  }
}

async function askOnce<T>(query: string, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<T> {
  const key = readKey()
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query, variables }),
    credentials: 'omit',
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new AskError('unreachable', String(error))
  })
  const answer = (await response.json().catch(() => ({}))) as Answer
  const [error] = answer.errors ?? []
  if (response.ok && !error) return answer.data as T
  const message = error?.message ?? `${response.status} ${response.statusText}`
  throw new AskError(troubleOf(response.status, error?.extensions?.code, key), message, retryAfter(response))
}

function troubleOf(status: number, code: string | undefined, key: string | undefined): Trouble {
  if (code === 'DOCUMENT_NOT_TRUSTED') return 'refused'
  if (status === 401 || status === 403 || code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')
    return key ? 'keyWrong' : 'keyNeeded'
  if (status === 429 || code === 'RATE_LIMITED') return 'busy'
  if (code === 'QUERY_TIMEOUT') return 'slow'
  return status === 503 || status === 502 || code === 'SERVICE_UNAVAILABLE' ? 'down' : 'refused'
}

function retryAfter(response: Response): number | undefined {
  return Number(response.headers.get('retry-after')) || undefined
}
