import { Building2, Flag, UserRound } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Actor, ActorKind } from '#shared/domain/actor.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { act } from '../app/act.ts'
import { useCanWrite } from '../app/can-write.ts'
import { paths } from '../app/paths.ts'
import { usePreferences } from '../app/preferences.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client } from '../rpc/client.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { VirtualList, type VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { SearchField } from '../ui/search-field.tsx'
import styles from './actor-list.module.css'

const kindIcons: Record<ActorKind, typeof UserRound> = {
  person: UserRound,
  organisation: Building2,
  party: Flag,
}
const rowHeights = { comfortable: 36, compact: 30 } as const
const keyOf = ({ id }: Actor) => id

/** Everybody in the notebook, by name: to choose from, to narrow down, and to add to. */
export function ActorList({ chosenId }: { chosenId: string | null }) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const [, navigate] = useLocation()
  const { actors } = useNotebookNames()
  const [{ density }] = usePreferences()
  const [text, setText] = useState('')
  const list = useRef<VirtualListHandle>(null)
  const find = useRef<HTMLInputElement>(null)
  useAppShortcuts({ findInList: () => find.current?.focus() })
  const wanted = foldText(text)
  const shown = actors.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => foldText(one).includes(wanted)),
  )
  const isNew = canWrite && wanted !== '' && !actors.some((actor) => foldText(actor.name) === wanted)
  const go = (actor: Actor | undefined) => {
    if (actor) navigate(paths.actors(actor.id), { replace: true })
  }
  const create = async () => {
    const name = text.trim()
    const made = await act(() => client.actor.create.mutate({ name }), t('actors.created', { name }))
    if (made === undefined) return
    setText('')
    navigate(paths.actors(made.id))
  }
  useEffect(() => {
    if (actors.length > 0 && document.activeElement === document.body) list.current?.focus()
  }, [actors.length])
  return (
    <nav className={styles.pane} aria-label={t('actors.title')}>
      <header className={styles.head}>
        <h1>{t('actors.title')}</h1>
        <SearchField
          ref={find}
          shortcut={chordOf('findInList')}
          label={t('actors.find')}
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') list.current?.focus()
            else if (event.key === 'Enter' && shown[0] !== undefined) go(shown[0])
            else if (event.key === 'Enter' && isNew) void create()
            else return
            event.preventDefault()
          }}
        />
        {isNew && (
          <Button size="small" onClick={() => void create()}>
            {t('actors.create', { name: text.trim() })}
          </Button>
        )}
      </header>
      <div className={styles.list}>
        <VirtualList<Actor>
          ref={list}
          label={t('actors.list')}
          count={shown.length}
          rowHeight={rowHeights[density]}
          rowAt={(index) => shown[index]}
          keyOf={keyOf}
          active={shown.findIndex(({ id }) => id === chosenId)}
          onActiveChange={(index) => go(shown[index])}
          padding={8}
          renderRow={(actor) => <ActorRow actor={actor} />}
        />
      </div>
    </nav>
  )
}

const ActorRow = memo(function ActorRow({ actor }: { actor: Actor }) {
  const { t } = useTranslation()
  const Icon = kindIcons[actor.kind]
  return (
    <div className={styles.row}>
      <Icon size={15} role="img" aria-label={t(`actors.kind.${actor.kind}`)} className={styles.kind} />
      <bdi className={styles.name}>{actor.name}</bdi>
      {actor.quoteCount > 0 && <Badge>{actor.quoteCount}</Badge>}
    </div>
  )
})
