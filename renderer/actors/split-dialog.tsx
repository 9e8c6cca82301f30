import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Actor } from '#shared/domain/actor.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './split-dialog.module.css'

const quotesAtMost = 500

/** Two people under one name become two: which names and which quotes belong to the other one. */
export function SplitDialog({ actor, onClose }: { actor: Actor; onClose(): void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { data } = useQuery(rpc.quote.list.queryOptions({ actorId: actor.id, limit: quotesAtMost }))
  const [name, setName] = useState('')
  const [aliases, setAliases] = useState<ReadonlySet<string>>(new Set())
  const [quoteIds, setQuoteIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = (set: ReadonlySet<string>, one: string) => {
    const next = new Set(set)
    if (!next.delete(one)) next.add(one)
    return next
  }
  const split = async () => {
    const made = await act(
      () =>
        client.actor.split.mutate({
          id: actor.id,
          name: name.trim(),
          aliases: [...aliases],
          quoteIds: [...quoteIds],
        }),
      t('actors.splitDone', { name: name.trim() }),
    )
    if (made === undefined) return
    onClose()
    navigate(paths.actors(made.id))
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('actors.splitTitle', { name: actor.name })}
      description={t('actors.splitExplain')}
      actions={
        <>
          <Button onClick={onClose}>{t('quotes.cancel')}</Button>
          <Button variant="primary" disabled={name.trim() === ''} onClick={() => void split()}>
            {t('actors.splitDo')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label={t('actors.splitName')}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        {actor.aliases.length > 0 && (
          <fieldset className={styles.choices}>
            <legend>{t('actors.splitAliases')}</legend>
            {actor.aliases.map((alias) => (
              <Checkbox
                key={alias}
                label={<bdi>{alias}</bdi>}
                checked={aliases.has(alias)}
                onChange={() => setAliases(toggle(aliases, alias))}
              />
            ))}
          </fieldset>
        )}
        {(data?.rows.length ?? 0) > 0 && (
          <fieldset className={styles.choices}>
            <legend>{t('actors.splitQuotes')}</legend>
            {data?.rows.map((quote) => (
              <Checkbox
                key={quote.id}
                label={
                  <span className={styles.quote} dir="auto" lang={quote.lang}>
                    {quote.exact}
                    <small>{[quote.outlet, quote.saidOn].filter(Boolean).join(' · ')}</small>
                  </span>
                }
                checked={quoteIds.has(quote.id)}
                onChange={() => setQuoteIds(toggle(quoteIds, quote.id))}
              />
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}
