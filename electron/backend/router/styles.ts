import type { StyleAdded } from '#shared/domain/citation.ts'
import {
  addedStyle,
  compareStyle,
  knownStyles,
  styleByName,
} from '../exchange/dossier/citations/known-styles.ts'
import { keepStyle } from '../store/citation-styles.ts'
import type { Readable } from '../store/connection.ts'
import { moveToTrash } from '../store/trash.ts'
import type { HandlersOf } from './handler.ts'

export const style: HandlersOf<'style'> = {
  list: (db) => knownStyles(db),
  get: (db, { id }) => ({ csl: styleByName(db, id).styleXml }),
  add: {
    prepare: async (session, { csl, replace }, signal) => {
      const found = unchanged(session.notebook.reader(), csl, replace)
      if (found === null) await session.dossiers.tryStyle(csl, signal)
      return (db) => {
        const left = unchanged(db, csl, replace)
        if (left !== null) return left
        const look = compareStyle(db, csl)
        if (look.outcome === 'dependent')
          throw new Error('What only names a style was kept from being added.')
        const { name, read } = look
        const id = keepStyle(db, { name, title: read.title, csl })
        return {
          outcome: look.outcome === 'new' ? 'added' : 'updated',
          style: addedStyle({ id, name, title: read.title, csl }),
        }
      }
    },
  },
  trash: (db, { ids }) => moveToTrash(db, 'citation_style', ids),
}

/** Why nothing is to be written; null where something is. */
function unchanged(db: Readable, csl: string, replace: boolean): StyleAdded | null {
  const look = compareStyle(db, csl)
  switch (look.outcome) {
    case 'new':
      return null
    case 'dependent':
      return look
    case 'same':
      return { outcome: 'same', style: look.style }
    case 'exists':
      return replace ? null : { outcome: 'exists', style: look.style }
  }
}
