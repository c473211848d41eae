import { readdirSync, readFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typedDocumentNode from '@graphql-codegen/typed-document-node'
import * as operations from '@graphql-codegen/typescript-operations'
import { buildSchema, parse } from 'graphql'

/** The types of the TypeScript client: one document with its variables and its answer for each file of `documents/`. */
export async function generateClient() {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'))
  const files = readdirSync('documents').filter(name => name.endsWith('.graphql'))
  const documents = files.sort().map(name => ({ location: name, document: parse(readFileSync(`documents/${name}`, 'utf8')) }))
  const strings = { ID: 'string', Date: 'string', DateTime: 'string' }
  const text = await codegen({
    schema: parse(readFileSync('schema/schema.graphql', 'utf8')),
    schemaAst: schema,
    documents,
    filename: 'clients/typescript/generated.ts',
    config: { scalars: strings, enumsAsTypes: true, onlyOperationTypes: true, useTypeImports: true, skipTypename: true },
    plugins: [{ operations: {} }, { typedDocumentNode: {} }],
    pluginMap: { operations, typedDocumentNode },
  })
  return `// Made from schema/ and documents/ by "npm run clients".\n${text.replace(/\s+$/, '')}\n`
}
