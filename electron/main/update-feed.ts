/** Where a packaged app finds newer versions, from the `app-update.yml` that electron-builder lays beside it. */
export interface UpdateFeed {
  /** The only hosts that Chromium may then reach. */
  hosts: string[]
  /** Whose signature an installer must bear; null where none is named. */
  publisher: string | null
}

/** GitHub answers from its own hosts and sends downloads on to these. */
const githubHosts = [
  'github.com',
  'api.github.com',
  'objects.githubusercontent.com',
  'release-assets.githubusercontent.com',
]

/** @returns null for a text that names no feed over https */
export function readUpdateFeed(yaml: string): UpdateFeed | null {
  const value = (name: string) =>
    new RegExp(`^${name}:\\s*(?:\\n\\s*-\\s*)?['"]?([^'"\\n]+?)['"]?\\s*$`, 'm').exec(yaml)?.[1]
  const publisher = value('publisherName') ?? null
  if (value('provider') === 'github') return { hosts: githubHosts, publisher }
  const url = value('url') ?? ''
  if (value('provider') !== 'generic' || !URL.canParse(url)) return null
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' ? { hosts: [hostname], publisher } : null
}

/** Whether an update of this feed would be checked for its signature by the system or by the updater, or else is refused. */
export function isSignatureChecked(platform: NodeJS.Platform, { publisher }: UpdateFeed): boolean {
  // macOS installs nothing that another than the signer of the running app has signed; Windows compares the name.
  return platform === 'darwin' || (platform === 'win32' && publisher !== null)
}
