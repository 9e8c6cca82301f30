import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href

/** Given to Node by `--import`: whoever imports `electron` gets the stand-in. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
