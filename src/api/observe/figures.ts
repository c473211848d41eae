import type { Handler } from '../http/listen.ts'
import type { Metrics } from './metrics.ts'

/** Gives the figures of this process to Prometheus. */
export function figures(metrics: Metrics): Handler {
  return async (_request, response) => {
    response.setHeader('Content-Type', metrics.contentType)
    response.setHeader('Cache-Control', 'no-store')
    response.end(await metrics.print())
  }
}
