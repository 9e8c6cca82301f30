import { expect, test } from 'vitest'
import { readTarget } from './read-target.ts'
import { releaseSettings } from './release-settings.ts'

const origin = { PACKAGE_HOMEPAGE: 'https://notes.example', PACKAGE_MAINTAINER: 'A <a@notes.example>' }

test('without a word, it is this computer’s system and the architectures of the command', () => {
  const target = readTarget([], { linux: ['arm64'], mac: ['arm64'], win: ['arm64'] })
  expect(target).toMatchObject({ architectures: ['arm64'], targets: [], isRelease: false })
  expect(readTarget(['--help'], {})).toBeUndefined()
})

test('what cannot be packaged is refused by name', () => {
  expect(() => readTarget(['--platform', 'beos'], {})).toThrow(/beos/)
  expect(() => readTarget(['--platform', 'win', '--arch', 'universal'], {})).toThrow(/macOS/)
  expect(() => readTarget(['--frob'], {})).toThrow(/frob/)
})

test('a release is never left unsigned, and one for macOS needs the means to notarise it', () => {
  expect(releaseSettings('win', true, {})).toEqual({ forceCodeSigning: true })
  expect(() => releaseSettings('mac', true, { CSC_LINK: 'x', APPLE_ID: 'a' })).toThrow(/APPLE_API_KEY/)
  expect(releaseSettings('mac', true, { APPLE_KEYCHAIN_PROFILE: 'p' })).toEqual({ forceCodeSigning: true })
})

test('without a certificate, a build for macOS is signed by nobody; with one, as configured', () => {
  expect(releaseSettings('mac', false, {})).toMatchObject({ 'mac.identity': '-' })
  expect(releaseSettings('mac', false, { CSC_LINK: 'x' })).toEqual({})
})

test('signing by Azure takes all of its names or none', () => {
  expect(() => releaseSettings('win', false, { AZURE_SIGNING_ENDPOINT: 'e' })).toThrow(
    /AZURE_SIGNING_ACCOUNT/,
  )
  const env = {
    AZURE_SIGNING_ENDPOINT: 'e',
    AZURE_SIGNING_ACCOUNT: 'a',
    AZURE_SIGNING_PROFILE: 'p',
    AZURE_SIGNING_PUBLISHER: 'n',
  }
  expect(releaseSettings('win', false, env)).toMatchObject({ 'win.azureSignOptions.publisherName': 'n' })
})

test('packages for Linux name a home page and a maintainer', () => {
  expect(() => releaseSettings('linux', false, {})).toThrow(/PACKAGE_HOMEPAGE/)
  expect(releaseSettings('linux', false, origin)).toMatchObject({
    'extraMetadata.homepage': 'https://notes.example',
    'linux.maintainer': 'A <a@notes.example>',
  })
})

test('updates are looked for where the environment says, and else nowhere', () => {
  expect(releaseSettings('linux', false, origin)).not.toHaveProperty('publish.provider')
  const repository = { ...origin, GITHUB_REPOSITORY: 'notes/aide' }
  expect(releaseSettings('linux', false, repository)).toMatchObject({
    'publish.provider': 'github',
    'publish.owner': 'notes',
    'publish.repo': 'aide',
  })
  const feed = { ...repository, UPDATE_FEED_URL: 'https://feed.example' }
  expect(releaseSettings('linux', false, feed)).toMatchObject({ 'publish.url': 'https://feed.example' })
})
