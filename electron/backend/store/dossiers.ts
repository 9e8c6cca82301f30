import type { Dossier, DossierRow } from '#shared/domain/dossier.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { AppError } from '#shared/util/app-error.ts'
import type { Readable, Writable } from './connection.ts'
import { keepBeforeSave } from './dossier-versions.ts'
import { insertRow, newRow, notFound, updateRow } from './rows.ts'

/** What can be written of a dossier; what is not given stays as it is. */
export interface DossierPatch {
  title?: string | undefined
  content?: DossierContent | undefined
  citationStyle?: string | null | undefined
  citationLang?: string | null | undefined
}

/** A document with what is made from it; the caller has made them of each other. */
export interface DossierContent {
  document: unknown
  text: string
  refs: ReadonlyArray<{ kind: string; id: string }>
  wordCount: number
}

const row = `d.id, d.title, d.word_count AS wordCount, d.created_at AS createdAt, d.updated_at AS updatedAt`
const rowWithQuotes = `${row}, (SELECT count(*) FROM dossier_reference n JOIN quote q ON q.id = n.target_id
  WHERE n.dossier_id = d.id AND n.kind = 'quote' AND q.deleted_at IS NULL) AS quoteCount`

/** The dossiers whose title or text holds `words`, in any case; the last written first. */
export function listDossiers(db: Readable, words = ''): DossierRow[] {
  const wanted = foldText(words)
  const rows = db.all<DossierRow>(
    `SELECT ${rowWithQuotes} FROM dossier d WHERE d.deleted_at IS NULL ORDER BY d.updated_at DESC, d.id DESC`,
  )
  if (wanted === '') return rows
  return rows.filter(({ id, title }) => {
    const text = db.get<{ text: string }>('SELECT text FROM dossier WHERE id = ?', id)?.text ?? ''
    return foldText(title).includes(wanted) || foldText(text).includes(wanted)
  })
}

/** The live dossiers that name a quote, a topic, an actor, a round or an article. */
export function dossiersNaming(db: Readable, target: { kind: string; id: string }): DossierRow[] {
  return db.all<DossierRow>(
    `SELECT ${rowWithQuotes} FROM dossier_reference r JOIN dossier d ON d.id = r.dossier_id
     WHERE r.kind = @kind AND r.target_id = @id AND d.deleted_at IS NULL
     ORDER BY d.updated_at DESC, d.id DESC`,
    target,
  )
}

/** @throws AppError `not-found` */
export function getDossier(db: Readable, id: string): Dossier {
  const found = db.get<Dossier & { document: string }>(
    `SELECT ${row}, d.document, d.text, d.citation_style AS citationStyle, d.citation_lang AS citationLang
     FROM dossier d WHERE d.id = ? AND d.deleted_at IS NULL`,
    id,
  )
  if (found === undefined) throw notFound('dossier')
  return { ...found, document: JSON.parse(found.document) }
}

export function createDossier(
  db: Writable,
  title: string,
  content: DossierContent,
  citationStyle?: string,
): string {
  const made = newRow()
  insertRow(db, 'dossier', {
    ...made,
    title,
    ...columnsOf(content),
    ...(citationStyle !== undefined && { citation_style: citationStyle }),
  })
  return made.id
}

/**
 * Writes title, document, or how it cites over what `basedOn` was read as, and answers what the next save is based on. A version of what is
 * overwritten is kept now and then.
 *
 * @throws AppError `dossier-changed` where somebody has saved since
 */
export function saveDossier(
  db: Writable,
  id: string,
  basedOn: string,
  patch: DossierPatch,
): { updatedAt: string } {
  if (getDossier(db, id).updatedAt !== basedOn)
    throw new AppError(
      'dossier-changed',
      'The dossier was changed in another window.',
      'Read it again, and write your changes into what is there now.',
    )
  writeDossier(db, id, patch)
  return { updatedAt: getDossier(db, id).updatedAt }
}

/** Writes without asking what was there; what was there may be kept as a version. */
export function writeDossier(
  db: Writable,
  id: string,
  { title, content, citationStyle, citationLang }: DossierPatch,
): void {
  if (content !== undefined) keepBeforeSave(db, id)
  updateRow(db, 'dossier', id, {
    title,
    citation_style: citationStyle,
    citation_lang: citationLang,
    ...(content === undefined ? {} : columnsOf(content)),
  })
}

function columnsOf({ document, text, refs, wordCount }: DossierContent) {
  return {
    document: JSON.stringify(document),
    text,
    refs: JSON.stringify(refs),
    word_count: wordCount,
  }
}
