import { createHash } from 'node:crypto'
import { type DocumentNode, type GraphQLSchema, Kind, parse, print, validate } from 'graphql'

/** A ready operation: its name, its text as clients send it, and the SHA-256 of that text, which is its id. */
export interface TrustedDocument {
  readonly id: string
  readonly name: string
  readonly query: string
}

/** Reads ready operations, each in a file named after it; throws when one does not fit the schema. */
export function readDocuments(schema: GraphQLSchema, files: Readonly<Record<string, string>>): TrustedDocument[] {
  return Object.entries(files).map(([file, text]) => {
    const document = parse(text)
    const [error] = validate(schema, document)
    if (error) throw new Error(`documents/${file}: ${error.message}`)
    const name = nameOf(document)
    if (`${name}.graphql` !== file)
      throw new Error(`documents/${file} holds the operation ${name}; a file is named after its operation.`)
    const query = print(document)
    return { id: createHash('sha256').update(query).digest('hex'), name, query }
  })
}

/** Prints the manifest of ready operations: by id, the name and the text. */
export function printManifest(documents: readonly TrustedDocument[]): string {
  const entries = documents.map(({ id, name, query }) => [id, { name, query }])
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}

function nameOf({ definitions }: DocumentNode): string {
  const operations = definitions.flatMap(part => (part.kind === Kind.OPERATION_DEFINITION ? [part.name?.value ?? ''] : []))
  if (operations.length !== 1 || !operations[0]) throw new Error('A ready document holds one operation, which has a name.')
  return operations[0]
}
