import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { showError } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { endChildrenOnStop, run } from './lib/run.mjs'
import { billOfMaterials } from './packaging/bill-of-materials.ts'
import { readTarget } from './packaging/read-target.ts'
import { releaseSettings } from './packaging/release-settings.ts'
import { appFolders, describeApp, hashFile } from './packaging/report-app.ts'
import { runBuilder } from './packaging/run-builder.ts'

/* `npm run dist`: what somebody downloads and installs, with the sums and the list of what is in it. */

const usage = `Usage: npm run dist -- [options]

Makes the installers of one system into dist, with SHA256SUMS and a list of their parts (CycloneDX) beside them. Fetches
Electron and the tools of electron-builder. docs/packaging.md says what it reads from the environment.

  --platform linux|mac|win     this computer's, when left out
  --arch x64|arm64|universal   x64 and arm64, or universal for macOS, when left out; can be given twice
  --target NAME                one kind of installer, such as deb; all when left out; can be given twice
  --output FOLDER              instead of dist
  --release                    refuses to make anything unsigned for macOS and Windows`

const root = fileURLToPath(new URL('..', import.meta.url))

/** When the commit was made, so that packages carry that time and not the time of the day. */
async function commitTime(): Promise<string | undefined> {
  const args = ['log', '-1', '--format=%ct']
  const { code, output } = await run('git', args, { cwd: root, show: 'captured', timeout: 10_000 })
  return code === 0 ? output.trim() : undefined
}

/** Writes the sums of every file that is there to be downloaded, as `sha256sum --check` reads them. */
function writeSums(output: string): void {
  const names = readdirSync(output).filter(
    (name) => statSync(join(output, name)).isFile() && !/^builder-|^SHA256SUMS$/.test(name),
  )
  const lines = names.sort().map((name) => `${hashFile(join(output, name))}  ${name}\n`)
  writeFileSync(join(output, 'SHA256SUMS'), lines.join(''))
  console.log(lines.join(''))
}

async function main(args: string[]): Promise<number> {
  const two = ['x64', 'arm64'] as const
  const target = readTarget(args, { linux: two, win: two, mac: ['universal'] })
  if (target === undefined) {
    console.log(usage)
    return 0
  }
  endChildrenOnStop()
  await ensureInstalled(root)
  const { platform, architectures, targets, isRelease } = target
  const settings = releaseSettings(platform, isRelease, process.env)
  const usual = join(root, 'dist')
  rmSync(usual, { recursive: true, force: true })
  const output = target.output ?? usual
  const env = { SOURCE_DATE_EPOCH: await commitTime(), ...process.env }
  await runBuilder({ root, platform, architectures, targets, output, settings, env })
  for (const app of appFolders(output)) console.log(describeApp(app))
  const bill = await billOfMaterials(root)
  writeFileSync(join(output, `aide-memoire-${platform}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`)
  writeSums(output)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  showError(error)
  process.exitCode = 1
}
