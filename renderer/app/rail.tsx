import {
  ArrowLeftRight,
  ChartGantt,
  GitFork,
  Grid3x3,
  Handshake,
  Inbox,
  Library,
  ListTree,
  MessageSquareQuote,
  Newspaper,
  NotebookPen,
  Radar,
  Rss,
  Search,
  Settings,
  Trash2,
  UsersRound,
  Waypoints,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { CoderMenu } from '../quotes/coder-menu.tsx'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { Tooltip } from '../ui/tooltip.tsx'
import { paths } from './paths.ts'
import styles from './rail.module.css'
import { chordOf, type ShortcutId } from './shortcut-table.ts'

interface Destination {
  id:
    | 'library'
    | 'inbox'
    | 'topics'
    | 'actors'
    | 'search'
    | 'matrix'
    | 'shifts'
    | 'timeline'
    | 'digest'
    | 'coverage'
    | 'network'
    | 'conditions'
    | 'feeds'
    | 'trash'
    | 'settings'
    | 'quotes'
    | 'rounds'
    | 'dossiers'
  path: string
  icon: typeof Library
  shortcut: ShortcutId
}

const upper: Destination[] = [
  { id: 'inbox', path: paths.inbox, icon: Inbox, shortcut: 'goInbox' },
  { id: 'library', path: paths.library, icon: Library, shortcut: 'goLibrary' },
  { id: 'feeds', path: paths.feeds, icon: Rss, shortcut: 'goFeeds' },
  { id: 'quotes', path: paths.quotes, icon: MessageSquareQuote, shortcut: 'goQuotes' },
  { id: 'rounds', path: paths.rounds(), icon: Handshake, shortcut: 'goRounds' },
  { id: 'dossiers', path: paths.dossiers(), icon: NotebookPen, shortcut: 'goDossiers' },
  { id: 'topics', path: paths.topics(), icon: ListTree, shortcut: 'goTopics' },
  { id: 'actors', path: paths.actors(), icon: UsersRound, shortcut: 'goActors' },
  { id: 'search', path: paths.search(), icon: Search, shortcut: 'goSearch' },
]

/** What all quotes say together. */
const views: Destination[] = [
  { id: 'matrix', path: paths.matrix, icon: Grid3x3, shortcut: 'goMatrix' },
  { id: 'shifts', path: paths.shifts, icon: ArrowLeftRight, shortcut: 'goShifts' },
  { id: 'conditions', path: paths.conditions, icon: GitFork, shortcut: 'goConditions' },
  { id: 'timeline', path: paths.timeline, icon: ChartGantt, shortcut: 'goTimeline' },
  { id: 'digest', path: paths.digest, icon: Newspaper, shortcut: 'goDigest' },
  { id: 'coverage', path: paths.coverage, icon: Radar, shortcut: 'goCoverage' },
  { id: 'network', path: paths.network, icon: Waypoints, shortcut: 'goNetwork' },
]

const lower: Destination[] = [
  { id: 'trash', path: paths.trash, icon: Trash2, shortcut: 'goTrash' },
  { id: 'settings', path: paths.settings, icon: Settings, shortcut: 'goSettings' },
]

export const destinations = [...upper, ...views, ...lower]

interface RailProps {
  notebookName: string
  inboxCount: number
  readOnly: boolean
  /** Icons without words. */
  collapsed: boolean
}

/** The way to every screen. */
export function Rail({ notebookName, inboxCount, readOnly, collapsed }: RailProps) {
  const { t } = useTranslation()
  const item = (destination: Destination) => (
    <li key={destination.id}>
      <RailLink
        destination={destination}
        count={destination.id === 'inbox' ? inboxCount : 0}
        iconOnly={collapsed}
      />
    </li>
  )
  return (
    <nav className={cx(styles.rail, collapsed && styles.collapsed)} aria-label={t('app.nav.label')}>
      <div className={styles.notebook} title={notebookName}>
        <Logo />
        {!collapsed && (
          <span className={styles.name} dir="auto">
            {notebookName}
          </span>
        )}
      </div>
      <ul className={styles.list}>{upper.map(item)}</ul>
      <ul className={cx(styles.list, styles.views)}>{views.map(item)}</ul>
      <ul className={cx(styles.list, styles.lower)}>{lower.map(item)}</ul>
      <CoderMenu iconOnly={collapsed} readOnly={readOnly} />
    </nav>
  )
}

interface RailLinkProps {
  destination: Destination
  count: number
  iconOnly: boolean
}

function RailLink({ destination, count, iconOnly }: RailLinkProps) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const { id, path, icon: Icon, shortcut } = destination
  const isHere =
    path === paths.library
      ? location === path || location.startsWith('/article/')
      : location === path || location.startsWith(`${path}/`)
  const name = count > 0 ? t('app.nav.inboxCount', { count }) : t(`app.nav.${id}`)
  return (
    <Tooltip label={t(`app.nav.${id}`)} shortcut={chordOf(shortcut)} side="right">
      <Link href={path} className={styles.link} aria-label={name} aria-current={isHere ? 'page' : undefined}>
        <Icon size={17} strokeWidth={1.8} />
        {!iconOnly && <span className={styles.word}>{t(`app.nav.${id}`)}</span>}
        {/* What is seen is then said as well, in the same words: “Inbox 1”. */ ' '}
        {!iconOnly && count > 0 && <Badge>{count}</Badge>}
        {iconOnly && count > 0 && <span className={styles.dot} />}
      </Link>
    </Tooltip>
  )
}

function Logo() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" className={styles.logo} aria-hidden="true">
      <rect x="3" y="2" width="18" height="20" rx="4" fill="currentColor" />
      <path
        d="M8 8.2h8M8 12h8M8 15.8h4.5"
        stroke="var(--surface-window)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
