import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Builds the desktop shell and its backend for Node inside Electron, and the preload for the sandbox. The interface is
 * built by `vite.config.ts`, for both hosts alike. Everything is bundled but the one package with a binary, so that the
 * packaged app needs no other module.
 */
export default defineConfig({
  main: {
    resolve: { alias: { '#shared': here('shared') } },
    build: {
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          main: here('electron/main/main.ts'),
          backend: here('electron/backend/index.ts'),
          // Started by their address beside the module that asks: see `worker-url.ts`.
          'extract-worker': here('electron/backend/capture/extract-worker.ts'),
          'copy-worker': here('electron/backend/store/copy-worker.ts'),
          'check-worker': here('electron/backend/checking/check-worker.ts'),
          'search-worker': here('electron/backend/search/search-worker.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias: { '#shared': here('shared') } },
    build: {
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: here('electron/preload/preload.ts') },
        // A sandboxed preload is one CommonJS file, which must say so in a package of type "module".
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
})
