import { GraphQLError } from 'graphql'
import { ManifestError } from '../api/trustedDocuments.ts'
import { ConfigError } from '../config.ts'
import { ArchiveError } from '../database/backup/archiveError.ts'
import { ConflictError } from '../database/conflictError.ts'
import { DatabaseError } from '../database/databaseError.ts'
import { StartError } from '../database/startError.ts'
import { SeedError } from '../ingest/problem.ts'
import { InputError } from '../plan/inputError.ts'

const mendable = [ConfigError, StartError, ArchiveError, SeedError, ConflictError, ManifestError]

/** What the command line says of an error: one that a user can mend in its own words, a bug with its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof GraphQLError && error.originalError) return describeFailure(error.originalError)
  if (mendable.some(kind => error instanceof kind)) return (error as Error).message
  if (error instanceof InputError) return error.problems.map(({ argument, message }) => `${argument}: ${message}`).join('\n')
  if (error instanceof DatabaseError) return `${error.message} ${describeCause(error.cause)}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function describeCause(cause: unknown): string {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string }
  return [code, message].filter(Boolean).join(': ')
}
