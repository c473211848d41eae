import type { IncomingMessage } from 'node:http'

/** What stands before the paths of the service in the addresses that it gives to who asks so: `https://pacta.example.org`. */
export function originOf({ headers }: IncomingMessage): string {
  // A proxy that ends TLS says so; who invents the header harms only the addresses that it gets itself.
  const secure = String(headers['x-forwarded-proto'] ?? '').startsWith('https')
  return headers.host ? `http${secure ? 's' : ''}://${headers.host}` : ''
}
