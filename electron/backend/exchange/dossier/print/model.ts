import type { CitationLang, Run } from '#shared/domain/citation.ts'
import type { calloutKinds } from '#shared/document/dossier-schema.ts'
import type { Drawing } from '#shared/document/timeline-drawing.ts'
import type { Labels } from './labels.ts'

/** Text set one way; `href` is http, https or mailto. */
export interface TextRun extends Run {
  strike?: true
  code?: true
}

export type Inline =
  | ({ kind: 'text' } & TextRun)
  | { kind: 'break' }
  /** A reference to the note of this number, from 1. */
  | { kind: 'note'; number: number }

export interface Cell {
  header: boolean
  /** Of a head: what it is the head of, where that is known. */
  scope?: 'row' | 'col'
  colspan: number
  rowspan: number
  blocks: Block[]
}

/** `widths` are shares of the whole, one a column; null where nobody chose them. */
export interface Table {
  kind: 'table'
  columns: number
  widths: number[] | null
  rows: Cell[][]
}

/** What a dossier is made of once everything in it was looked up. `rtl`: it begins with a letter of a right-to-left script. */
export type Block =
  | { kind: 'paragraph'; content: Inline[]; rtl: boolean }
  | { kind: 'heading'; level: number; content: Inline[]; rtl: boolean; id: string }
  | { kind: 'bullets'; items: Block[][] }
  | { kind: 'numbers'; start: number; items: Block[][] }
  | { kind: 'tasks'; items: { checked: boolean; blocks: Block[] }[] }
  | { kind: 'blockquote'; blocks: Block[] }
  | { kind: 'callout'; callout: (typeof calloutKinds)[number]; title: string; blocks: Block[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  | Table
  /** A view that was frozen: what it is, above its tables what was written of it, below what it was made of; the legend is the drawing's alone. */
  | {
      kind: 'view'
      caption: string
      title: string
      note: string
      tables: Table[]
      drawing: (Drawing & { legend: string }) | null
    }
  | { kind: 'image'; asset: string; alt: string }
  | { kind: 'quote'; lines: string[]; by: Inline[]; rtl: boolean }
  /** The sources, without a heading of their own. */
  | { kind: 'bibliography' }

export interface PrintImage {
  mediaType: string
  bytes: Uint8Array
}

export interface Source {
  label: Inline[] | null
  content: Inline[]
}

export interface PrintDossier {
  title: string
  lang: CitationLang
  rtl: boolean
  /** The day of the export, as `lang` writes it, and as ISO 8601 has it. */
  date: string
  isoDate: string
  blocks: Block[]
  /** By their numbers, from 1. */
  notes: Inline[][]
  sources: Source[]
  /** Whether they stand at the end, since no block says where. */
  sourcesAtEnd: boolean
  labels: Labels
  /** Null where the image is not in the notebook. */
  image(asset: string): PrintImage | null
}
