import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 make every object among the short-lived ones. Left to itself it notes from where objects come that live long, and makes all that come from
 * there among the old: lists that the driver reads are often kept while a service starts, so it took those of every answer for old. They, and all that
 * they hold, then stayed until the whole heap was looked through, and whoever looked for short-lived objects copied what was long dead.
 */
export function allocateYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}
