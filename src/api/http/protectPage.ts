import type { ServerResponse } from 'node:http'

/** Nothing from elsewhere, nothing inline: what the data holds can run nowhere. */
const usual: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

/** Gives a page of the service its Content-Security-Policy, with what it allows beyond the usual, and keeps it from other sites. */
export function protectPage(response: ServerResponse, allowed: Readonly<Record<string, string>> = {}): void {
  const policy = Object.entries({ ...usual, ...allowed }).map(([directive, sources]) => `${directive} ${sources}`)
  response.setHeader('Content-Security-Policy', policy.join('; '))
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
}
