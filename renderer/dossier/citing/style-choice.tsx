import { useQuery } from '@tanstack/react-query'
import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CitationLang, citationLangSchema, defaultCitationStyle } from '#shared/domain/citation.ts'
import { rpc } from '../../rpc/client.ts'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import type { Citing } from '../saving/dossier-saver.ts'
import styles from './style-choice.module.css'
import { StylesDialog } from './styles-dialog.tsx'

interface StyleChoiceProps {
  citing: Citing
  onCite(citing: Citing): void
  readOnly: boolean
}

const ownLanguage = 'own'

/** By which style a dossier cites and in which language, with the way to further styles. */
export function StyleChoice({ citing, onCite, readOnly }: StyleChoiceProps) {
  const { t } = useTranslation()
  const [isListing, setListing] = useState(false)
  const { data: known } = useQuery(rpc.style.list.queryOptions())
  const chosen = citing.style ?? defaultCitationStyle
  const isGone = known !== undefined && !known.some(({ id }) => id === chosen)
  return (
    <div className={styles.choice}>
      <Field
        label={t('dossier.export.style')}
        error={isGone ? t('dossier.styles.gone', { name: chosen }) : undefined}
      >
        {(field) => (
          <div className={styles.withButton}>
            <Select
              {...field}
              disabled={readOnly}
              value={chosen}
              choices={[
                ...(known !== undefined && !isGone ? [] : [{ value: chosen, label: chosen }]),
                ...(known ?? []).map(({ id, title }) => ({ value: id, label: title })),
              ]}
              onChoose={(style) => onCite({ ...citing, style })}
            />
            <IconButton label={t('dossier.styles.more')} onClick={() => setListing(true)}>
              <ListPlus />
            </IconButton>
          </div>
        )}
      </Field>
      <Field label={t('dossier.export.lang')}>
        {(field) => (
          <Select
            {...field}
            disabled={readOnly}
            value={citing.lang ?? ownLanguage}
            choices={[
              { value: ownLanguage, label: t('dossier.export.ownLang') },
              ...citationLangSchema.options.map((value) => ({
                value,
                label: t(`dossier.export.langs.${value}`),
              })),
            ]}
            onChoose={(value) => onCite({ ...citing, lang: langOf(value) })}
          />
        )}
      </Field>
      <StylesDialog
        open={isListing}
        onOpenChange={setListing}
        {...(!readOnly && { onAdded: (style: string) => onCite({ ...citing, style }) })}
      />
    </div>
  )
}

function langOf(value: string): CitationLang | null {
  return citationLangSchema.safeParse(value).data ?? null
}
