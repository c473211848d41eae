import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { javaProgram } from '../src/database/embedded.ts'
import type { Options } from './options.ts'
import { printTable, printTables } from './report.ts'
import type { ScaleReport } from './runScale.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The page of results: what was measured, on what, how, and the tables. */
export function printResults(reports: readonly ScaleReport[], options: Options, began: Date): string {
  const minutes = Math.round((Date.now() - began.getTime()) / 60_000)
  return `# Results of the benchmark

Written by \`npm run bench${options.quick ? ' -- --quick' : ''}\`; do not edit. Started ${began.toISOString().slice(0, 16).replace('T', ' ')} UTC, took ${minutes} minutes.

## On what

${printTable([['', ''], ...machine()])}
## How

- One graph per size, made by the generator of \`bench/\` from fixed seeds: skewed degrees, four to five relationships for each node.
- All contenders ask the same Neo4j, each from a process of its own; the load comes from one more process over kept connections,
  one request at a time on each. They take turns in rounds of ${seconds(reports)} s, ${options.rounds} rounds, each round beginning with another contender.
  Neo4j is slower for a while after it ran another statement, so neither pacta nor bare-http follows one that asks with its own.
  Every figure is the median of the rounds. The processes share the machine, so ratios say more than rates.
- Before that, ${options.compared} answers to each query were compared and were the same from all contenders, and a value changed in Neo4j
  without a new revision showed that pacta-cached, and no other, answers out of a cache. Then each was warmed up, in three turns, with up to
  ${options.warmUp.requests} requests or ${options.warmUp.seconds} s on each query and number of connections: raw and pacta-cached half as long, and neo4j-graphql and pacta
  half as long again, so that Neo4j runs all statements as long${options.quick ? ', which is too little for neo4j-graphql to reach its full speed' : ''}.
- Requests take their parameters from ${options.parameters} sets: institutions, events and themes drawn by degree, commitments
  evenly.
- raw: neo4j-driver with hand-written Cypher, in the process that loops. bare-http: the same behind \`node:http\`. neo4j-graphql: \`@neo4j/graphql\`
  on Apollo's standalone server, as its documentation sets it up. pacta: \`pacta serve --no-seed\` with PACTA_RESPONSE_CACHE_MB=0. pacta-cached:
  with its default of 64; the ${options.parameters} answers repeat, so nearly all come out of the cache: the upper bound of what it gives.
- neo4j-graphql answers Q5 and Q6 by \`@cypher\` fields with the hand-written statements: it has no paths of its own, and its full-text
  search orders hits by the score of the index. All score hits of Q5 by their names alone: those that hold all words, and the others only where
  there is room for them.
- Of equal requests that wait at the same moment, Pacta reads one. With 16 connections that spares up to a fifth of the reads of Q2, where a few
  institutions are drawn often, up to 4 % of those of Q4, and next to none of the others.
- Pacta leaves out what does not hold on the date asked for; the hand-written statements and neo4j-graphql do not ask.
- CPU: processor time for one request, of the contender's process, of Neo4j and of the client.

## Queries

${printTable([['', 'question', 'characters of the answer'], ...questions(reports, options)])}
${reports.map(printScale).join('\n')}`
}

function printScale(report: ScaleReport): string {
  const { scale, counts, secondsToLoad } = report
  const loaded = secondsToLoad === undefined ? '' : ` Generated, imported and indexed in ${Math.round(secondsToLoad)} s.`
  const list = Object.entries(counts).map(([label, count]) => `${count} ${label}`)
  return `## ${scale.name} nodes\n\n${list.join(', ')}.${loaded}\n\n${printTables(report)}`
}

function questions(reports: readonly ScaleReport[], { queries }: Options): string[][] {
  return queries.map(({ name, question }) => [
    name,
    question,
    reports.map(({ scale, answerSizes }) => `${Math.round(answerSizes.get(name)!)} (${scale.name})`).join(', '),
  ])
}

function seconds(reports: readonly ScaleReport[]): string {
  return [...new Set(reports.map(({ secondsPerRound }) => secondsPerRound.toFixed(1)))].join(' or ')
}

function machine(): string[][] {
  const [cpu] = cpus()
  const java = spawnSync(javaProgram(process.env['JAVA_HOME']), ['-version'], {
    encoding: 'utf8',
  })
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: file('.') }).stdout?.trim()
  const changed = spawnSync('git', ['status', '--porcelain', '--', '../src'], { encoding: 'utf8', cwd: file('.') }).stdout?.trim()
  const classPath = readFileSync(file('../embedded/target/classpath.txt'), 'utf8')
  const packages = ['neo4j-driver', '@neo4j/graphql', '@apollo/server', 'graphql', 'undici'].map(name => [
    name,
    (JSON.parse(readFileSync(file(`node_modules/${name}/package.json`), 'utf8')) as { version: string }).version,
  ])
  return [
    ['processor', `${cpus().length} × ${cpu?.model.trim()}`],
    ['memory', `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ['system', `${platform()} ${release().split('-')[0]} ${arch()}`],
    ['Pacta', commit ? commit + (changed ? ', with changes not committed' : '') : 'not in a git checkout'],
    ['Neo4j', `${/neo4j-kernel-([\d.]+)\.jar/.exec(classPath)?.[1]} Community, embedded`],
    ['Java', /"([^"]+)"/.exec(java.stderr ?? '')?.[1] ?? 'unknown'],
    ['Node', process.versions.node],
    ...packages.map(([name, version]) => [name!, version!]),
  ]
}
