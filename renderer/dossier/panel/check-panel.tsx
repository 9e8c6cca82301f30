import type { Editor } from '@tiptap/react'
import { RefreshCw } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DossierCheck, DossierPlace, TypedQuote } from '#shared/domain/dossier-check.ts'
import { act } from '../../app/act.ts'
import { client } from '../../rpc/client.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { embedOf } from '../editor/embed-of.ts'
import { EvidenceList, TypedQuotes } from '../evidence-list.tsx'
import { FrozenFindings } from '../frozen/frozen-findings.tsx'
import styles from './check-panel.module.css'
import frame from './side-panel.module.css'
import { SidePanel } from './side-panel.tsx'

interface CheckPanelProps {
  dossierId: string
  editor: Editor
  /** Saves what is not saved yet: what is looked at is what the notebook has. */
  beforeChecking(): Promise<void>
  onJump(place: DossierPlace): void
  onClose(): void
}

/** What the evidence check says of the dossier as it is now; quotations that were typed can be put in as quotes. */
export function CheckPanel({ dossierId, editor, beforeChecking, onJump, onClose }: CheckPanelProps) {
  const { t } = useTranslation()
  const [check, setCheck] = useState<DossierCheck | null>(null)
  const look = useCallback(async () => {
    setCheck(null)
    const found = await act(async () => {
      await beforeChecking()
      return client.dossier.check.query({ id: dossierId })
    })
    if (found !== undefined) setCheck(found)
  }, [dossierId, beforeChecking])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the panel opens, and when it is asked for
  useEffect(() => void look(), [dossierId])
  const link = async (typed: TypedQuote) => {
    await act(() => linkTyped(editor, typed))
    await look()
  }
  const wrong = check === null ? 0 : new Set(check.findings.map(({ place }) => place.from)).size
  return (
    <SidePanel
      title={t('dossier.panel.check')}
      onClose={onClose}
      tools={
        <p className={styles.line} role="status">
          {check === null ? (
            <>
              <Spinner /> {t('dossier.evidence.checking')}
            </>
          ) : (
            <>
              {wrong > 0
                ? t('dossier.evidence.found', { count: wrong })
                : check.quotes === 0
                  ? t('dossier.evidence.none')
                  : t('dossier.evidence.sound', { count: check.quotes })}
              <IconButton size="small" label={t('dossier.evidence.again')} onClick={() => void look()}>
                <RefreshCw />
              </IconButton>
            </>
          )}
        </p>
      }
    >
      {check !== null && (
        <div className={styles.found}>
          {check.findings.length > 0 && <EvidenceList findings={check.findings} onJump={onJump} />}
          {check.typed.length > 0 && (
            <>
              <h3 className={styles.heading}>{t('dossier.evidence.typed')}</h3>
              <TypedQuotes
                typed={check.typed}
                onJump={onJump}
                {...(editor.isEditable && { onLink: (typed: TypedQuote) => void link(typed) })}
              />
            </>
          )}
          {check.views.length > 0 && (
            <>
              <h3 className={styles.heading}>{t('dossier.frozen.check.title')}</h3>
              <FrozenFindings views={check.views} onJump={onJump} />
            </>
          )}
          {check.unlooked > 0 && (
            <p className={frame.none}>{t('dossier.evidence.unlooked', { count: check.unlooked })}</p>
          )}
        </div>
      )}
    </SidePanel>
  )
}

/** Marks the passage where nobody has yet, and puts the quote below the paragraph it was typed in, or in the place of one with nothing else. */
async function linkTyped(
  editor: Editor,
  { quoteId, revisionId, start, end, place, text }: TypedQuote,
): Promise<void> {
  const id = quoteId ?? (await client.quote.create.mutate({ revisionId, start, end })).id
  const [quote] = await client.quote.embedded.query({ ids: [id] })
  const [index = 0] = place.path
  const { doc } = editor.state
  if (quote === undefined || index >= doc.childCount) return
  const block = doc.child(index)
  let from = 0
  for (let before = 0; before < index; before++) from += doc.child(before).nodeSize
  const to = from + block.nodeSize
  const rest = block.textContent.replace(text, '').replace(/[\s"'“”«»„‟‘’‹›.,;:!?—–-]+/gu, '')
  editor
    .chain()
    .insertContentAt(rest === '' ? { from, to } : to, embedOf(quote))
    .run()
}
