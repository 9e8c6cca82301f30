import { SearchX } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Switch } from 'wouter'
import { EmptyState } from '../ui/empty-state.tsx'
import { navigate, useSearchQuery } from './location.ts'
import { paths, patterns } from './paths.ts'

const LibraryScreen = lazy(async () => ({
  default: (await import('../library/library-screen.tsx')).LibraryScreen,
}))
const ReaderScreen = lazy(async () => ({
  default: (await import('../reader/reader-screen.tsx')).ReaderScreen,
}))
const FeedsScreen = lazy(async () => ({
  default: (await import('../feeds/feeds-screen.tsx')).FeedsScreen,
}))
const TopicsScreen = lazy(async () => ({
  default: (await import('../topics/topics-screen.tsx')).TopicsScreen,
}))
const ActorsScreen = lazy(async () => ({
  default: (await import('../actors/actors-screen.tsx')).ActorsScreen,
}))
const QuotesScreen = lazy(async () => ({
  default: (await import('../quotes/table/quotes-screen.tsx')).QuotesScreen,
}))
const RoundsScreen = lazy(async () => ({
  default: (await import('../rounds/rounds-screen.tsx')).RoundsScreen,
}))
const DossiersScreen = lazy(async () => ({
  default: (await import('../dossier/dossiers-screen.tsx')).DossiersScreen,
}))
const UtterancesScreen = lazy(async () => ({
  default: (await import('../quotes/utterances/utterances-screen.tsx')).UtterancesScreen,
}))
const AgreementScreen = lazy(async () => ({
  default: (await import('../quotes/agreement/agreement-screen.tsx')).AgreementScreen,
}))
const SearchScreen = lazy(async () => ({
  default: (await import('../search/search-screen.tsx')).SearchScreen,
}))
const MatrixScreen = lazy(async () => ({
  default: (await import('../matrix/matrix-screen.tsx')).MatrixScreen,
}))
const ShiftsScreen = lazy(async () => ({
  default: (await import('../shifts/shifts-screen.tsx')).ShiftsScreen,
}))
const TimelineScreen = lazy(async () => ({
  default: (await import('../timeline/timeline-screen.tsx')).TimelineScreen,
}))
const DigestScreen = lazy(async () => ({
  default: (await import('../digest/digest-screen.tsx')).DigestScreen,
}))
const CoverageScreen = lazy(async () => ({
  default: (await import('../coverage/coverage-screen.tsx')).CoverageScreen,
}))
const ConditionsScreen = lazy(async () => ({
  default: (await import('../conditions/conditions-screen.tsx')).ConditionsScreen,
}))
const NetworkScreen = lazy(async () => ({
  default: (await import('../network/network-screen.tsx')).NetworkScreen,
}))
const ImportScreen = lazy(async () => ({
  default: (await import('../import/import-screen.tsx')).ImportScreen,
}))
const TrashScreen = lazy(async () => ({
  default: (await import('../settings/trash-screen.tsx')).TrashScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/settings-screen.tsx')).SettingsScreen,
}))

/** The screen at every address; each comes in when it is first opened. */
const screens: Record<
  keyof typeof patterns,
  ComponentType<{ params: Record<string, string | undefined> }>
> = {
  library: () => <LibraryScreen key="library" />,
  inbox: () => <LibraryScreen key="inbox" status="inbox" />,
  article: ({ params: { articleId = '', quoteId = null } }) => (
    <ReaderScreen
      key={articleId}
      articleId={articleId}
      quoteId={quoteId}
      onOpenArticle={(id) => navigate(paths.article(id))}
      onClose={() => navigate(paths.library)}
    />
  ),
  feeds: () => <FeedsScreen />,
  topics: ({ params: { topicId = null } }) => <TopicsScreen topicId={topicId} />,
  actors: ({ params: { actorId = null } }) => <ActorsScreen actorId={actorId} />,
  quotes: () => <QuotesScreen />,
  rounds: ({ params: { roundId = null } }) => <RoundsScreen roundId={roundId} />,
  dossiers: ({ params: { dossierId = null } }) => <DossiersScreen dossierId={dossierId} />,
  utterances: () => <UtterancesScreen />,
  agreement: () => <AgreementScreen />,
  search: () => <SearchScreen query={useSearchQuery()} />,
  matrix: () => <MatrixScreen />,
  shifts: () => <ShiftsScreen />,
  timeline: () => <TimelineScreen />,
  digest: () => <DigestScreen />,
  coverage: () => <CoverageScreen />,
  conditions: () => <ConditionsScreen />,
  network: () => <NetworkScreen />,
  trash: () => <TrashScreen />,
  import: () => <ImportScreen />,
  settings: () => <SettingsScreen />,
}

/** Shows the screen the address names. */
export function Routes() {
  return (
    <Switch>
      {Object.entries(screens).map(([id, screen]) => (
        <Route key={id} path={patterns[id as keyof typeof patterns]} component={screen} />
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}

function NotFound() {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={<SearchX />}
      level={1}
      title={t('app.notFound.title')}
      actions={<Link href={paths.library}>{t('app.notFound.home')}</Link>}
    >
      {t('app.notFound.text')}
    </EmptyState>
  )
}
