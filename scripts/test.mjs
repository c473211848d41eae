// `npm test`: does all set-up that is still to do, then runs jest with these arguments.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { setUp } from './setup.mjs'

await setUp()
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url))
const wanted = process.argv.slice(2)
// A few files need no second Neo4j.
const workers = wanted.some(argument => !argument.startsWith('-')) ? ['--maxWorkers=1'] : []
const args = ['--experimental-vm-modules', '--no-warnings', jest, ...workers, ...wanted]
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd: fileURLToPath(new URL('..', import.meta.url)) })
process.exit(status ?? 1)
