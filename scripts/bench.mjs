// `npm run bench`: does all set-up that is still to do, installs what only the benchmark needs, then runs it with these arguments;
// `npm run bench -- exports` measures exports in its place, and `npm run bench -- loading` loads.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setUp } from './setup.mjs'

const started = Date.now()
const windows = process.platform === 'win32'
const file = path => fileURLToPath(new URL(`../${path}`, import.meta.url))

// The benchmark has an embedded Neo4j of its own, so its jars are needed whatever server is configured.
for (const name of Object.keys(process.env)) if (/^(NEO4J|PACTA)_/.test(name)) delete process.env[name]
await setUp({ lean: true })
installPackages()
// Node 20 needs a loader for TypeScript; it is a package of bench/, hence its path.
const loader = pathToFileURL(file('bench/node_modules/tsx/dist/esm/index.mjs')).href
const [first, ...rest] = process.argv.slice(2)
const others = { exports: 'bench/exports.ts', loading: 'bench/loading/loading.ts' }
const program = others[first] ? [file(others[first]), ...rest] : [file('bench/run.ts'), ...process.argv.slice(2)]
const child = spawn(process.execPath, ['--import', loader, ...program], {
  stdio: 'inherit',
  env: { ...process.env, BENCH_STARTED: String(started), TSX_TSCONFIG_PATH: file('bench/tsconfig.json') },
})
// Ctrl-C reaches both; this process waits for the other, which stops what it has started.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', code => process.exit(code ?? 1))

function installPackages() {
  const lock = readFileSync(file('bench/package-lock.json'), 'utf8')
  const mark = file('bench/node_modules/.installed-lock.json')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  console.error('Installing the npm packages of the benchmark… (once)')
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: file('bench'),
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  if (status !== 0) {
    console.error('npm could not install the packages of the benchmark; the lines above say why.')
    process.exit(1)
  }
  writeFileSync(mark, lock)
}
