import type { Admit } from '../http/listen.ts'

const headersTaken =
  'Content-Type, Authorization, Accept, If-None-Match, Last-Event-ID, X-Request-Id, Apollo-Require-Preflight, X-Apollo-Operation-Name'
const headersShown = 'ETag, Link, Pacta-Revision, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id, WWW-Authenticate'
const secondsToRemember = '600'

/** Lets pages of these origins read answers, `*` those of any; without any, browsers keep answers from all other pages. */
export function allowOrigins(origins: readonly string[]): Admit[] {
  if (origins.length === 0) return []
  const all = origins.includes('*')
  const allowed = new Set(origins)
  const admit: Admit = (request, response) => {
    const { origin } = request.headers
    if (!all) response.appendHeader('Vary', 'Origin')
    if (origin === undefined || !(all || allowed.has(origin))) return true
    response.setHeader('Access-Control-Allow-Origin', all ? '*' : origin)
    response.setHeader('Access-Control-Expose-Headers', headersShown)
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return true
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST')
    response.setHeader('Access-Control-Allow-Headers', headersTaken)
    response.setHeader('Access-Control-Max-Age', secondsToRemember)
    response.statusCode = 204
    response.end()
    return false
  }
  return [admit]
}
