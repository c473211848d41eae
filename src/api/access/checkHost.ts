import { isIPv4 } from 'node:net'
import { HttpError } from '../http/httpError.ts'
import type { Admit } from '../http/listen.ts'

/** Whether a host stands for this machine alone: what listens there is reached from nowhere else. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/**
 * Refuses requests made for another host than this one, when there are names to compare with. A service that listens on
 * this machine only always has: a page of the web can make its own name point here, and its browser would then ask for it.
 */
export function checkHost(host: string, publicHosts: readonly string[]): Admit {
  const names = new Set(publicHosts.map(name => name.toLowerCase()))
  if (!isLoopback(host) && names.size === 0) return () => true
  for (const name of ['localhost', '127.0.0.1', '[::1]', host.includes(':') ? `[${host}]` : host]) names.add(name)
  return request => {
    const given = request.headers.host ?? ''
    if (names.has(given.replace(/:\d*$/, '').toLowerCase())) return true
    throw new HttpError(421, 'This service does not answer for that host; PACTA_PUBLIC_HOSTS names those it answers for.', {
      code: 'MISDIRECTED_REQUEST',
    })
  }
}
