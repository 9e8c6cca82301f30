import { useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/react'
import { Check, CircleAlert, Copy, ExternalLink, PencilLine } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bibliography, BibliographyEntry } from '#shared/domain/citation.ts'
import { showError } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { copyCitation } from '../../quotes/cite.ts'
import { FactsDialog } from '../../reader/head/facts-dialog.tsx'
import { rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { bibliographyText } from '../citing/bibliography-text.ts'
import { StyleChoice } from '../citing/style-choice.tsx'
import { appendBibliography } from '../editor/bibliography.ts'
import type { EvidenceSource } from '../editor/evidence-source.ts'
import { jumpTo } from '../editor/jump-to.ts'
import { useDocument } from '../editor/use-document.ts'
import type { Citing } from '../saving/dossier-saver.ts'
import frame from './side-panel.module.css'
import { SidePanel } from './side-panel.tsx'
import { nextPlace } from './source-places.ts'
import { Runs } from './runs.tsx'
import styles from './sources-panel.module.css'

interface SourcesPanelProps {
  editor: Editor
  evidence: EvidenceSource
  citing: Citing
  onCite(citing: Citing): void
  onClose(): void
}

/** The sources of the dossier as its style has them, while it is written: what is quoted how often, and what is not known of it. */
export function SourcesPanel({ editor, evidence, citing, onCite, onClose }: SourcesPanelProps) {
  const { t } = useTranslation()
  const { bibliography, trouble } = useSyncExternalStore(evidence.subscribe, evidence.get).sources
  const [mended, setMended] = useState<string | null>(null)
  const hasPlace = useDocument(editor, hasBibliography)
  const readOnly = !editor.isEditable
  const entries = bibliography?.entries ?? []
  return (
    <SidePanel
      title={t('dossier.sources.title')}
      onClose={onClose}
      tools={
        <div className={styles.tools}>
          <StyleChoice citing={citing} onCite={onCite} readOnly={readOnly} />
          {trouble !== null && <p className={styles.trouble}>{trouble}</p>}
        </div>
      }
      foot={
        bibliography !== undefined &&
        entries.length > 0 && (
          <>
            {!readOnly && !hasPlace ? (
              <Button size="small" onClick={() => appendBibliography(editor)}>
                {t('dossier.sources.insert')}
              </Button>
            ) : (
              <span className={styles.count}>{t('dossier.sources.count', { count: entries.length })}</span>
            )}
            <CopyAll bibliography={bibliography} />
          </>
        )
      }
    >
      {bibliography === undefined && trouble === null ? (
        <p className={frame.none}>
          <Spinner /> {t('dossier.sources.making')}
        </p>
      ) : entries.length === 0 ? (
        <p className={frame.none}>{t('dossier.sources.none')}</p>
      ) : (
        <ol className={styles.list} aria-label={t('dossier.sources.title')}>
          {bibliography &&
            entries.map((entry) => (
              <Source
                key={entry.articleId}
                entry={entry}
                bibliography={bibliography}
                onJump={() => {
                  const place = nextPlace(editor, bibliography, entry.articleId)
                  if (place !== null) jumpTo(editor, place)
                }}
                onOpen={() => evidence.open(paths.article(entry.articleId))}
                {...(!readOnly && { onMend: () => setMended(entry.articleId) })}
              />
            ))}
        </ol>
      )}
      {mended !== null && <MendSource articleId={mended} onDone={() => setMended(null)} />}
    </SidePanel>
  )
}

interface SourceProps {
  entry: BibliographyEntry
  bibliography: Bibliography
  onJump(): void
  onOpen(): void
  onMend?(): void
}

function Source({ entry, bibliography, onJump, onOpen, onMend }: SourceProps) {
  const { t } = useTranslation()
  const { articleId, label, runs } = entry
  const times = bibliography.citations.filter((citation) => citation.articleId === articleId).length
  const missing = bibliography.missing[articleId] ?? []
  return (
    <li className={styles.source}>
      <button type="button" className={styles.words} title={t('dossier.sources.jump')} onClick={onJump}>
        {label !== null && (
          <span className={styles.label}>
            <Runs runs={label} />{' '}
          </span>
        )}
        <bdi lang={bibliography.lang}>
          <Runs runs={runs} />
        </bdi>
      </button>
      <div className={styles.foot}>
        <span className={styles.times}>
          {times === 0 ? t('dossier.sources.mentioned') : t('dossier.sources.quoted', { count: times })}
        </span>
        {missing.length > 0 &&
          (onMend ? (
            <button type="button" className={styles.missing} onClick={onMend}>
              <CircleAlert aria-hidden />
              {missing.map((fact) => t(`dossier.sources.missing.${fact}`)).join(', ')}
            </button>
          ) : (
            <span className={styles.missing}>
              <CircleAlert aria-hidden />
              {missing.map((fact) => t(`dossier.sources.missing.${fact}`)).join(', ')}
            </span>
          ))}
        <span className={styles.tail}>
          {onMend && (
            <IconButton size="small" label={t('dossier.sources.mend')} onClick={onMend}>
              <PencilLine />
            </IconButton>
          )}
          <IconButton size="small" label={t('dossier.sources.open')} onClick={onOpen}>
            <ExternalLink />
          </IconButton>
        </span>
      </div>
    </li>
  )
}

/** What is known of the article, to be put right; the entry follows once it is saved. */
function MendSource({ articleId, onDone }: { articleId: string; onDone(): void }) {
  const { data: article } = useQuery(rpc.article.get.queryOptions({ id: articleId }))
  if (article === undefined) return null
  return <FactsDialog article={article} open onOpenChange={(open) => !open && onDone()} />
}

function CopyAll({ bibliography }: { bibliography: Bibliography }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<Bibliography | null>(null)
  const isCopied = copied === bibliography
  return (
    <Button
      size="small"
      icon={isCopied ? <Check /> : <Copy />}
      onClick={() =>
        copyCitation(bibliographyText(bibliography)).then(() => setCopied(bibliography), showError)
      }
    >
      <span aria-live="polite">{t(isCopied ? 'dossier.sources.copied' : 'dossier.sources.copy')}</span>
    </Button>
  )
}

function hasBibliography(document: Editor['state']['doc']): boolean {
  let has = false
  document.descendants((node) => {
    if (node.type.name === 'bibliography') has = true
    return !has && !node.isTextblock
  })
  return has
}
