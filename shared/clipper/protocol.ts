/** What the browser clipper and the app's door for it must spell alike. docs/clipper.md tells the whole protocol. */

/** Where the door may be, on 127.0.0.1: the first of these ports that is free, so that the clipper can find it. */
export const clipperPorts: readonly number[] = [47621, 47622, 47623, 47624, 47625, 47626, 47627, 47628]

export const protocolVersion = 1

/** On every request, with the protocol's version: no form and no image of a page can send it. */
export const clipperHeader = 'X-Aide-Memoire-Clipper'

export const doorPaths = {
  /** Who is there; proves that it knows the device, before the device says anything worth stealing. */
  hello: '/clipper/hello',
  /** Trades the code that the app shows for a token. */
  pair: '/clipper/pair',
  /** Which notebook this is, and whether a page is in it. */
  state: '/clipper/state',
  /** Topics and actors, to choose from. */
  names: '/clipper/names',
  clip: '/clipper/clip',
  /** The device takes itself off the list. */
  unpair: '/clipper/unpair',
} as const

/** Most of a clip that is taken: the clipper leaves images out to stay below, and the door refuses what is above. */
export const clipLimits = {
  /** The body of a request, in bytes. */
  bytes: 48 * 1024 * 1024,
  /** UTF-16 units of a page's markup. */
  html: 16_000_000,
  images: 60,
  /** Of one image, in bytes. */
  imageBytes: 10_000_000,
  /** Of all images together, in bytes before base64. */
  allImageBytes: 20_000_000,
} as const
