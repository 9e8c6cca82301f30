import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { projectEnvironment, projectNode } from './project-node.mjs'
import { run } from './run.mjs'

const downloadLimitMs = 240_000

function isDebian() {
  const path = '/etc/os-release'
  return existsSync('/usr/bin/apt-get') && existsSync(path) && /^ID=debian$/m.test(readFileSync(path, 'utf8'))
}

/** @param {string} root */
async function installFromDebian(root) {
  const options = {
    cwd: root,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: downloadLimitMs,
    show: /** @type {const} */ ('captured'),
  }
  console.log("No browser was found: installing Debian's chromium …")
  const update = await run('apt-get', ['update'], options)
  const install = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  if (install.code !== 0) console.log(lastLines(update.output + install.output))
}

/** @param {string} root @param {boolean} asRoot */
async function installFromPlaywright(root, asRoot) {
  console.log("No browser was found: installing Playwright's Chromium …")
  const command = [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']
  // Its system libraries can be installed too where this is allowed.
  if (asRoot && existsSync('/usr/bin/apt-get')) command.push('--with-deps')
  const { code, output } = await run(projectNode(root), command, {
    cwd: root,
    env: projectEnvironment(root),
    timeout: downloadLimitMs,
    show: 'captured',
  })
  if (code !== 0) console.log(lastLines(output))
}

/** @param {string} text */
function lastLines(text) {
  return text.trimEnd().split('\n').slice(-5).join('\n')
}

/**
 * Finds a browser, and where there is none installs one: Debian's `chromium` when root there, Playwright's otherwise.
 *
 * @param {string} root
 * @returns {Promise<import('./find-browser.mjs').Browser | undefined>} undefined when every way failed
 * @throws {import('./failure.mjs').Failure} when CHROMIUM_PATH names no file
 */
export async function provideBrowser(root) {
  const asRoot = process.getuid?.() === 0
  let browser = findBrowser()
  if (!browser && asRoot && isDebian()) {
    await installFromDebian(root)
    browser = findBrowser()
  }
  if (!browser) {
    await installFromPlaywright(root, asRoot)
    browser = findBrowser()
  }
  return browser
}
