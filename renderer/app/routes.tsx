import { Hammer, SearchX } from 'lucide-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Switch } from 'wouter'
import { EmptyState } from '../ui/empty-state.tsx'
import { paths, patterns } from './paths.ts'

/** Until a screen exists, it says so. */
function Placeholder({ id }: { id: keyof typeof patterns }) {
  const { t } = useTranslation()
  const title = id === 'article' ? t('app.nav.library') : t(`app.nav.${id}`)
  return (
    <EmptyState icon={<Hammer />} title={title}>
      {t('app.placeholder')}
    </EmptyState>
  )
}

/**
 * The screen at every address. A screen comes in when it is first opened:
 * `library: lazy(async () => ({ default: (await import('../library/library-screen.tsx')).LibraryScreen }))`
 */
const screens: Record<keyof typeof patterns, ComponentType> = {
  library: () => <Placeholder id="library" />,
  inbox: () => <Placeholder id="inbox" />,
  article: () => <Placeholder id="article" />,
  topics: () => <Placeholder id="topics" />,
  actors: () => <Placeholder id="actors" />,
  search: () => <Placeholder id="search" />,
  trash: () => <Placeholder id="trash" />,
  settings: () => <Placeholder id="settings" />,
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
      title={t('app.notFound.title')}
      actions={<Link href={paths.library}>{t('app.notFound.home')}</Link>}
    >
      {t('app.notFound.text')}
    </EmptyState>
  )
}
