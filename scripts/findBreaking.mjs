import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'

/** The changes between two SDLs that can break a client, each with its `path` and `message`. */
export async function findBreaking(former, next) {
  const changes = await diff(buildSchema(former), buildSchema(next))
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
}
