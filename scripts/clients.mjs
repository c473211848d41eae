// `npm run clients`: writes the types of the TypeScript client, or with --check says that they are stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { generateClient } from './generateClient.mjs'

const file = 'clients/typescript/generated.ts'
const text = await generateClient()
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is stale; run \`npm run clients\`.`)
  process.exitCode = 1
}
