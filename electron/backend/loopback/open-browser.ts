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

/** Opens the address in the user's browser if there is one; the address is printed too, so failing is no error. */
export function openBrowser(url: string): void {
  const command = browserCommand(url)
  if (command === null) return
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}
