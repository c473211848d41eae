import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { listLabels, listRelationshipTypes } from '../cypher/catalogue.ts'
import type { Database } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { perspectives } from '../derive/bloom/perspectives.ts'
import { type PerspectiveOptions, printPerspective } from '../derive/bloom/printPerspective.ts'
import type { Perspective } from '../derive/bloom/shape.ts'
import { Language } from '../schema/language.ts'
import { readOntology } from '../schema/readOntology.ts'
import type { Command } from './command.ts'
import { openConfigured } from './openConfigured.ts'

/** `pacta bloom`: writes the perspectives for one database, after proving that it takes every phrase and action. */
export const bloom: Command = {
  summary: 'Write the Bloom perspectives for a database, one file each, after trying every phrase on it.',
  operands: '',
  options: {
    out: { type: 'string', help: 'The folder to write to; else bloom/.' },
    database: { type: 'string', help: 'The database that they are for; else that of NEO4J_DATABASE.' },
    lang: { type: 'string', help: 'The language of names and captions: EN, FR or NL; else EN.' },
  },
  async run({ out, database, lang = 'EN' }) {
    const language = Object.values(Language).find(known => known === String(lang).toUpperCase())
    if (!language) {
      console.error(`--lang takes ${Object.values(Language).join(', ')}, not "${lang}".`)
      return 2
    }
    const config = readConfig(database === undefined ? process.env : { ...process.env, NEO4J_DATABASE: String(database) })
    const opened = await openConfigured(config, step => console.error(step))
    try {
      const ontology = readOntology()
      await migrate(opened.database, ontology)
      const name = config.neo4j?.database ?? String(database ?? 'neo4j')
      const options: PerspectiveOptions = { language, database: name, others: await readCatalogue(opened.database) }
      const folder = resolve(String(out ?? 'bloom'))
      await mkdir(folder, { recursive: true })
      for (const declaration of perspectives) {
        const text = printPerspective(ontology, declaration, options)
        await tryQuestions(opened.database, JSON.parse(text) as Perspective)
        const file = join(folder, `${declaration.key}.json`)
        await writeFile(file, text)
        console.log(file)
      }
      return 0
    } finally {
      await opened.close()
    }
  },
}

/** The labels and relationship types of the database, whoever made them. */
async function readCatalogue(database: Database): Promise<NonNullable<PerspectiveOptions['others']>> {
  const labels = await database.read({ text: listLabels, parameters: {} })
  const types = await database.read({ text: listRelationshipTypes, parameters: {} })
  return { labels: labels.map(({ label }) => String(label)), relationshipTypes: types.map(({ type }) => String(type)) }
}

/** Has the database plan every phrase and action, so that none is written that it would refuse. */
async function tryQuestions(database: Database, { templates, sceneActions }: Perspective): Promise<void> {
  for (const { cypher, params } of templates) {
    const names = params.map(({ name }) => [name.slice(1), null])
    await database.read({ text: `EXPLAIN ${cypher}`, parameters: Object.fromEntries(names) })
  }
  for (const { cypher } of sceneActions)
    await database.read({ text: `EXPLAIN ${cypher}`, parameters: { nodes: [], relationships: [] } })
}
