// `npm run compare`: what has changed in the SDL since the last release; fails on a breaking change that CHANGELOG.md does not name.
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { findBreaking } from './findBreaking.mjs'

const [released, present] = ['schema/released.graphql', 'schema/schema.graphql']

if (process.argv.includes('--release')) {
  copyFileSync(present, released)
  console.log(`${released} is now the SDL that later ones are compared with.`)
} else if (existsSync(released)) {
  const breaking = await findBreaking(readFileSync(released, 'utf8'), readFileSync(present, 'utf8'))
  const unnamed = breaking.filter(({ path }) => !unreleased().includes(`\`${path}\``))
  for (const { message, path } of breaking) console.log(`Breaking: ${path}: ${message}`)
  if (unnamed.length > 0)
    console.error(`Name these in CHANGELOG.md under Unreleased: ${unnamed.map(({ path }) => `\`${path}\``).join(', ')}`)
  else console.log('No breaking change that is not named.')
  process.exitCode = unnamed.length > 0 ? 1 : 0
} else {
  console.log('Nothing is released yet, so there is nothing to compare with.')
}

function unreleased() {
  return readFileSync('CHANGELOG.md', 'utf8').split(/^## /m)[1] ?? ''
}
