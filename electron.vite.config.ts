import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'
import { listPackages } from './scripts/packaging/list-packages.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Started by their address beside the module that asks (`worker-url.ts`): so each is a file of its own, by its own name. */
const workers = Object.fromEntries(
  globSync('electron/backend/*/*-worker.ts', { cwd: here('.') })
    .filter((path) => !path.endsWith('-in-worker.ts'))
    .map((path) => [basename(path, '.ts'), here(path)]),
)

/**
 * Builds the desktop shell and its backend for Node inside Electron, and the preload for the sandbox. The interface is
 * built by `vite.config.ts`, for both hosts alike. Everything is bundled but three packages, one for its
 * binary, one for its own way of starting a worker and one for its WebAssembly.
 */
export default defineConfig({
  main: {
    plugins: [listPackages()],
    resolve: {
      alias: [
        { find: '#shared', replacement: here('shared') },
        // Its build for Node declares `require`, and so does what electron-vite puts before it: both in one file do not parse.
        { find: /^fflate$/, replacement: 'fflate/browser' },
      ],
    },
    build: {
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        // The reader of PDF looks for its own worker beside itself, what sets pages for its WebAssembly.
        external: ['better-sqlite3', /^pdfjs-dist/, /^@myriaddreamin\//],
        input: {
          main: here('electron/main/main.ts'),
          backend: here('electron/backend/index.ts'),
          ...workers,
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [listPackages()],
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
