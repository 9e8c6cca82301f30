import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { readingMinutes } from '#shared/document/word-count.ts'
import type { Article, RevisionContent } from '#shared/domain/article.ts'
import type { Quote, RevisionAnchor } from '#shared/domain/quote.ts'
import { NamingDossiers } from '../dossier/naming-dossiers.tsx'
import { act } from '../app/act.ts'
import { useCommands } from '../app/commands.ts'
import { paths } from '../app/paths.ts'
import { readerSizes, usePreferences } from '../app/preferences.ts'
import { type ShortcutId, shortcutTable } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { clipQueue } from '../library/clip/clip-queue.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { toast } from '../ui/toast/toast.ts'
import { AppearancePopover } from './appearance-popover.tsx'
import { ArticleEnd } from './article-end.tsx'
import { EvidencePopover } from './head/evidence-popover.tsx'
import { FactsDialog } from './head/facts-dialog.tsx'
import { MinutesLeft } from './minutes-left.tsx'
import { ReaderBar } from './reader-bar.tsx'
import styles from './reader-screen.module.css'
import { ReaderText } from './reader-text.tsx'
import { countAnchors, placeQuotes } from './revisions/anchor-counts.ts'
import { ComparisonView } from './revisions/comparison-view.tsx'
import { NewRevisionBanner, OldRevisionBanner } from './revisions/revision-banner.tsx'
import { RevisionMenu } from './revisions/revision-menu.tsx'
import { useDismissed } from './revisions/use-dismissed.ts'
import { SuggestionsButton } from './suggesting/suggestions-button.tsx'
import { useProposals } from './suggesting/use-proposals.ts'
import { notThisStory } from './not-this-story.ts'
import { useArticleSteps } from './use-article-steps.ts'

interface ArticleReaderProps {
  article: Article
  /** Of the revision on screen. */
  content: RevisionContent
  quotes: readonly Quote[]
  /** Where the quotes stand in the revision on screen; null for the one that is read now. */
  anchors: readonly RevisionAnchor[] | null
  names: NotebookNames
  quoteId: string | null
  readOnly: boolean
  onShowRevision(id: string): void
  onOpenArticle(id: string): void
  onClose(): void
}

/** The parts of an article around its text: what it is, where it stands in the list, its revisions, how it looks. */
export function ArticleReader(props: ArticleReaderProps) {
  const { article, content, quotes, anchors, names, quoteId, readOnly } = props
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [preferences, setPreferences] = usePreferences()
  const [open, setOpen] = useState<'facts' | 'evidence' | 'appearance' | null>(null)
  const [comparing, setComparing] = useState(false)
  const [trayOpen, setTrayOpen] = useState(() => isLost(quotes, quoteId))
  const [isDismissed, dismiss] = useDismissed(article.currentRevisionId)
  const scroller = useRef<HTMLDivElement>(null)
  const find = useRef<{ show(): void }>(null)
  const suggestions = useRef<{ toggle(): void }>(null)
  const proposals = useProposals(article.id, content.id)

  const isCurrent = anchors === null
  const placed = useMemo(
    () => placeQuotes(quotes, anchors && new Map(anchors.map(({ quoteId: id, ...anchor }) => [id, anchor]))),
    [quotes, anchors],
  )
  const lost = useMemo(() => quotes.filter(({ anchor }) => anchor.outcome === 'lost'), [quotes])
  const counts = useMemo(() => countAnchors(quotes.map(({ anchor }) => anchor)), [quotes])
  const latestQuoteId = useRef(quoteId)
  latestQuoteId.current = quoteId
  const activate = useCallback(
    (id: string | null) => {
      if (id !== latestQuoteId.current)
        navigate(paths.article(article.id, id ?? undefined), { replace: true })
    },
    [article.id, navigate],
  )
  const { previousId, nextId, idOf, nextTitle, setStatus, finish } = useArticleSteps({ ...props, scroller })

  const compare = () => {
    if (article.revisions.length > 1) setComparing(true)
    else toast.show({ message: t('reader.revisions.only') })
  }
  const clipAgain = () => {
    if (article.url === null) toast.show({ message: t('reader.revisions.noUrl') })
    else clipQueue.add([{ kind: 'url', url: article.url }], 'revise')
  }
  const leaveStory = () => {
    if (article.copyCount > 0) void notThisStory(article.id)
    else toast.show({ message: t('reader.story.none') })
  }
  const showTray = () => {
    if (lost.length === 0) toast.show({ message: t('reader.lost.none') })
    else {
      setComparing(false)
      props.onShowRevision(article.currentRevisionId)
      setTrayOpen((isOpen) => !isOpen)
    }
  }
  const resize = (by: number) =>
    setPreferences({
      readerSize: Math.min(Math.max(preferences.readerSize + by, readerSizes.smallest), readerSizes.largest),
    })
  const step = (side: 'previousId' | 'nextId') =>
    act(async () => {
      const id = await idOf(side)
      if (id !== null) props.onOpenArticle(id)
      else toast.show({ message: t(side === 'nextId' ? 'reader.end.last' : 'reader.end.first') })
    })

  useAppShortcuts({
    articleNext: () => step('nextId'),
    articlePrevious: () => step('previousId'),
    articleEvidence: () => setOpen('evidence'),
    articleOriginal: () => {
      if (article.url === null) toast.show({ message: t('reader.revisions.noUrl') })
      else window.open(article.url, '_blank', 'noopener,noreferrer')
    },
    articleCompare: compare,
    lostQuotes: showTray,
    appearance: () => setOpen('appearance'),
    textLarger: () => resize(1),
    textSmaller: () => resize(-1),
  })
  useAppShortcuts(
    {
      articleDone: () => void finish(),
      articleReading: () => void setStatus('reading'),
      articleInbox: () => void setStatus('inbox'),
      articleFacts: () => setOpen('facts'),
      articleAgain: clipAgain,
      articleNotStory: leaveStory,
    },
    !readOnly,
  )

  const offer = (id: ShortcutId, run: () => void) => ({
    id: `reader.${id}`,
    label: t(shortcutTable[id].label),
    shortcut: id,
    run,
  })
  useCommands([
    offer('findInArticle', () => find.current?.show()),
    offer('suggestions', () => suggestions.current?.toggle()),
    offer('appearance', () => setOpen('appearance')),
    offer('articleEvidence', () => setOpen('evidence')),
    offer('articleCompare', compare),
    offer('lostQuotes', showTray),
    ...(readOnly
      ? []
      : [
          offer('articleDone', () => void finish()),
          offer('articleFacts', () => setOpen('facts')),
          offer('articleAgain', clipAgain),
          ...(article.copyCount > 0 ? [offer('articleNotStory', leaveStory)] : []),
        ]),
  ])

  const toggle = (what: NonNullable<typeof open>) => (isOpen: boolean) => setOpen(isOpen ? what : null)
  const before = article.revisions[article.revisions.findIndex(({ id }) => id === content.id) - 1]
  return (
    <>
      <ReaderBar
        status={article.status}
        readOnly={readOnly}
        hasPrevious={previousId !== null}
        hasNext={nextId !== null}
        minutesLeft={
          <MinutesLeft
            key={`${content.id} ${comparing}`}
            minutes={readingMinutes(content.wordCount, article.lang)}
            scroller={scroller}
          />
        }
        onClose={props.onClose}
        onPrevious={() => void step('previousId')}
        onNext={() => void step('nextId')}
        onStatus={(status) => void setStatus(status)}
        onFind={() => find.current?.show()}
        onFacts={() => setOpen('facts')}
      >
        <SuggestionsButton
          count={proposals.all.length}
          isOn={proposals.isOn}
          onToggle={() => suggestions.current?.toggle()}
        />
        <RevisionMenu
          article={article}
          shownId={content.id}
          lostCount={lost.length}
          readOnly={readOnly}
          onShow={(id) => {
            setComparing(false)
            props.onShowRevision(id)
          }}
          onCompare={compare}
          onLost={showTray}
          onClipAgain={clipAgain}
        />
        <EvidencePopover
          article={article}
          revision={content}
          open={open === 'evidence'}
          onOpenChange={toggle('evidence')}
        />
        <AppearancePopover open={open === 'appearance'} onOpenChange={toggle('appearance')} />
        <span className={styles.progress} aria-hidden="true" />
      </ReaderBar>
      {readOnly && <p className={styles.readOnly}>{t('reader.readOnly')}</p>}
      {!comparing && isCurrent && before !== undefined && !isDismissed && (
        <NewRevisionBanner
          article={article}
          counts={counts}
          onCompare={compare}
          onLost={showTray}
          onDismiss={dismiss}
        />
      )}
      {!comparing && !isCurrent && (
        <OldRevisionBanner
          revision={content}
          elsewhere={quotes.length - placed.length}
          onCompare={compare}
          onCurrent={() => props.onShowRevision(article.currentRevisionId)}
        />
      )}
      <div className={styles.body}>
        {comparing ? (
          <div className={styles.comparing} ref={scroller}>
            <ComparisonView
              article={article}
              oldId={isCurrent ? (before?.id ?? content.id) : content.id}
              newId={article.currentRevisionId}
              onClose={() => setComparing(false)}
            />
          </div>
        ) : (
          <ReaderText
            key={content.id}
            article={article}
            content={content}
            quotes={placed}
            lost={lost}
            names={names}
            activeId={quoteId}
            onActivate={activate}
            canMark={!readOnly && isCurrent}
            trayOpen={trayOpen && isCurrent}
            onTray={setTrayOpen}
            scroller={scroller}
            find={find}
            proposals={proposals}
            suggestions={suggestions}
            end={
              <>
                <NamingDossiers kind="article" id={article.id} />
                <ArticleEnd
                  isDone={article.status === 'done'}
                  readOnly={readOnly}
                  nextTitle={nextTitle}
                  onDone={() => void finish()}
                  onNext={() => void step('nextId')}
                />
              </>
            }
          />
        )}
      </div>
      <FactsDialog article={article} open={open === 'facts'} onOpenChange={toggle('facts')} />
    </>
  )
}

function isLost(quotes: readonly Quote[], quoteId: string | null): boolean {
  return quotes.find(({ id }) => id === quoteId)?.anchor.outcome === 'lost'
}
