import type { Reader } from '../reader.ts'
import { browserHtml } from './browser-html.ts'
import { browserJson } from './browser-json.ts'
import { codebook } from './codebook.ts'
import { instapaper } from './instapaper.ts'
import { joplin } from './joplin.ts'
import { karakeep } from './karakeep.ts'
import { obsidian } from './obsidian.ts'
import { omnivore } from './omnivore.ts'
import { pocket } from './pocket.ts'
import { raindrop } from './raindrop.ts'
import { readwise } from './readwise.ts'

/** Readers of what people saved and marked elsewhere, in the order in which they are asked. */
export const clipReaders: readonly Reader[] = [
  readwise,
  omnivore,
  pocket,
  instapaper,
  raindrop,
  karakeep,
  browserHtml,
  browserJson,
  joplin,
  obsidian,
  // Any table that names topics: asked last.
  codebook,
]
