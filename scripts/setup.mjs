import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'

/** Brings a checkout to where it can run: npm packages, Neo4j's jars, the compiled program. What is in place is left alone. */
export function setUp({ quiet = false } = {}) {
  const say = quiet ? () => {} : step => console.error(step)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) stop(`Node ${process.versions.node} is too old; install Node 20.19 or newer.`)
  installPackages(say)
  if (!process.env.NEO4J_URI) resolveJars(say)
  compile(say)
}

function installPackages(say) {
  if (isNewer('node_modules/.package-lock.json', ['package-lock.json'])) return
  say('Installing npm packages… (once; about half a minute)')
  run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit'], 'npm could not install the packages')
  // npm leaves the file older than the lock when nothing had to change.
  touch('node_modules/.package-lock.json')
}

function resolveJars(say) {
  const otherWays = 'Or set NEO4J_URI to a Neo4j 5 of your own, or run `docker compose up`.'
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'javac') : 'javac'
  const version = Number(/javac (\d+)/.exec(capture(java, ['-version']))?.[1] ?? 0)
  if (version === 0) stop(`No JDK was found (javac); install one of version 17 or newer, or set JAVA_HOME. ${otherWays}`)
  if (version < 17) stop(`The JDK is of version ${version}; install one of version 17 or newer. ${otherWays}`)
  const sources = ['embedded/pom.xml', ...filesBelow('embedded/src')]
  if (isNewer('embedded/target/classpath.txt', sources) && jarsArePresent()) return
  if (!capture(windows ? 'mvn.cmd' : 'mvn', ['-v'])) stop(`Maven (mvn) was not found; install it. ${otherWays}`)
  say("Resolving Neo4j's jars with Maven… (once; 130 MB)")
  run(
    windows ? 'mvn.cmd' : 'mvn',
    ['-q', '-B', '-f', join(root, 'embedded/pom.xml'), 'compile'],
    "Maven could not resolve Neo4j's jars",
  )
  touch('embedded/target/classpath.txt')
}

function jarsArePresent() {
  return readFileSync(join(root, 'embedded/target/classpath.txt'), 'utf8').trim().split(delimiter).every(existsSync)
}

function compile(say) {
  const explorer = join('src', 'explorer')
  const sources = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', ...filesBelow('src')]
  compileProgram(
    say,
    sources.filter(file => !file.startsWith(explorer)),
  )
  buildExplorer(say, ['package-lock.json', 'schema/ontology.json', ...sources.filter(file => file.startsWith(explorer))])
}

function compileProgram(say, sources) {
  if (isNewer('dist/.compiled', sources)) return
  say('Compiling…')
  run(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
    'The program could not be compiled',
  )
  mkdirSync(join(root, 'dist'), { recursive: true })
  touch('dist/.compiled')
}

function buildExplorer(say, sources) {
  if (isNewer('dist/explorer/index.html', sources)) return
  say('Building the explorer…')
  run(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', join(root, 'src/explorer/vite.config.ts')],
    'The explorer could not be built',
  )
}

/** Whether a file is there and newer than all of these. */
function isNewer(made, sources) {
  const file = join(root, made)
  if (!existsSync(file)) return false
  const time = statSync(file).mtimeMs
  return sources.every(source => statSync(join(root, source)).mtimeMs <= time)
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
}

function touch(path) {
  const file = join(root, path)
  writeFileSync(file, existsSync(file) ? readFileSync(file) : '')
}

function run(command, args, failure) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  if (error || status !== 0) stop(`${failure}; the lines above say why.`)
}

function capture(command, args) {
  const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: windows })
  return `${stdout ?? ''}${stderr ?? ''}`
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
