import { Bookmark, Columns3 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { columnIds, firstView, keepViews, type QuotesView, savedViews } from './quotes-view.ts'

interface ViewMenusProps {
  notebookId: string
  view: QuotesView
  onView(view: Partial<QuotesView>): void
}

/** Which columns there are, and the views that were saved by name. */
export function ViewMenus({ notebookId, view, onView }: ViewMenusProps) {
  const { t } = useTranslation()
  const [views, setViews] = useState(() => savedViews(notebookId))
  const [name, setName] = useState<string | null>(null)
  const keep = (next: Record<string, QuotesView>) => {
    keepViews(notebookId, next)
    setViews(next)
  }
  const save = () => {
    const title = name?.trim() ?? ''
    if (title === '') return
    const { filter, order, group, columns } = view
    keep({ ...views, [title]: { filter, order, group, columns } })
    setName(null)
  }
  const names = Object.keys(views).toSorted((a, b) => a.localeCompare(b))
  return (
    <>
      <Menu
        align="end"
        trigger={<Button icon={<Bookmark />}>{t('quotes.table.views')}</Button>}
        entries={[
          { id: 'first', label: t('quotes.table.allQuotes'), onSelect: () => onView(firstView) },
          ...names.map((title) => ({
            id: `view ${title}`,
            label: title,
            onSelect: () => onView(views[title] ?? firstView),
          })),
          { id: 'line', kind: 'line' },
          { id: 'save', label: t('quotes.table.saveView'), onSelect: () => setName('') },
          ...(names.length === 0
            ? []
            : [
                {
                  id: 'remove',
                  label: t('quotes.table.removeView'),
                  items: names.map((title) => ({
                    id: `remove ${title}`,
                    label: title,
                    onSelect: () =>
                      keep(Object.fromEntries(Object.entries(views).filter(([one]) => one !== title))),
                  })),
                },
              ]),
        ]}
      />
      <Menu
        align="end"
        trigger={<Button icon={<Columns3 />}>{t('quotes.table.columns')}</Button>}
        entries={columnIds.map((id) => ({
          id,
          label: t(`quotes.table.column.${id}`),
          checked: view.columns.includes(id),
          onSelect: () =>
            onView({
              columns: view.columns.includes(id)
                ? view.columns.filter((one) => one !== id)
                : [...view.columns, id],
            }),
        }))}
      />
      <Dialog
        open={name !== null}
        onOpenChange={() => setName(null)}
        title={t('quotes.table.saveView')}
        description={t('quotes.table.saveViewExplain')}
        width="narrow"
        actions={
          <>
            <Button onClick={() => setName(null)}>{t('quotes.cancel')}</Button>
            <Button variant="primary" disabled={!name?.trim()} onClick={save}>
              {t('quotes.translation.save')}
            </Button>
          </>
        }
      >
        <Field label={t('quotes.table.viewName')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={100}
              value={name ?? ''}
              onChange={({ target }) => setName(target.value)}
              onKeyDown={({ key }) => key === 'Enter' && save()}
            />
          )}
        </Field>
      </Dialog>
    </>
  )
}
