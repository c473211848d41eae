import { drive, type Load, obey } from '../drive.ts'
import type { Parameters } from '../queries/query.ts'
import { answerer } from './answerer.ts'
import { reportReady } from './process.ts'

/** What this contender is asked: one answer, or to drive itself. */
export type RawTask = { readonly query: string; readonly parameters: readonly Parameters[]; readonly load?: Load }

// The driver without a service around it: the loop that asks runs in this process, so no HTTP is spoken.
const answer = answerer()
obey<RawTask>(({ query, parameters, load }) => {
  if (!load) return answer(query, parameters[0]!)
  return drive(load, async turn => {
    await answer(query, parameters[turn % parameters.length]!)
  })
})
reportReady('no address')
