import type { AnyExtension, NodeViewRenderer } from '@tiptap/core'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Link } from '@tiptap/extension-link'
import { OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLink } from '#shared/document/schema.ts'
import { PastedFromElsewhere } from '../../ui/paste/pasted-from-elsewhere.ts'
import { Bibliography } from './bibliography.ts'
import { Callout } from './callout.ts'
import { Footnote } from './footnote.ts'
import { DossierImage } from './image.ts'
import { Mention } from './mention.ts'
import { MoveBlock } from './move-block.ts'
import type { EvidenceSource } from './evidence-source.ts'
import type { FrozenDesk } from '../frozen/frozen-desk.ts'
import { FrozenViewNode } from '../frozen/frozen-node.ts'
import { QuoteEmbed } from './quote-embed.ts'
import { LaidOutNear } from './stretches/laid-out-near.ts'
import { holdingStretches, Stretch } from './stretches/stretch.ts'
import { tableExtensions } from './tables.ts'

/** Of a link the schema of dossiers knows the address alone, of an ordered list its first number, of code nothing. */
const DossierLink = Link.extend({ addAttributes: () => ({ href: { default: null } }) })
const DossierCode = CodeBlock.extend({ addAttributes: () => ({}) })
const DossierOrderedList = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1,
    },
  }),
})

/** How nodes are drawn that show something of the notebook; without, their bare elements stand in the page. */
export interface DossierViews {
  evidence: EvidenceSource | null
  image: NodeViewRenderer | null
  desk?: FrozenDesk | null
  /** Its blocks bear the marks of the stretches they are drawn in, which a dossier does not keep. */
  inStretches?: boolean
  /** What a footnote begins with, to be written over. */
  firstWords?: () => string
}

/** What a dossier is written with: exactly what shared/document/dossier-schema.ts takes. */
export function dossierExtensions({
  evidence,
  image,
  inStretches = false,
  desk = null,
  firstWords = () => 'Note',
}: DossierViews): AnyExtension[] {
  const extensions = [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, 4] },
      codeBlock: false,
      orderedList: false,
      link: false,
      dropcursor: { class: 'drop-cursor', color: false, width: 3 },
    }),
    DossierCode.configure({ enableTabIndentation: true }),
    DossierOrderedList,
    DossierLink.configure({
      openOnClick: false,
      markdownLinks: true,
      defaultProtocol: 'https',
      isAllowedUri: (url) => isSafeLink(url),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
    TaskList,
    TaskItem.configure({ nested: true }),
    ...tableExtensions,
    Callout,
    Footnote.configure({ firstWords }),
    DossierImage.configure({ view: image }),
    QuoteEmbed.configure({ evidence }),
    FrozenViewNode.configure({ desk }),
    Bibliography.configure({ evidence }),
    Mention.configure({ evidence }),
    MoveBlock,
    PastedFromElsewhere,
  ]
  return inStretches ? [...extensions.map(holdingStretches), Stretch, LaidOutNear] : extensions
}
