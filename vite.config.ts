import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { listPackages } from './scripts/packaging/list-packages.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Builds the renderer into files that run under `script-src 'self'; style-src 'self'; font-src 'self'`: nothing is
 * inlined into the page or into a style sheet, and every name but `index.html` carries the hash of its content.
 */
export default defineConfig({
  root: here('renderer'),
  plugins: [react(), listPackages()],
  cacheDir: here('node_modules/.cache/vite'),
  build: {
    outDir: here('out/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
})
