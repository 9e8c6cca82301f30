/**
 * The address of a worker script beside the module that asks: the `.ts` sibling when run from source, `.js` when bundled.
 * `name` has no extension; `base` is the caller's `import.meta.url`.
 */
export function workerUrl(name: string, base: string): URL {
  const extension = new URL(base).pathname.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./${name}.${extension}`, base)
}
