import { Fragment, useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../ui/live-region.tsx'
import styles from './suggestion-menu.module.css'
import type { SuggestionStore } from './suggestion-store.ts'

/** The menu at the caret, for `/` and `@`. The focus stays in the text; arrows, Enter and Escape are the text's. */
export function SuggestionMenu({ store, label }: { store: SuggestionStore; label: string }) {
  const open = useSyncExternalStore(store.subscribe, store.get)
  if (open === null || (open.props.items.length === 0 && !open.props.loading && open.props.query === ''))
    return null
  return <OpenMenu store={store} label={label} />
}

function OpenMenu({ store, label }: { store: SuggestionStore; label: string }) {
  const { t } = useTranslation()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const open = useSyncExternalStore(store.subscribe, store.get)
  const session = open?.props.decorationNode
  const dom = open?.props.editor.view.dom
  // biome-ignore lint/correctness/useExhaustiveDependencies: mounted once for each time it is opened
  useLayoutEffect(() => {
    const element = list.current
    if (element === null || open === null) return
    return open.props.mount(element)
  }, [session === null])
  const count = open?.props.items.length ?? 0
  const active = open?.active ?? 0
  useEffect(() => {
    if (dom === undefined) return
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${active}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [dom, id, active])
  useEffect(() => announce(t('ui.picker.results', { count })), [t, count])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item in sight is another one when another is active
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  if (open === null) return null
  const { items, command, loading } = open.props
  return (
    <div ref={list} className={styles.menu}>
      <div role="listbox" id={id} aria-label={label} className={styles.list} tabIndex={-1}>
        {items.map((item, index) => (
          <Fragment key={item.id}>
            {item.group !== items[index - 1]?.group && (
              <div role="presentation" className={styles.group}>
                {item.group}
              </div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.item}
              onPointerMove={() => store.point(index)}
              // The caret stays in the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => command(item)}
              onKeyDown={() => {}}
            >
              <span className={styles.icon}>{item.icon}</span>
              <span className={styles.words}>
                <bdi className={styles.label}>{item.label}</bdi>
                {item.note !== undefined && <bdi className={styles.note}>{item.note}</bdi>}
              </span>
            </div>
          </Fragment>
        ))}
      </div>
      {items.length === 0 && (
        <p className={styles.none}>{t(loading ? 'dossier.suggest.looking' : 'ui.picker.empty')}</p>
      )}
    </div>
  )
}
