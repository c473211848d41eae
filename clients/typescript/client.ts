import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'

/** Where the service is and by which key it is asked. */
export interface ClientOptions {
  /** `http://127.0.0.1:4000` */
  readonly url: string
  readonly key?: string
  /** How often a request is sent again that was refused for too much at once. */
  readonly retries?: number
}

/** An answer that holds errors in place of data. */
export class PactaError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Asks Pacta; what comes back has the type of the document. */
export class PactaClient {
  constructor(readonly options: ClientOptions) {}

  /** The data of one answer; throws a {@link PactaError} when it has errors. */
  async ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    const { url, key, retries = 3 } = this.options
    const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
    const body = JSON.stringify({ query: print(document), variables })
    for (let tried = 0; ; tried++) {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
      if ((response.status === 429 || response.status === 503) && tried < retries) {
        await response.text()
        await new Promise(resolve => setTimeout(resolve, Number(response.headers.get('retry-after') ?? 1) * 1000))
        continue
      }
      const { data, errors } = (await response.json()) as Answer<Data>
      const [error] = errors ?? []
      if (error || !data)
        throw new PactaError(response.status, error?.extensions?.code ?? 'UNKNOWN', error?.message ?? 'No data.')
      return data
    }
  }
}

interface Answer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}
