import { Extension } from '@tiptap/core'
import { Link } from '@tiptap/extension-link'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLink } from '#shared/document/schema.ts'
import { PastedFromElsewhere } from '../../../ui/paste/pasted-from-elsewhere.ts'

/** An address is all that the schema of comments knows of a link. */
const CommentLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
})

/** What a comment is written with: exactly what shared/document/comment-schema.ts takes, typed as Markdown or by key. */
export function commentExtensions({ onLeave, onLink }: { onLeave(): void; onLink(): void }) {
  const handled = (work: () => void) => () => {
    work()
    return true
  }
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      heading: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      link: false,
      dropcursor: false,
      gapcursor: false,
      trailingNode: false,
    }),
    CommentLink.configure({
      openOnClick: false,
      markdownLinks: true,
      defaultProtocol: 'https',
      isAllowedUri: (url) => isSafeLink(url),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    }),
    PastedFromElsewhere,
    Extension.create({
      name: 'commentKeys',
      priority: 1100,
      addKeyboardShortcuts: () => ({
        Escape: handled(onLeave),
        'Mod-Enter': handled(onLeave),
        'Mod-Shift-k': handled(onLink),
      }),
    }),
  ]
}
