/** Each folder of src/ with the folders it may import. Data flows down this list and never back up. */
const mayImport = {
  schema: [],
  plan: ['schema'],
  cypher: ['schema', 'plan'],
  database: ['schema', 'cypher'],
  api: ['schema', 'plan', 'cypher', 'database'],
  ingest: ['schema', 'cypher', 'database'],
  edit: ['schema', 'plan', 'cypher', 'database', 'ingest'],
  coding: ['schema', 'plan', 'cypher', 'database', 'ingest', 'edit'],
  reconcile: ['schema', 'plan', 'cypher', 'database', 'ingest', 'edit'],
  export: ['schema', 'cypher', 'database'],
  derive: ['schema', 'plan', 'cypher'],
  follow: [],
  explorer: [],
}
const folders = Object.keys(mayImport).join('|')

export default {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, allowed]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      comment: `src/${folder} may import only ${allowed.map(name => `src/${name}`).join(', ') || 'packages'}.`,
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
    })),
    {
      name: 'only-database-knows-the-driver',
      severity: 'error',
      comment: 'Only src/database imports neo4j-driver; everything else sees plain values.',
      from: { path: '^src/', pathNot: '^src/database/' },
      to: { path: 'node_modules/neo4j-driver' },
    },
    {
      name: 'cypher-knows-no-graphql',
      severity: 'error',
      comment: 'src/cypher prints plans; what GraphQL is stands before it.',
      from: { path: '^src/cypher/' },
      to: { path: 'node_modules/(graphql|type-graphql|@apollo)' },
    },
    {
      name: 'config-stands-alone',
      severity: 'error',
      comment: 'src/config.ts reads the environment and nothing else of ours.',
      from: { path: '^src/config\\.ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'no-circles-between-folders',
      severity: 'error',
      comment: 'Folders depend in one direction; within a folder, a recursive grammar may need files that call each other.',
      scope: 'folder',
      from: { path: `^src/(${folders})` },
      to: { circular: true },
    },
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' } },
}
