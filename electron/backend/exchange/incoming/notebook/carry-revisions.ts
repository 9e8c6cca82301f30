import { v7 as uuidv7 } from 'uuid'
import { gunzipSync } from 'node:zlib'
import { reanchorArticle } from '../../../anchoring/re-anchor-article.ts'
import { AppError } from '#shared/util/app-error.ts'
import { setCurrentRevision } from '../../../store/articles.ts'
import type { Readable } from '../../../store/connection.ts'
import { chainTo, isWithheldOriginal, keepBeside, revisionsOf, sha256 } from '../../../store/revisions.ts'
import { insertRow } from '../../../store/rows.ts'
import type { Merger, Row } from '../merging/merger.ts'
import type { Carrying, SourceRow } from './carrying.ts'

/** The largest original that is unpacked to be compared with its hash. */
const largestOriginal = 200_000_000

interface Kept {
  id: string
  number: number
  previous_id: string | null
  captured_at: string
  text_sha256: string
}

/**
 * The revisions of an article that is new here: those that lead to its current one, and those that quotes were marked in. Each comes
 * whole, with its original and its images, once it is what its hashes say.
 */
export function carryRevisions(carrying: Carrying, sourceArticle: string, articleId: string): void {
  const { merger } = carrying
  const known = new Set(keptRevisions(merger.db, articleId).map(({ id }) => id))
  for (const id of revisionsToCarry(carrying.from, sourceArticle)) {
    if (!known.has(id)) insertCarried(carrying, articleId, id, { after: undefined })
    carrying.remember(id, id)
  }
}

/**
 * The revisions of an article that is here already. One with a text that is here is that one. Of the others, those captured later than
 * the current one follow it, and the last is then read; older ones are kept beside it, among the article's revisions by when they were
 * captured, with its quotes looked for in them too. So is one that is here from a merge that was undone.
 */
export function addMissingRevisions(
  carrying: Carrying,
  sourceArticle: string,
  articleId: string,
  title: string,
): void {
  const { merger, from } = carrying
  const here = keptRevisions(merger.db, articleId)
  const currentId =
    merger.db.get<{ id: string }>('SELECT current_revision_id AS id FROM article WHERE id = ?', articleId)
      ?.id ?? ''
  const current = here.find(({ id }) => id === currentId)
  const inChain = new Set(
    from
      .all<{ id: string }>('SELECT current_revision_id AS id FROM article WHERE id = ?', sourceArticle)
      .flatMap(({ id }) => chainTo(from, id)),
  )
  const beside: string[] = []
  let last = currentId
  for (const id of revisionsToCarry(from, sourceArticle)) {
    const [source] = from.all<Kept>(`SELECT ${keptColumns} FROM revision WHERE id = ?`, id)
    const same =
      here.find((one) => one.id === id) ??
      (current?.text_sha256 === source?.text_sha256 ? current : undefined) ??
      here.find((one) => one.text_sha256 === source?.text_sha256)
    const isLater = inChain.has(id) && (source?.captured_at ?? '') > (current?.captured_at ?? '')
    if (same !== undefined || source === undefined) {
      carrying.remember(id, same?.id ?? null)
      if (same === undefined) continue
      bringOriginal(carrying, id, same.id)
      if (isLater && same.previous_id === last) last = same.id
      else beside.push(same.id)
      continue
    }
    const own = insertCarried(carrying, articleId, id, { after: isLater ? last : null })
    carrying.remember(id, own)
    merger.tally.note('revision', 'added', title)
    if (isLater) last = own
    else beside.push(own)
  }
  if (merger.write === null) return
  if (last !== currentId) makeCurrent(merger, articleId, last)
  for (const id of beside) {
    if (revisionsOf(merger.db, articleId).some((revision) => revision.id === id)) continue
    keepBeside(merger.write, articleId, id)
    reanchorArticle(merger.write, articleId, id)
  }
}

/** The bytes that were left out of what was shared before, once the same capture comes with them. */
function bringOriginal({ merger, from }: Carrying, sourceId: string, id: string): void {
  const here = merger.db.get('SELECT 1 FROM revision WHERE id = ? AND length(original_gzip) = 0', id)
  if (here === undefined || merger.write === null) return
  const row = from.get<SourceRow>('SELECT * FROM revision WHERE id = ?', sourceId)
  if (row === undefined || isWithheldOriginal(row['original_gzip'] as Uint8Array)) return
  assertWhole(row, from.path)
  merger.write.run(
    'UPDATE revision SET original_gzip = ? WHERE id = ? AND sha256 = ?',
    row['original_gzip'] ?? null,
    id,
    row['sha256'] ?? null,
  )
}

function makeCurrent({ db, write }: Merger, articleId: string, revisionId: string): void {
  if (write === null) return
  const row = db.get<{ wordCount: number; modifiedAt: string | null; edit: string | null }>(
    'SELECT word_count AS wordCount, modified_at AS modifiedAt, edit FROM revision WHERE id = ?',
    revisionId,
  )
  const { wordCount = 0, modifiedAt = null, edit } = row ?? {}
  setCurrentRevision(write, articleId, { id: revisionId, wordCount, modifiedAt, isSilent: edit === 'silent' })
  reanchorArticle(write, articleId, revisionId)
}

/** In the order they were captured. */
function revisionsToCarry(from: Readable, articleId: string): string[] {
  const quoted = from.all<{ id: string }>(
    'SELECT DISTINCT revision_id AS id FROM quote WHERE article_id = ? AND deleted_at IS NULL',
    articleId,
  )
  const wanted = new Set([...revisionsOf(from, articleId), ...quoted].map(({ id }) => id))
  return keptRevisions(from, articleId).flatMap(({ id }) => (wanted.has(id) ? [id] : []))
}

const keptColumns = 'id, number, previous_id, captured_at, text_sha256'

function keptRevisions(db: Readable, articleId: string): Kept[] {
  return db.all<Kept>(`SELECT ${keptColumns} FROM revision WHERE article_id = ? ORDER BY number`, articleId)
}

/** @param after what it follows here; left out: what it followed there */
function insertCarried(
  { merger, from, here }: Carrying,
  articleId: string,
  sourceId: string,
  { after }: { after: string | null | undefined },
): string {
  const { write, db } = merger
  const isTaken = db.get('SELECT 1 FROM revision WHERE id = ?', sourceId) !== undefined
  const id = isTaken ? uuidv7() : sourceId
  const row = from.get<SourceRow>('SELECT * FROM revision WHERE id = ?', sourceId)
  if (row === undefined || write === null) return id
  assertWhole(row, from.path)
  const last = keptRevisions(db, articleId).at(-1)?.number ?? 0
  const number = Number(row['number']) > last ? Number(row['number']) : last + 1
  const previous = after === undefined ? here(row['previous_id']) : after
  insertRow(write, 'revision', { ...row, id, article_id: articleId, number, previous_id: previous })
  for (const asset of from.iterate<Row>(
    'SELECT a.* FROM revision_asset r JOIN asset a ON a.sha256 = r.sha256 WHERE r.revision_id = ?',
    sourceId,
  )) {
    keepAsset(merger, asset, from.path)
    insertRow(write, 'revision_asset', { revision_id: id, sha256: asset['sha256'] ?? '' })
  }
  return id
}

/** Puts an image into the notebook, once it is what its name says. @throws AppError `export-altered` */
export function keepAsset({ db, write }: Merger, asset: Row, path: string): void {
  const name = String(asset['sha256'])
  if (write === null || db.get('SELECT 1 FROM asset WHERE sha256 = ?', name) !== undefined) return
  if (sha256(asset['bytes'] as Uint8Array) !== name) throw altered(path, 'An image is not what it was.')
  insertRow(write, 'asset', asset)
}

function assertWhole(row: SourceRow, path: string): void {
  const packed = row['original_gzip'] as Uint8Array
  if (!isWithheldOriginal(packed) && sha256(unpacked(packed, path)) !== row['sha256'])
    throw altered(path, 'An original is not what was captured.')
  if (sha256(String(row['text'])) !== row['text_sha256'])
    throw altered(path, 'A text is not what was captured.')
}

function unpacked(packed: Uint8Array, path: string): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: largestOriginal })
  } catch (error) {
    throw altered(path, 'An original cannot be unpacked.', error)
  }
}

export function altered(path: string, problem: string, cause?: unknown): AppError {
  return new AppError(
    'export-altered',
    `${path} is not as it was made: ${problem}`,
    'Nothing was changed. Ask for a clean copy of it.',
    { cause },
  )
}
