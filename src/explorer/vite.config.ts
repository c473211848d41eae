import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Builds the explorer into dist/explorer: plain files, named by their content, so that they can be kept for ever. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: '../../dist/explorer',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the page allows no data: or blob: scripts and styles, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  worker: { format: 'es' },
  logLevel: 'warn',
})
