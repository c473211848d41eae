/** A request that HTTP itself answers with an error status. */
export class HttpError extends Error {
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(
    readonly status: number,
    message: string,
    { code = 'BAD_REQUEST', headers = {}, cause }: HttpErrorOptions = {},
  ) {
    super(message, { cause })
    this.code = code
    this.headers = headers
  }
}

interface HttpErrorOptions {
  /** The code that the error has in the body of the answer. */
  readonly code?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}
