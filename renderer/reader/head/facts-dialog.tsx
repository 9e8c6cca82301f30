import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Article, type ArticlePatch, articlePatchSchema } from '#shared/domain/article.ts'
import { act } from '../../app/act.ts'
import { client } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import styles from './facts-dialog.module.css'
import { changedFacts, draftOf, type FactsDraft } from './facts-draft.ts'
import { languageChoices } from './language-names.ts'
import type { FactName } from './provenance.ts'
import { useSourceName } from './use-source-name.ts'

interface FactsDialogProps {
  article: Article
  open: boolean
  onOpenChange(open: boolean): void
}

/** The facts about an article, each with where it came from, to be put right. */
export function FactsDialog({ article, open, onOpenChange }: FactsDialogProps) {
  const { t } = useTranslation()
  const form = useId()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('reader.facts.title')}
      description={t('reader.facts.explain')}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('reader.cancel')}</Button>
          <Button type="submit" form={form} variant="primary">
            {t('reader.facts.save')}
          </Button>
        </>
      }
    >
      <FactsForm id={form} article={article} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function FactsForm({ id, article, onDone }: { id: string; article: Article; onDone(): void }) {
  const { t, i18n } = useTranslation()
  const sourceName = useSourceName(article)
  const [draft, setDraft] = useState(() => draftOf(article))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<FactsDraft>) => setDraft((now) => ({ ...now, ...change }))
  const patch = changedFacts(article, draft)
  const faults = faultsOf(patch)
  const from = (fact: FactName) => {
    const source = sourceName(fact)
    return source === undefined ? t('reader.facts.notNoted') : t('reader.from', { source })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faults.size > 0) return
    onDone()
    if (Object.keys(patch).length > 1)
      await act(() => client.article.update.mutate(patch), t('reader.facts.saved'))
  }
  const line = (fact: 'outlet' | 'byline' | 'url') => (
    <Field
      label={t(`reader.facts.${fact}`)}
      hint={from(fact)}
      error={tried && faults.has(fact) ? t(`reader.facts.wrong.${fact}`) : undefined}
    >
      {(control) => (
        <TextInput
          {...control}
          inputMode={fact === 'url' ? 'url' : 'text'}
          dir={fact === 'url' ? 'ltr' : 'auto'}
          value={draft[fact]}
          onChange={({ target }) => set({ [fact]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <form id={id} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t('reader.facts.name')}
        hint={from('title')}
        error={tried && faults.has('title') ? t('reader.facts.wrong.title') : undefined}
      >
        {(control) => (
          <TextArea
            {...control}
            autoFocus
            rows={2}
            value={draft.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        {line('outlet')}
        {line('byline')}
      </div>
      <div className={styles.pair}>
        <div>
          <DateField
            label={t('reader.facts.publishedAt')}
            value={draft.publishedOn}
            onChange={(publishedOn) => set({ publishedOn })}
          />
          <p className={styles.from}>{from('publishedAt')}</p>
        </div>
        <Field label={t('reader.facts.lang')} hint={from('lang')}>
          {(control) => (
            <Select
              {...control}
              value={draft.lang}
              choices={languageChoices(article.lang, i18n.language, t('reader.languageUnknown'))}
              onChoose={(lang) => set({ lang })}
            />
          )}
        </Field>
      </div>
      {line('url')}
    </form>
  )
}

/** The facts that could not be stored as they are written. */
function faultsOf(patch: ArticlePatch): Set<PropertyKey> {
  const { error } = articlePatchSchema.safeParse(patch)
  return new Set(error?.issues.map(({ path }) => path[0] ?? '') ?? [])
}
