import { registerHooks } from 'node:module'

/** With `--import`: the backend of this process is one version ahead of the real one, by `one-more-migration.ts`. */
const real = new URL('../../electron/backend/store/migrations/index.ts', import.meta.url).href
const trial = new URL('one-more-migration.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context)
    return resolved.url === real && context.parentURL !== trial ? { ...resolved, url: trial } : resolved
  },
})
