import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Child } from './child.ts'
import { openGraph } from './load.ts'

// `npm run bench -- exports [NODES] [FILE…]`: what each file of an export takes of time and of the memory of the service; on Linux.
const [nodes = '100000', ...chosen] = process.argv.slice(2)
const size = Number(nodes)
const files = ['ndjson', 'csv', 'parquet'].flatMap(format => ['nodes', 'statements'].map(table => `${table}.${format}`))
const asked = [
  ...files.map(file => ({ file, encoding: 'identity' })),
  ...['gzip', 'zstd'].map(encoding => ({ file: 'statements.csv', encoding })),
].filter(({ file }) => chosen.length === 0 || chosen.includes(file))

const { neo4j, domain } = await openGraph(size, step => console.error(step))
const service = new Child('pacta', fileURLToPath(new URL('../dist/cli/main.js', import.meta.url)), {
  environment: {
    ...{ NEO4J_URI: neo4j.uri, NEO4J_USERNAME: neo4j.username, NEO4J_PASSWORD: neo4j.password },
    ...{ PORT: '0', LOG_LEVEL: 'error' },
  },
  arguments: ['serve', '--no-seed'],
  plain: true,
})
try {
  const { origin } = new URL(await service.ready())
  console.log(`${domain.size} nodes; the service holds ${peak()} MB before the first file.\n`)
  console.log('| file | encoding | MB | seconds | most resident, MB |\n|---|---|---|---|---|')
  if (chosen.length === 0) await measure('manifest.json', 'identity', `${origin}/export/manifest.json`)
  for (const { file, encoding } of asked) await measure(file, encoding, `${origin}/export/${file}`)
} finally {
  await service.stop()
  await neo4j.stop()
}

async function measure(file: string, encoding: string, url: string): Promise<void> {
  // The kernel forgets the highest mark.
  writeFileSync(`/proc/${service.pid}/clear_refs`, '5')
  const began = performance.now()
  const response = await fetch(url, { headers: { 'accept-encoding': encoding } })
  if (!response.ok || !response.body) throw new Error(`${file}: ${response.status} ${await response.text()}`)
  let bytes = 0
  for await (const part of response.body) bytes += part.length
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  // What fetch inflates itself is counted inflated.
  const megabytes = encoding === 'gzip' ? '' : (bytes / 1e6).toFixed(1)
  console.log(`| ${file} | ${encoding} | ${megabytes} | ${seconds} | ${peak()} |`)
}

/** The most memory that the service held since the last file. */
function peak(): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))!
  return Math.round(Number(kilobytes) / 1024)
}
