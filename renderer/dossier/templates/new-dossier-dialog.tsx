import { useQuery } from '@tanstack/react-query'
import { ChevronDown, FilePlus, Handshake, History, Newspaper, Scale } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FreezeRequest } from '#shared/domain/frozen-view.ts'
import type { QuoteConditions } from '#shared/domain/quote.ts'
import { act } from '../../app/act.ts'
import { useNotebookNames } from '../../quotes/notebook-names.ts'
import { PickTopic } from '../../quotes/pick/pick-topic.tsx'
import pick from '../../quotes/pick/pick.module.css'
import { client, rpc } from '../../rpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { formatPartialDate } from '../../ui/partial-date.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './new-dossier-dialog.module.css'
import { useExportChoices } from '../export-choices.ts'
import { fillTemplate, type TemplateId, templateIds } from './templates.ts'

interface NewDossierDialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  onMade(id: string): void
}

const icons: Record<TemplateId, ReactNode> = {
  blank: <FilePlus />,
  situation: <Newspaper />,
  chronology: <History />,
  position: <Scale />,
  meeting: <Handshake />,
}

/** More would make a dossier that nobody reads; what is beyond is said. */
const quotesAtMost = 500

/** Asks what the dossier is to be: empty, or filled from the notebook by a template. */
export function NewDossierDialog({ open, onOpenChange, onMade }: NewDossierDialogProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const names = useNotebookNames()
  const [{ style }] = useExportChoices()
  const { data: citationStyles } = useQuery(rpc.style.list.queryOptions(undefined, { enabled: open }))
  const { data: rounds } = useQuery(rpc.round.list.queryOptions(undefined, { enabled: open }))
  const [template, setTemplate] = useState<TemplateId>('blank')
  const [title, setTitle] = useState('')
  const [topicId, setTopicId] = useState<string>()
  const [roundId, setRoundId] = useState<string>()
  const [days, setDays] = useState<{ from?: string | undefined; until?: string | undefined }>({})
  const [isBusy, setBusy] = useState(false)
  const round = rounds?.find(({ id }) => id === (roundId ?? rounds[0]?.id))
  const isAsked = {
    topic: template !== 'blank' && template !== 'meeting',
    round: template === 'meeting',
    days: template === 'situation' || template === 'chronology',
    matrix: template === 'situation' || template === 'position',
  }
  const lacks =
    (template === 'position' && topicId === undefined) || (template === 'meeting' && round === undefined)
  const suggested = suggestTitle()

  function suggestTitle(): string {
    const name = template === 'blank' ? t('dossier.new.untitled') : t(`dossier.new.template.${template}`)
    const about = isAsked.round
      ? round?.name
      : isAsked.topic && topicId !== undefined
        ? names.topicPath(topicId).at(-1)
        : undefined
    return about === undefined ? name : `${name}: ${about}`
  }
  /** Where everybody stood at the end of the days, or stands now. */
  function matrixOf(): FreezeRequest {
    const { from, until } = isAsked.days ? days : {}
    return {
      kind: 'matrix',
      by: 'party',
      asOf: until ?? null,
      filter: { ...(from !== undefined && { from }), ...(topicId !== undefined && { topicId }) },
    }
  }
  const make = async () => {
    const filter: Partial<QuoteConditions> = {
      ...(isAsked.topic && topicId !== undefined && { topicId }),
      ...(isAsked.days && days.from !== undefined && { from: days.from }),
      ...(isAsked.days && days.until !== undefined && { until: days.until }),
    }
    const rows =
      template === 'blank'
        ? []
        : template === 'meeting'
          ? await quotesOfAgenda(round?.agendaIds ?? [])
          : (await client.quote.list.query({ ...filter, limit: quotesAtMost })).rows
    const view = isAsked.matrix ? await client.analysis.freeze.query(matrixOf()) : undefined
    const document = fillTemplate(template, {
      t,
      date: (day) => formatPartialDate(day, locale, 'long'),
      actor: names.actor,
      topicName: (id) => names.topicPath(id).at(-1),
      quotes: rows,
      rounds: rounds ?? [],
      topicId: isAsked.topic ? topicId : undefined,
      round,
      matrix: view?.kind === 'matrix' ? view : undefined,
      ...(isAsked.days ? days : {}),
    })
    const { id } = await client.dossier.create.mutate({
      title: title.trim() === '' ? suggested : title.trim(),
      document,
      // The one chosen last may be of another notebook.
      ...(citationStyles?.some(({ id }) => id === style) && { citationStyle: style }),
    })
    setTitle('')
    onMade(id)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('dossier.new.title')}
      description={t('dossier.new.explain')}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={lacks || isBusy}
            onClick={() => {
              setBusy(true)
              void act(make).finally(() => setBusy(false))
            }}
          >
            {t('dossier.new.make')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!lacks && !isBusy) void act(make)
        }}
      >
        <Field label={t('dossier.name')}>
          {(control) => (
            <TextInput
              {...control}
              placeholder={suggested}
              maxLength={500}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <fieldset className={styles.templates}>
          <legend>{t('dossier.new.begin')}</legend>
          {templateIds.map((id) => (
            <label key={id} className={styles.template}>
              <input
                type="radio"
                name="template"
                checked={template === id}
                onChange={() => setTemplate(id)}
              />
              <span className={styles.icon}>{icons[id]}</span>
              <span className={styles.words}>
                <b>{t(`dossier.new.template.${id}`)}</b>
                <span>{t(`dossier.new.about.${id}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {isAsked.topic && (
          <Field label={t(template === 'position' ? 'dossier.new.topicNeeded' : 'dossier.new.topic')}>
            {({ id }) => (
              <PickTopic
                label={t('dossier.new.topic')}
                chosenId={topicId}
                onChoose={setTopicId}
                others={[
                  { id: 'any', label: t('quotes.table.anyTopic'), onChoose: () => setTopicId(undefined) },
                ]}
                trigger={
                  <button id={id} type="button" className={pick.filter}>
                    <bdi>
                      {topicId === undefined
                        ? t('quotes.table.anyTopic')
                        : names.topicPath(topicId).join(' › ')}
                    </bdi>
                    <ChevronDown aria-hidden />
                  </button>
                }
              />
            )}
          </Field>
        )}
        {isAsked.round &&
          (rounds?.length === 0 ? (
            <p className={styles.lack}>{t('dossier.new.noRounds')}</p>
          ) : (
            <Field label={t('dossier.new.round')}>
              {(control) => (
                <Select
                  {...control}
                  value={round?.id ?? ''}
                  choices={(rounds ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                  onChoose={setRoundId}
                />
              )}
            </Field>
          ))}
        {isAsked.days && (
          <div className={styles.days}>
            <DateField
              label={t('quotes.table.from')}
              value={days.from ?? null}
              onChange={(from) => setDays({ ...days, from: from ?? undefined })}
            />
            <DateField
              label={t('quotes.table.until')}
              value={days.until ?? null}
              onChange={(until) => setDays({ ...days, until: until ?? undefined })}
            />
          </div>
        )}
      </form>
    </Dialog>
  )
}

/** The quotes on each topic of an agenda, each once, the latest said first. */
async function quotesOfAgenda(topicIds: readonly string[]) {
  const lists = await Promise.all(topicIds.map((topicId) => client.quote.list.query({ topicId, limit: 100 })))
  const rows = lists.flatMap((list) => list.rows)
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()]
  const day = (row: (typeof rows)[number]) => row.saidOn ?? row.publishedAt ?? ''
  return distinct.sort((one, other) => day(other).localeCompare(day(one)))
}
