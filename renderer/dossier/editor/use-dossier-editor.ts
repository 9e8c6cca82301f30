import { type Editor, useEditor } from '@tiptap/react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dossier } from '#shared/domain/dossier.ts'
import { requestOf } from '#shared/domain/frozen-view.ts'
import { act } from '../../app/act.ts'
import { useNotebookNames } from '../../quotes/notebook-names.ts'
import { imageView } from '../../reader/surface/image-view.ts'
import { client, rpc } from '../../rpc/client.ts'
import { encodeBase64 } from '../../library/clip/encode-base64.ts'
import { dossierExtensions } from './dossier-extensions.ts'
import { createEvidenceSource, type EvidenceSource } from './evidence-source.ts'
import { FindInDossier } from './find-plugin.ts'
import { embedById, findThings } from './find-things.tsx'
import { placeholder } from './placeholder.ts'
import { createFrozenDesk, type FrozenDesk } from '../frozen/frozen-desk.ts'
import { slashItems } from './slash-items.tsx'
import { createSuggestions, type SuggestionStore } from './suggestion-store.ts'
import { takingIn } from './taking-in.ts'

export interface DossierEditor {
  editor: Editor
  evidence: EvidenceSource
  store: SuggestionStore
  /** What frozen views ask for. */
  desk: FrozenDesk
  /** Keeps an image and puts it where the caret is. */
  keepImage(file: File, editor: Editor): Promise<void>
}

/** The editor of one dossier, made once: what it asks for changes under it. */
export function useDossierEditor(
  dossier: Dossier,
  canWrite: boolean,
  open: (path: string) => void,
): DossierEditor {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  const latest = useRef({ names, rounds: rounds ?? [], open, t })
  latest.current = { names, rounds: rounds ?? [], open, t }
  const [made] = useState(() => {
    const evidence = createEvidenceSource((path) => latest.current.open(path))
    const desk = createFrozenDesk({
      open: (path) => latest.current.open(path),
      freezeAnew: (view) => act(() => client.analysis.freeze.query(requestOf(view))),
    })
    const suggestions = createSuggestions([
      { name: 'slash', char: '/', items: (query) => slashItems(query, desk) },
      { name: 'things', char: '@', allowSpaces: true, items: (query) => findThings(query, latest.current) },
    ])
    return { evidence, desk, ...suggestions }
  })
  const editor = useEditor({
    extensions: [
      ...dossierExtensions({
        evidence: made.evidence,
        image: imageView(),
        inStretches: true,
        desk: made.desk,
        firstWords: () => latest.current.t('dossier.firstWords'),
      }),
      made.extension,
      FindInDossier,
      placeholder((kind) => latest.current.t(`dossier.placeholder.${kind}`)),
      takingIn({
        keepImage,
        dropQuotes(view, position, ids) {
          const own = editorOf.current
          if (own === null) return
          own.commands.setTextSelection(Math.max(1, Math.min(position, view.state.doc.content.size) - 1))
          void embedById(own, ids)
        },
      }),
    ],
    content: dossier.document as object,
    editable: canWrite,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('dossier.text'),
        spellcheck: 'true',
      },
    },
  })
  const editorOf = useRef<Editor | null>(null)
  editorOf.current = editor
  return {
    editor,
    evidence: made.evidence,
    store: made.store,
    desk: made.desk,
    async keepImage(file, own) {
      const asset = await keepImage(file)
      if (asset === undefined) return
      const alt = file.name.replace(/\.[^.]+$/, '')
      own.chain().focus().insertContent({ type: 'image', attrs: { asset, alt } }).run()
    },
  }
}

async function keepImage(file: File): Promise<string | undefined> {
  const bytes = encodeBase64(new Uint8Array(await file.arrayBuffer()))
  return (await act(() => client.dossier.addImage.mutate({ bytes })))?.sha256
}
