import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { cleanPastedHtml } from './clean-pasted-html.ts'

/** What other programs put on the clipboard, as the notebook can keep it: see `cleanPastedHtml`; and no NUL, which it refuses. */
export const PastedFromElsewhere = Extension.create({
  name: 'pastedFromElsewhere',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: cleanPastedHtml,
        transformPastedText: (text) => text.replaceAll('\0', ''),
      },
    }),
  ],
})
