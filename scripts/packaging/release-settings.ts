import { Failure } from '../lib/failure.mjs'
import type { Platform } from './run-builder.ts'

type Settings = Record<string, string | boolean>

/** Ways to prove to Apple who we are: all variables of one of them are needed. */
const notarisation = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
]

/** The service of Microsoft that signs, by the names electron-builder has for its parts. */
const azure = {
  endpoint: 'AZURE_SIGNING_ENDPOINT',
  codeSigningAccountName: 'AZURE_SIGNING_ACCOUNT',
  certificateProfileName: 'AZURE_SIGNING_PROFILE',
  publisherName: 'AZURE_SIGNING_PUBLISHER',
}

/**
 * What an installer says of where it comes from, where it looks for updates, and how it is signed, all from the
 * environment (docs/packaging.md). Certificates themselves (`CSC_LINK`, `WIN_CSC_LINK` and the like) are read by
 * electron-builder.
 *
 * @param isRelease refuses to make anything for macOS or Windows that is not signed
 * @throws {Failure} when something that is needed is not in the environment
 */
export function releaseSettings(platform: Platform, isRelease: boolean, env: NodeJS.ProcessEnv): Settings {
  const signing = { linux: () => ({}), mac: macSigning, win: windowsSigning }[platform]
  return {
    ...(isRelease ? { forceCodeSigning: true } : {}),
    ...origin(platform, env),
    ...updateFeed(env),
    ...signing(isRelease, env),
  }
}

function origin(platform: Platform, env: NodeJS.ProcessEnv): Settings {
  const repository = env['GITHUB_REPOSITORY']
  const homepage = env['PACKAGE_HOMEPAGE'] ?? (repository && `https://github.com/${repository}`)
  const maintainer = env['PACKAGE_MAINTAINER']
  if (platform === 'linux' && !(homepage && maintainer)) {
    throw new Failure(
      'deb and rpm name a home page and somebody to write to: set PACKAGE_HOMEPAGE, and PACKAGE_MAINTAINER as "Name <address>".',
    )
  }
  return {
    ...(homepage ? { 'extraMetadata.homepage': homepage } : {}),
    ...(maintainer ? { 'linux.maintainer': maintainer, 'linux.vendor': 'Aide-Mémoire' } : {}),
  }
}

function updateFeed(env: NodeJS.ProcessEnv): Settings {
  const [owner, repo] = env['GITHUB_REPOSITORY']?.split('/') ?? []
  if (env['UPDATE_FEED_URL']) {
    return { 'publish.provider': 'generic', 'publish.url': env['UPDATE_FEED_URL'] }
  }
  if (owner && repo) {
    return { 'publish.provider': 'github', 'publish.owner': owner, 'publish.repo': repo }
  }
  return {}
}

function macSigning(isRelease: boolean, env: NodeJS.ProcessEnv): Settings {
  const canNotarise = notarisation.some((names) => names.every((name) => env[name]))
  if (isRelease && !canNotarise) {
    const ways = notarisation.map((names) => names.join(', ')).join('; or ')
    throw new Failure(`A release for macOS is notarised: set ${ways}.`)
  }
  if (isRelease || env['CSC_LINK'] || env['CSC_NAME']) return {}
  // Apple's own processors run nothing unsigned. Signed by nobody, it runs where it was made.
  return { 'mac.identity': '-', 'mac.hardenedRuntime': false, 'mac.notarize': false }
}

function windowsSigning(_isRelease: boolean, env: NodeJS.ProcessEnv): Settings {
  if (!env[azure.endpoint]) return {}
  const missing = Object.values(azure).filter((name) => !env[name])
  if (missing.length > 0) throw new Failure(`To sign with Azure, ${missing.join(' and ')} must be set too.`)
  return Object.fromEntries(
    Object.entries(azure).map(([part, name]) => [`win.azureSignOptions.${part}`, env[name] ?? '']),
  )
}
