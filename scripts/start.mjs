// `npm start`: does all set-up that is still to do, then serves. The program runs in this process, so that signals reach it.
import { setUp } from './setup.mjs'

await setUp()
if (process.env.npm_lifecycle_event === 'start') stopWithNpm()
process.argv.splice(2, 0, 'serve')
await import('../dist/cli/main.js')

/** A signal to npm ends the shell between it and this process, which hears nothing of it: so the loss of the parent is the signal. */
function stopWithNpm() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
