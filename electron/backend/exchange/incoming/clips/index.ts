import type { ImportFormat } from '#shared/domain/import.ts'
import type { Reader } from '../reader.ts'
import { browserHtml } from './browser-html.ts'
import { browserJson } from './browser-json.ts'
import { codebook } from './codebook.ts'
import { instapaper } from './instapaper.ts'
import { joplin } from './joplin.ts'
import { karakeep } from './karakeep.ts'
import { obsidian } from './obsidian.ts'
import { omnivore } from './omnivore.ts'
import { oneOf } from './one-of.ts'
import { pocket } from './pocket.ts'
import { raindrop } from './raindrop.ts'
import { readwise } from './readwise.ts'
import { zotero } from './zotero/index.ts'

/** Readers of what people saved and marked elsewhere, in the order in which they are asked. */
export const clipReaders = {
  readwise,
  omnivore,
  pocket,
  instapaper,
  raindrop,
  karakeep,
  bookmarks: oneOf(browserHtml, browserJson),
  joplin,
  zotero,
  obsidian,
  // Any table that names topics: asked last.
  codebook,
} satisfies Partial<Record<ImportFormat, Reader>>
