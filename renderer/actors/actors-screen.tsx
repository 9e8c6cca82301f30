import { Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { foldText } from '#shared/search/tokenize.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client } from '../rpc/client.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SplitView } from '../ui/resizable-panes.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { ActorPage } from './actor-page.tsx'
import styles from './actors-screen.module.css'

/** Everybody in the notebook at the side, and the page of the one that is chosen. */
export function ActorsScreen({ actorId }: { actorId: string | null }) {
  const { t } = useTranslation()
  const { actors } = useNotebookNames()
  const chosen = actors.find((actor) => actor.id === actorId)
  return (
    <SplitView
      name="actors"
      side={<ActorList chosenId={actorId} />}
      main={
        chosen === undefined ? (
          <EmptyState icon={<Users />} title={t(actors.length === 0 ? 'actors.none' : 'actors.choose')}>
            {t('actors.explain')}
          </EmptyState>
        ) : (
          <ActorPage key={chosen.id} actor={chosen} />
        )
      }
    />
  )
}

function ActorList({ chosenId }: { chosenId: string | null }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { actors } = useNotebookNames()
  const [text, setText] = useState('')
  const wanted = foldText(text)
  const shown = actors.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => foldText(one).includes(wanted)),
  )
  const isNew = wanted !== '' && !actors.some((actor) => foldText(actor.name) === wanted)
  const create = async () => {
    const made = await act(
      () => client.actor.create.mutate({ name: text }),
      t('actors.created', { name: text }),
    )
    if (made === undefined) return
    setText('')
    navigate(paths.actors(made.id))
  }
  return (
    <nav className={styles.list} aria-label={t('actors.title')}>
      <header className={styles.head}>
        <h1>{t('actors.title')}</h1>
        <SearchField
          label={t('actors.find')}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isNew && shown.length === 0) void create()
          }}
        />
        {isNew && (
          <Button size="small" onClick={() => void create()}>
            {t('actors.create', { name: text })}
          </Button>
        )}
      </header>
      <ul>
        {shown.map((actor) => (
          <li key={actor.id}>
            <Link
              href={paths.actors(actor.id)}
              className={styles.row}
              aria-current={actor.id === chosenId ? 'page' : undefined}
            >
              <bdi className={styles.name}>{actor.name}</bdi>
              <span className={styles.kind}>{t(`actors.kind.${actor.kind}`)}</span>
              <Badge>{actor.quoteCount}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
