import { v7 as uuidv7 } from 'uuid'
import type { NewRevision } from '../store/revisions.ts'
import type { CapturedAsset } from './asset-of.ts'
import type { ExtractedFile } from './extract-file.ts'
import type { JudgedCapture } from './judge-edit.ts'

/** The revision that what was captured becomes, with the bytes as they came. */
export function newRevision(
  { extracted, original }: { extracted: ExtractedFile; original: Uint8Array },
  articleId: string,
): NewRevision {
  const { title, modifiedAt } = judgedCapture(extracted)
  return {
    title,
    modifiedAt,
    id: uuidv7(),
    articleId,
    originalKind: extracted.kind,
    original,
    document: extracted.document,
    text: extracted.text,
    pages: extracted.pages,
    lang: extracted.lang,
    wordCount: extracted.wordCount,
    warnings: extracted.warnings.map((warning) => ({ ...warning })),
  }
}

/** The pictures that were kept of it. */
export function assetsOf({ images }: ExtractedFile): CapturedAsset[] {
  return images.flatMap(({ asset }) => (asset === undefined ? [] : [asset]))
}

/** What its source says of itself, by which two captures are compared. */
export function judgedCapture({ text, title, modifiedAt, provenance }: ExtractedFile): JudgedCapture {
  return {
    text,
    title: isHeadline(provenance['title']) ? title : null,
    modifiedAt: modifiedAt?.value ?? null,
  }
}

/** A title that the user gave, or that was made of the text, is no headline. */
export function isHeadline(source: string | undefined): boolean {
  return source !== 'user' && source !== 'beginning'
}
