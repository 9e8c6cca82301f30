import { foldText } from '#shared/search/tokenize.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Session } from '../router/session.ts'
import { call } from './call.ts'

/** The dossier of this title, in any case, or of this id. @throws AppError `no-such-dossier` */
export async function dossierIdOf(session: Session, written: string): Promise<string> {
  const rows = await call(session, 'dossier', 'list', {})
  const found = rows.find(({ id, title }) => id === written || foldText(title) === foldText(written))
  if (found !== undefined) return found.id
  throw new AppError('no-such-dossier', `There is no dossier “${written}”.`, 'See them all with: dossiers')
}
