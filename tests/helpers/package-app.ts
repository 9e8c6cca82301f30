import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appFolders, resourcesOf } from '../../scripts/packaging/report-app.ts'
import { type BuilderOptions, runBuilder } from '../../scripts/packaging/run-builder.ts'
import { makeElectronDist } from './electron-dist.ts'
import { makeMacDist } from './electron-dist-mac.ts'
import { makeWinDist } from './electron-dist-win.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Packaged {
  /** The folder of the app: what an installer would put into place. */
  app: string
  /** The folder of `app.asar`. */
  resources: string
  archive: string
}

/** A new folder, with stand-ins for Electron's distributions in it; the test removes it. */
export function makePackagingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-packaged-'))
  makeElectronDist(join(folder, 'electron-linux'))
  // Its framework is made of links, which Windows lets few people make.
  if (process.platform !== 'win32') makeMacDist(join(folder, 'electron-mac'))
  makeWinDist(join(folder, 'electron-win'), join(folder, 'electron-linux'))
  return folder
}

type Wanted = Pick<BuilderOptions, 'architectures'> & Partial<BuilderOptions>

/** Packages the app over a stand-in for Electron, without a network: `name` is where, in the folder. */
export async function packageApp(folder: string, name: string, wanted: Wanted): Promise<Packaged> {
  const { platform = 'linux', env = {}, ...rest } = wanted
  const output = join(folder, name)
  mkdirSync(output)
  await runBuilder({
    root,
    platform,
    targets: ['dir'],
    output,
    show: 'captured',
    ...rest,
    env: { ...process.env, ...env, ELECTRON_DIST: join(folder, `electron-${platform}`) },
  })
  const [app] = appFolders(output)
  if (app === undefined) throw new Error(`There is no app among ${readdirSync(output).join(', ')}.`)
  const resources = resourcesOf(app)
  return { app, resources, archive: join(resources, 'app.asar') }
}
