import type { z } from 'zod'
import type { translationSaveSchema } from '#shared/domain/translation.ts'
import type { Writable } from './connection.ts'
import { assertLive, insertRow, newRow, notFound, timestamp, updateRow } from './rows.ts'

/** Adds a translation of a quote, or changes the one of `id`; an authoritative one takes that from the others. */
export function saveTranslation(
  db: Writable,
  { quoteId, id, lang, text, translator, authoritative }: z.output<typeof translationSaveSchema>,
): string {
  assertLive(db, 'quote', quoteId)
  if (authoritative)
    db.run(
      `UPDATE translation SET authoritative = 0, updated_at = @now
       WHERE quote_id = @quoteId AND authoritative = 1 AND id IS NOT @id AND deleted_at IS NULL`,
      { now: timestamp(), quoteId, id: id ?? null },
    )
  const columns = { lang, text, translator, authoritative: Number(authoritative) }
  if (id === undefined) {
    const row = newRow()
    insertRow(db, 'translation', { ...row, quote_id: quoteId, ...columns })
    return row.id
  }
  const known = db.get(
    'SELECT 1 FROM translation WHERE id = ? AND quote_id = ? AND deleted_at IS NULL',
    id,
    quoteId,
  )
  if (known === undefined) throw notFound('translation')
  updateRow(db, 'translation', id, columns)
  return id
}
