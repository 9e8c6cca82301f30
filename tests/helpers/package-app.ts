import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resourcesOf } from '../../scripts/packaging/report-app.ts'
import { type Architecture, type Platform, runBuilder } from '../../scripts/packaging/run-builder.ts'
import { makeElectronDist } from './electron-dist.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Packaged {
  /** The folder of the app: what an installer would put into place. */
  app: string
  /** The folder of `app.asar`. */
  resources: string
  archive: string
}

/** A new folder, and a stand-in for Electron's distribution in it; the test removes it. */
export function makePackagingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-packaged-'))
  makeElectronDist(join(folder, 'electron'))
  return folder
}

/** Packages the app for Linux over the stand-in for Electron, without a network: `name` is where, in the folder. */
export async function packageApp(
  folder: string,
  name: string,
  architecture: Architecture,
  platform: Platform = 'linux',
): Promise<Packaged> {
  const output = join(folder, name)
  mkdirSync(output)
  await runBuilder({
    root,
    platform,
    architectures: [architecture],
    targets: ['dir'],
    output,
    env: { ...process.env, ELECTRON_DIST: join(folder, 'electron') },
    show: 'captured',
  })
  const app = join(
    output,
    architecture === 'x64' ? `${platform}-unpacked` : `${platform}-${architecture}-unpacked`,
  )
  const resources = resourcesOf(app)
  return { app, resources, archive: join(resources, 'app.asar') }
}
