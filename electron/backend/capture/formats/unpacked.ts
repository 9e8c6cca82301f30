import { AppError } from '#shared/util/app-error.ts'
import type { PdfBlock } from './pdf/join-lines.ts'

/** What a document says about itself; each is empty where it says nothing. */
export interface DocumentFacts {
  title?: string | undefined
  authors?: readonly string[] | undefined
  outlet?: string | undefined
  /** As written; read by `parsePublicationTime`. */
  publishedAt?: string | undefined
  url?: string | undefined
}

/** A document opened to the HTML inside it: whole in itself, with its pictures as `data:` addresses. */
export interface Unpacked {
  html: string
  /** A page, of which the article is a part; else all of it is the article. */
  isPage: boolean
  facts: DocumentFacts
  /** Of a document with pages: its paragraphs, with the pages that begin in them. */
  blocks?: readonly PdfBlock[]
}

/** @returns the error for a document that is broken, locked, or not what it says it is */
export function unreadable(what: string, hint: string, cause?: unknown): AppError {
  return new AppError('document-unreadable', `${what} could not be read.`, hint, { cause })
}

/** A picture as the address that holds it. */
export function dataAddress(mediaType: string, bytes: Uint8Array): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}
