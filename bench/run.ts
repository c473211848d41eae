import { writeFile } from 'node:fs/promises'
import { type Options, readOptions, usage } from './options.ts'
import { jsonRows, printTables } from './report.ts'
import { printResults } from './results.ts'
import { runScale, type ScaleReport } from './runScale.ts'

// `npm run bench`: measures all contenders at each size; tables on standard output, progress on standard error.
// A signal ends this process with its children; Neo4j, whose input then ends, shuts down in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
process.exitCode = await main()

async function main(): Promise<number> {
  let options: Options | 'help'
  try {
    options = readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
  if (options === 'help') {
    console.log(usage)
    return 0
  }
  const began = new Date()
  // Set-up has taken its part of the time before this process began.
  const started = Number(process.env['BENCH_STARTED'] ?? Date.now())
  const deadline = options.deadline ? options.deadline * 1000 - (Date.now() - started) + performance.now() : Infinity
  const say = (step: string) => console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${step}`)
  const reports: ScaleReport[] = []
  for (const scale of options.scales) {
    const report = await runScale(scale, options, deadline, say).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
    })
    if (!report) return 1
    reports.push(report)
    console.log(printTables(report))
    // After each size, so that a run that is broken off leaves what it has.
    if (options.json) await writeFile(options.json, `${JSON.stringify(jsonRows(reports), undefined, 2)}\n`)
    if (options.results) await writeFile(options.results, printResults(reports, options, began))
  }
  return 0
}
