// `npm start`: does all set-up that is still to do, then serves. The program runs in this process, so that signals reach it.
import { setUp } from './setup.mjs'

setUp()
process.argv.splice(2, 0, 'serve')
await import('../dist/cli/main.js')
