// `npm run pacta -- <command>`: the command line, after any set-up that is still to do.
import { setUp } from './setup.mjs'

await setUp()
await import('../dist/cli/main.js')
