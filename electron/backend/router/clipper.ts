import { AppError } from '#shared/util/app-error.ts'
import type { Clipper } from '../loopback/clipper/clipper.ts'
import type { HandlersOf } from './handler.ts'
import type { Session } from './session.ts'

export const clipper: HandlersOf<'clipper'> = {
  state: (_db, _, session) =>
    session.clipper?.state() ?? {
      door: 'unavailable',
      port: null,
      pairing: null,
      devices: [],
      folders: { chromium: null, firefox: null },
    },
  enable: (session, { enabled }) => clipperOf(session).setEnabled(enabled),
  beginPairing: (session) => clipperOf(session).beginPairing(),
  cancelPairing: (session) => clipperOf(session).cancelPairing(),
  revoke: (session, { id }) => clipperOf(session).revoke(id),
  reveal: (session, { browser }) => ({ revealed: clipperOf(session).reveal(browser) }),
}

function clipperOf({ clipper }: Session): Clipper {
  if (clipper === null) throw new AppError('clipper-unavailable', 'The clipper cannot be reached from here.')
  return clipper
}
