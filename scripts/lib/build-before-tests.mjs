import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'

/** Playwright's global setup: browser tests always meet the interface as it is in the sources. */
export default async function buildBeforeTests() {
  await ensureBuilt(fileURLToPath(new URL('../..', import.meta.url)))
}
