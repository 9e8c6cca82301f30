import { spawn } from 'node:child_process'

/**
 * The command that opens an address in the user's browser, run without a shell; null where there is no display, and so
 * no browser to be seen.
 */
export function browserCommand(
  url: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): [program: string, ...args: string[]] | null {
  if (platform === 'darwin') return ['open', url]
  if (platform === 'win32') return ['rundll32.exe', 'url.dll,FileProtocolHandler', url]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null
}

/**
 * Opens the address in the user's browser, or a folder in the file manager, if there is one; what is opened is also told
 * in words, so failing is no error.
 *
 * @returns false where there is no display
 */
export function openBrowser(url: string): boolean {
  const command = browserCommand(url)
  if (command === null) return false
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
  return true
}
