import { GraphQLError } from 'graphql'
import { ConfigError } from '../config.ts'
import { ArchiveError } from '../database/backup/archiveError.ts'
import { DatabaseError } from '../database/databaseError.ts'
import { StartError } from '../database/startError.ts'
import { SeedError } from '../ingest/problem.ts'

/** What the command line says of an error: one that a user can mend in its own words, a bug with its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof GraphQLError && error.originalError) return describeFailure(error.originalError)
  if (error instanceof ConfigError || error instanceof StartError || error instanceof ArchiveError || error instanceof SeedError)
    return error.message
  if (error instanceof DatabaseError) return `${error.message} ${describeCause(error.cause)}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function describeCause(cause: unknown): string {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string }
  return [code, message].filter(Boolean).join(': ')
}
