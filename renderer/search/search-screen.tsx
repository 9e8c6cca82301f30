import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rpc } from '../rpc/client.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { HitItem } from './hit-item.tsx'
import styles from './search-screen.module.css'

const hitsAtMost = 100
const examples = [
  '"security guarantees"',
  'guarant* -border',
  'topic:water is:inbox',
  'lang:uk date:2026-09..',
] as const

/** Search over articles, quotes and comments, with results as one types. */
export function SearchScreen({ query, onQuery }: { query: string; onQuery(query: string): void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(query)
  const results = useRef<HTMLUListElement>(null)
  useEffect(() => setText(query), [query])
  const deferred = useDeferredValue(text.trim())
  const { data, error } = useQuery({
    ...rpc.search.run.queryOptions({ query: deferred, asYouType: true, limit: hitsAtMost }),
    enabled: deferred !== '',
    placeholderData: keepPreviousData,
  })
  const answer = deferred === '' ? undefined : data
  const change = (next: string) => {
    setText(next)
    onQuery(next)
  }
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('search.title')}</h1>
        <SearchField
          autoFocus
          label={t('search.field')}
          value={text}
          onChange={change}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            results.current?.querySelector('a')?.focus()
          }}
        />
        <p className={styles.status} role="status">
          {answer !== undefined &&
            t(answer.total.atLeast ? 'search.foundAtLeast' : 'search.found', { count: answer.total.count })}
        </p>
        {answer?.problems.map((problem) => (
          <p key={problem.message} className={styles.problem}>
            {problem.message}
          </p>
        ))}
        {error !== null && deferred !== '' && <p className={styles.problem}>{error.message}</p>}
      </header>
      {deferred === '' && <Examples onChoose={change} />}
      {answer !== undefined && answer.hits.length === 0 && (
        <EmptyState icon={<Search />} title={t('search.nothing')}>
          {t('search.nothingExplain')}
        </EmptyState>
      )}
      <ul ref={results} className={styles.results} onKeyDown={moveWithArrows}>
        {answer?.hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <HitItem hit={hit} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Examples({ onChoose }: { onChoose(query: string): void }) {
  const { t } = useTranslation()
  return (
    <section className={styles.examples}>
      <p>{t('search.explain')}</p>
      <ul>
        {examples.map((example, index) => (
          <li key={example}>
            <button type="button" className={styles.example} onClick={() => onChoose(example)}>
              {example}
            </button>
            <span>{t(`search.example.${index}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function moveWithArrows(event: React.KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link.contains(document.activeElement))
  event.preventDefault()
  links[at + step]?.focus()
}
