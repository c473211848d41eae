import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { listTexts } from './api/documents.ts'
import { readQuestion } from './query/readQuestion.ts'
import { languages } from './view/view.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The ready questions of the query page, as it sends them in each language. */
function listQuestions(): readonly string[] {
  const folder = file('query/questions/')
  const texts = readdirSync(folder).map(name => readFileSync(`${folder}${name}`, 'utf8'))
  return texts.flatMap(text => languages.map(lang => readQuestion(text, lang).query))
}

/** Writes beside the pages which texts they send, by their SHA-256: the service trusts these. */
const documents: Plugin = {
  name: 'documents',
  generateBundle() {
    const texts = [...listTexts(), ...listQuestions()]
    const known = texts.map(text => [createHash('sha256').update(text).digest('hex'), text])
    this.emitFile({ type: 'asset', fileName: 'documents.json', source: JSON.stringify(Object.fromEntries(known), null, 1) })
  },
}

/** Builds the explorer and the query page into dist/explorer: plain files, named by their content, so that they can be kept for ever. */
export default defineConfig({
  root: file('.'),
  plugins: [documents],
  build: {
    outDir: '../../dist/explorer',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the page allows no data: or blob: scripts and styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Most of it is the editor of the query page, which the explorer does not load.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: { index: file('index.html'), query: file('query/index.html') },
      // Packages for React say "use client" to servers that render them; there is none here.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
    },
  },
  worker: { format: 'es' },
  logLevel: 'warn',
})
