import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the explorer and the query page into dist/explorer: plain files, named by their content, so that they can be kept for ever. */
export default defineConfig({
  root: file('.'),
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
