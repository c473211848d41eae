import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildGraphQLSchema } from '../api/graphql/buildSchema.ts'
import { printConstraints } from '../cypher/constraints.ts'
import { perspectives } from '../derive/bloom/perspectives.ts'
import { printPerspective } from '../derive/bloom/printPerspective.ts'
import { printManifest, readDocuments } from '../derive/printDocuments.ts'
import { printOntologyJson } from '../derive/printOntologyJson.ts'
import { printReference } from '../derive/printReference.ts'
import { printLineSchema, printSeedSchema } from '../derive/seedSchema.ts'
import type { Command } from './command.ts'

/** `pacta derive`: writes the derived files, or with `--check` says which are stale. */
export const derive: Command = {
  summary: 'Write the files derived from the ontology: SDL, constraints, JSON Schema, Bloom perspectives, reference page.',
  operands: '',
  options: { check: { type: 'boolean', help: 'Write nothing; fail when a file is stale.' } },
  async run({ check }) {
    const stale: string[] = []
    for (const [path, text] of Object.entries(deriveFiles())) {
      const file = join(process.cwd(), path)
      const present = await readFile(file, 'utf8').catch(() => undefined)
      if (present === text) continue
      stale.push(path)
      if (check) continue
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    for (const path of stale) console.error(check ? `${path} is stale; run \`npm run derive\`.` : `Wrote ${path}.`)
    if (stale.length === 0) console.error('Every derived file is up to date.')
    return check && stale.length > 0 ? 1 : 0
  },
}

/** Every derived file, by its path from the root of the project. */
export function deriveFiles(): Readonly<Record<string, string>> {
  const { ontology, schema } = buildGraphQLSchema()
  const origin = 'Derived from src/schema by "npm run derive".'
  return {
    'schema/schema.graphql': `# ${origin}\n\n${printSchema(lexicographicSortSchema(schema))}\n`,
    'schema/ontology.json': printOntologyJson(ontology),
    'schema/ontology.md': printReference(ontology),
    'schema/seed.schema.json': printSeedSchema(ontology),
    'schema/line.schema.json': printLineSchema(ontology),
    ...Object.fromEntries(
      perspectives.map(perspective => [`schema/bloom/${perspective.key}.json`, printPerspective(ontology, perspective)]),
    ),
    'documents/manifest.json': printManifest(readDocuments(schema, readFolder('documents', '.graphql'))),
    'cypher/constraints.cypher': `// ${origin}\n\n${printConstraints(ontology)}`,
  }
}

/** The texts of the files of a folder of the project, by their names. */
function readFolder(folder: string, ending: string): Record<string, string> {
  const names = readdirSync(folder).filter(name => name.endsWith(ending))
  return Object.fromEntries(names.sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}
