import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { describeError } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { rpc } from '../rpc/client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { HitItem } from './hit-item.tsx'
import { KindFilter } from './kind-filter.tsx'
import { kindOfQuery, withKind } from './kind-of-query.ts'
import { resultsId } from './results-id.ts'
import styles from './search-screen.module.css'

const hitsAtMost = 100
const examples = [
  '"security guarantees"',
  'guarant* -border',
  'topic:water is:inbox',
  'lang:uk date:2026-09..',
  'security kind:dossier',
] as const

/** What the search of the top bar found of all that was captured and written, as one types. */
export function SearchScreen({ query }: { query: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const wanted = useDeferredValue(query.trim())
  const chosen = kindOfQuery(wanted)
  const { data, error } = useQuery({
    ...rpc.search.run.queryOptions({ query: wanted, asYouType: true, limit: hitsAtMost, facets: true }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const answer = wanted === '' ? undefined : data
  const problems = [
    ...(answer?.problems.map((problem) => t(`search.problems.${problem.code}`, { ...problem })) ?? []),
    ...(error === null || wanted === '' ? [] : [describeError(error)]),
  ]
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('search.title')}</h1>
      <p className={styles.status} role="status">
        {answer !== undefined &&
          t(answer.total.atLeast ? 'search.foundAtLeast' : 'search.found', { count: answer.total.count })}
      </p>
      {problems.map((message) => (
        <p key={message} className={styles.problem}>
          {message}
        </p>
      ))}
      {wanted === '' && <Examples />}
      {answer?.hits.length === 0 && (
        <EmptyState icon={<Search />} title={t('search.nothing')}>
          {t('search.nothingExplain')}
        </EmptyState>
      )}
      {answer !== undefined && (answer.facets.length > 1 || chosen !== null) && (
        <KindFilter
          facets={answer.facets}
          chosen={chosen}
          onChoose={(kind) => navigate(paths.search(withKind(query, kind)), { replace: true })}
        />
      )}
      <ul id={resultsId} className={styles.results} onKeyDown={moveWithArrows}>
        {answer?.hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <HitItem hit={hit} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Teaches the query language by queries that can be tried. */
function Examples() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return (
    <section className={styles.examples}>
      <p>{t('search.explain')}</p>
      <ul>
        {examples.map((example, index) => (
          <li key={example}>
            <button type="button" className={styles.example} onClick={() => navigate(paths.search(example))}>
              {example}
            </button>
            <span>{t(`search.example.${index}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Arrows go from hit to hit, and from the first back to the field. */
function moveWithArrows(event: React.KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link.contains(document.activeElement))
  const targets: Record<string, number> = {
    ArrowDown: Math.min(at + 1, links.length - 1),
    ArrowUp: at - 1,
    Home: 0,
    End: links.length - 1,
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  if (target < 0) document.querySelector<HTMLInputElement>('header input')?.focus()
  else links[target]?.focus()
}
