import { IncomingMessage } from 'node:http'

/** A request with what the service notes of it for its logs and figures. */
export class TrackedRequest extends IncomingMessage {
  /** What it is called in logs: as the client said, or made up. */
  id = ''
  /** The route that answers it, as it is declared; `none` when there is none. */
  route = 'none'
  /** The id of its caller, once that is known. */
  caller = ''
  /** When it came in, on the clock of `performance.now()`. */
  readonly startedAt = performance.now()
}
