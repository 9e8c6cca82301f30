import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../lib/build.mjs'
import { Failure } from '../lib/failure.mjs'
import { projectEnvironment, projectNode } from '../lib/project-node.mjs'
import { run } from '../lib/run.mjs'
import { writeLicences } from './licences.ts'

export const platforms = { linux: '--linux', mac: '--mac', win: '--win' } as const
export type Platform = keyof typeof platforms
export const architectures = ['x64', 'arm64', 'universal'] as const
export type Architecture = (typeof architectures)[number]

/** The names that electron-builder has for this computer. */
export const thisPlatform: Platform =
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'win' : 'linux'

export interface BuilderOptions {
  root: string
  platform: Platform
  architectures: readonly Architecture[]
  /** `dir` makes the folder of the app and nothing to install; none makes all that `electron-builder.yml` lists. */
  targets: readonly string[]
  /** The folder that everything is written to. */
  output: string
  /** Settings above those of `electron-builder.yml`, by their dotted names. */
  settings?: Record<string, string | boolean>
  env?: NodeJS.ProcessEnv
  show?: 'live' | 'captured'
}

const limitMs = 40 * 60_000

/**
 * Builds what is stale, gathers the licences, and packages. With `ELECTRON_DIST` (an unpacked Electron, its zip, or a folder
 * of zips) in the environment nothing is fetched for the target `dir`; else electron-builder fetches Electron.
 *
 * @throws {Failure} when something of it fails
 */
export async function runBuilder(options: BuilderOptions): Promise<void> {
  const { root, platform, targets, output, settings = {}, env = process.env, show = 'live' } = options
  await ensureBuilt(root, ['renderer', 'shell', 'clipper'])
  writeLicences(root)
  const dist = electronDist(options)
  const all = {
    ...settings,
    'directories.output': output,
    ...(dist === undefined ? {} : { electronDist: dist }),
  }
  const args = [
    join(root, 'node_modules', 'electron-builder', 'cli.js'),
    platforms[platform],
    ...targets,
    ...options.architectures.map((one) => `--${one}`),
    '--publish=never',
    '--config=electron-builder.yml',
    ...Object.entries(all).map(([name, value]) => `--config.${name}=${value}`),
  ]
  const { code, output: said } = await run(projectNode(root), args, {
    cwd: root,
    env: { ...projectEnvironment(root, env), NO_UPDATE_NOTIFIER: '1' },
    timeout: limitMs,
    show,
  })
  if (code !== 0) throw new Failure(`${show === 'live' ? '' : `${said}\n`}${explain(said)}`)
}

/** @param said what electron-builder said @returns one sentence on the cause, with what to do */
function explain(said: string): string {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(said)
    ? 'Packaging failed: Electron or a tool that makes installers could not be fetched. `npm run package` with ELECTRON_DIST needs no network.'
    : 'Packaging failed: electron-builder says why above.'
}

/** An Electron that is there already: the one named, or the one that was installed for this computer. */
function electronDist({ root, platform, architectures, env = process.env }: BuilderOptions) {
  const named = env['ELECTRON_DIST']
  if (named) return named
  const own = join(root, 'node_modules', 'electron', 'dist')
  const isForHere = platform === thisPlatform && architectures.every((one) => one === process.arch)
  return isForHere && existsSync(join(own, 'version')) ? own : undefined
}
