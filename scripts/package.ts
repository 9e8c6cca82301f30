import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { showError } from './lib/failure.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { endChildrenOnStop } from './lib/run.mjs'
import { readTarget } from './packaging/read-target.ts'
import { appFolders, describeApp } from './packaging/report-app.ts'
import { runBuilder } from './packaging/run-builder.ts'

/* `npm run package`: the folder of the installed app, without anything to install it with. */

const usage = `Usage: npm run package -- [options]

Packages the app into a folder of dist, ready to be started. With ELECTRON_DIST (an unpacked Electron or its zip) it needs
no network.

  --platform linux|mac|win     this computer's, when left out
  --arch x64|arm64|universal   this computer's, when left out; can be given twice
  --output FOLDER              instead of dist`

const root = fileURLToPath(new URL('..', import.meta.url))

async function main(args: string[]): Promise<number> {
  const target = readTarget(args, {})
  if (target === undefined) {
    console.log(usage)
    return 0
  }
  endChildrenOnStop()
  await ensureInstalled(root)
  const { platform, architectures } = target
  const usual = join(root, 'dist')
  rmSync(usual, { recursive: true, force: true })
  const output = target.output ?? usual
  await runBuilder({ root, platform, architectures, output, targets: ['dir'] })
  for (const app of appFolders(output)) console.log(describeApp(app))
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  showError(error)
  process.exitCode = 1
}
