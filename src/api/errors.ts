import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors'
import { type ASTNode, GraphQLError, type GraphQLFormattedError, Kind, parse, visit } from 'graphql'
import { ConflictError } from '../database/conflictError.ts'
import { DatabaseError, type DatabaseFailure } from '../database/databaseError.ts'
import { ArgumentError } from '../plan/argumentError.ts'
import { InputError } from '../plan/inputError.ts'
import { HttpError } from './http/httpError.ts'

const codes: Record<DatabaseFailure, { code: string; status: number }> = {
  unavailable: { code: 'SERVICE_UNAVAILABLE', status: 503 },
  unauthorised: { code: 'SERVICE_UNAVAILABLE', status: 503 },
  timeout: { code: 'QUERY_TIMEOUT', status: 200 },
  overloaded: { code: 'QUERY_TOO_LARGE', status: 200 },
  fault: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR, status: 500 },
}

/** The error that a resolver throws in place of another, with the code and status that callers see. */
export function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  if (error instanceof HttpError) {
    const { status, code, headers, message } = error
    const http = { status, headers: new Map(Object.entries(headers)) }
    return new GraphQLError(message, { extensions: { code, http }, originalError: error })
  }
  if (error instanceof ArgumentError) {
    const { argument, got, expected, nearest } = error
    const extensions = { code: ApolloServerErrorCode.BAD_USER_INPUT, argument, got, expected, ...(nearest && { nearest }) }
    return new GraphQLError(error.message, { extensions })
  }
  if (error instanceof InputError) {
    const { problems } = error
    const [{ argument, got, nearest }] = problems
    const first = { argument, ...(got !== undefined && { got }), ...(nearest !== undefined && { nearest }) }
    const extensions = { code: ApolloServerErrorCode.BAD_USER_INPUT, ...first, problems }
    return new GraphQLError(error.message, { extensions })
  }
  if (error instanceof ConflictError) {
    const { message, expected, revision } = error
    return new GraphQLError(message, { extensions: { code: 'CONFLICT', argument: 'expectedRevision', got: expected, revision } })
  }
  if (error instanceof DatabaseError) {
    const { code, status } = codes[error.failure]
    const retry = status === 503 ? new Map([['retry-after', '2']]) : undefined
    const http = { status, ...(retry && { headers: retry }) }
    return new GraphQLError(error.message, { extensions: { code, ...(status !== 200 && { http }) }, originalError: error })
  }
  return new GraphQLError('Something went wrong in the service.', {
    extensions: { code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR },
    originalError: error instanceof Error ? error : new Error(String(error)),
  })
}

const ownCodes = new Set<unknown>([
  ...Object.values(ApolloServerErrorCode).filter(code => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR),
  ...Object.values(codes).map(({ code }) => code),
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'CONFLICT',
])

/** What a client sees of an error: no stack, no Cypher, no path of the machine; and the argument at fault, by name. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {}
  if (!ownCodes.has(extensions['code']) || unwrapResolverError(error) instanceof TypeError) {
    const code = ApolloServerErrorCode.INTERNAL_SERVER_ERROR
    const { locations, path } = formatted
    const message = extensions['code'] === code && error instanceof GraphQLError ? known(error) : undefined
    return {
      message: message ?? 'Something went wrong in the service.',
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code },
    }
  }
  const variable = extensions['code'] === ApolloServerErrorCode.BAD_USER_INPUT && variableAtFault(formatted.message)
  if (variable) return { ...formatted, extensions: { ...extensions, argument: variable } }
  const argument =
    extensions['code'] === ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED && argumentAtFault(error as GraphQLError)
  if (!argument) return { ...formatted, extensions }
  const message = formatted.message.includes(argument) ? formatted.message : `${argument}: ${formatted.message}`
  return { ...formatted, message, extensions: { ...extensions, code: ApolloServerErrorCode.BAD_USER_INPUT, argument } }
}

/** Database faults have words of ours; anything else of ours that went wrong has none. */
function known(error: GraphQLError): string | undefined {
  const original = error.originalError instanceof GraphQLError ? error.originalError.originalError : error.originalError
  return original instanceof DatabaseError ? original.message : undefined
}

const valueKinds = new Set<string>([
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.OBJECT,
  Kind.LIST,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
])

/** The variable that an error of its value is about, with the path into it: `$filter.deadline.before`. */
function variableAtFault(message: string): string | undefined {
  const name = /^Variable "\$(\w+)"/.exec(message)?.[1]
  const place = name && new RegExp(` at "(${name}[.[][\\w.[\\]]*)";`).exec(message)?.[1]
  return name && `$${place ?? name}`
}

/** The path of the argument that a validation error is about: `commitments.filter.strength`. */
function argumentAtFault(error: GraphQLError): string | undefined {
  const node = error.nodes?.[0]
  const missing = /^Field "(\w+)" argument "(\w+)" of type/.exec(error.message)
  if (missing) return `${missing[1]}.${missing[2]}`
  const place = node?.loc
  if (!place || !valueKinds.has(node.kind)) return undefined
  let found: string | undefined
  const names: string[] = []
  visit(parse(place.source), {
    enter(visited: ASTNode) {
      const { loc, kind } = visited
      if (kind === Kind.FIELD) names.length = 0
      if (kind === Kind.FIELD || kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) names.push(visited.name.value)
      if (loc?.start === place.start && loc.end === place.end && kind === node.kind) found = names.join('.')
    },
    leave({ kind }: ASTNode) {
      if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) names.pop()
    },
  })
  return found
}
