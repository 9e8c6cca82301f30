import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'

/** Playwright's global setup: browser tests always meet the interface and the desktop shell as they are in the sources. */
export default async function buildBeforeTests() {
  await ensureBuilt(fileURLToPath(new URL('../..', import.meta.url)), ['renderer', 'shell', 'clipper'])
}
