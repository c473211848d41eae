import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'

/**
 * Brings a checkout to where it can run: npm packages, Neo4j's jars, the compiled program. What is in place is left alone. When
 * it is to be lean, what takes time and can be missing is left out: quick starts of Neo4j and the explorer.
 */
export async function setUp({ quiet = false, lean = false } = {}) {
  const say = quiet ? () => {} : step => console.error(step)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) stop(`Node ${process.versions.node} is too old; install Node 20.19 or newer.`)
  installPackages(say)
  const jdk = process.env.NEO4J_URI ? undefined : resolveJars(say)
  // Another processor does it while this one compiles.
  const archiving = jdk && !lean ? archiveClasses(say, jdk) : undefined
  compile(say, lean)
  await archiving
}

function installPackages(say) {
  if (isNewer('node_modules/.package-lock.json', ['package-lock.json'])) return
  say('Installing npm packages… (once; about half a minute)')
  run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit'], 'npm could not install the packages')
  // npm leaves the file older than the lock when nothing had to change.
  touch('node_modules/.package-lock.json')
}

/** Gives the version of the JDK. */
function resolveJars(say) {
  const otherWays = 'Or set NEO4J_URI to a Neo4j 5 of your own, or run `docker compose up`.'
  const jdk = /javac (\S+)/.exec(capture(fromJdk('javac'), ['-version']))?.[1]
  const version = Number.parseInt(jdk ?? '0', 10)
  if (version === 0) stop(`No JDK was found (javac); install one of version 17 or newer, or set JAVA_HOME. ${otherWays}`)
  if (version < 17) stop(`The JDK is of version ${version}; install one of version 17 or newer. ${otherWays}`)
  const sources = ['embedded/pom.xml', ...filesBelow('embedded/src')]
  if (!isNewer('embedded/target/start.txt', sources) || !jarsArePresent()) runMaven(say, otherWays)
  return jdk
}

function runMaven(say, otherWays) {
  if (!capture(windows ? 'mvn.cmd' : 'mvn', ['-v'])) stop(`Maven (mvn) was not found; install it. ${otherWays}`)
  say("Resolving Neo4j's jars with Maven… (once; 130 MB)")
  run(
    windows ? 'mvn.cmd' : 'mvn',
    ['-q', '-B', '-f', join(root, 'embedded/pom.xml'), 'compile'],
    "Maven could not resolve Neo4j's jars",
  )
  const target = join(root, 'embedded/target')
  run(fromJdk('java'), ['-cp', join(target, 'classes'), 'pacta.ClassPath', target], "Neo4j's jars could not be prepared")
}

function jarsArePresent() {
  return readJars().split(delimiter).every(existsSync)
}

function readJars() {
  return readFileSync(join(root, 'embedded/target/start.txt'), 'utf8').trim()
}

/** Keeps the classes that Neo4j's start needs as the JVM has them in memory, which halves the time of every start. It can do without. */
async function archiveClasses(say, jdk) {
  const archive = join(root, 'embedded/target/classes.jsa')
  const madeWith = join(root, 'embedded/target/classes.jdk')
  const isOfJdk = existsSync(madeWith) && readFileSync(madeWith, 'utf8') === jdk
  if (isOfJdk && isNewer('embedded/target/classes.jdk', ['embedded/target/start.txt'])) return
  say('Preparing quick starts of Neo4j… (once)')
  const home = mkdtempSync(join(tmpdir(), 'pacta-rehearsal-'))
  const made = `${archive}.part`
  rmSync(archive, { force: true })
  // A JVM that runs out of memory or knows no archives must not keep Pacta from starting.
  const options = [`-XX:ArchiveClassesAtExit=${made}`, '-Xlog:disable', '-Xmx512m', '-XX:+UseG1GC', '-cp', readJars()]
  const rehearsal = spawn(fromJdk('java'), [...options, 'pacta.Rehearsal', home], { stdio: 'ignore' })
  const [status] = await once(rehearsal, 'exit').catch(() => [1])
  rmSync(home, { recursive: true, force: true })
  if (status === 0 && existsSync(made)) renameSync(made, archive)
  else say('That did not work; Neo4j will start without it, a few seconds later each time.')
  writeFileSync(madeWith, jdk)
}

function fromJdk(tool) {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', tool) : tool
}

function compile(say, lean) {
  const explorer = join('src', 'explorer')
  const sources = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', ...filesBelow('src')]
  compileProgram(
    say,
    sources.filter(file => !file.startsWith(explorer)),
  )
  if (!lean)
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
