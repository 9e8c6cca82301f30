import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageSchema } from '#shared/domain/common.ts'
import type { Quote } from '#shared/domain/quote.ts'
import type { Translation } from '#shared/domain/translation.ts'
import { usePreferences } from '../../../app/preferences.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { removeTranslation, saveTranslation } from '../quote-changes.ts'
import styles from './chain.module.css'

interface TranslationDialogProps {
  quote: Quote
  /** null adds one. */
  version: Translation | null
  onClose(): void
}

/** A translation of a quote: the words, the language, by whom, and whether it is the version that counts. */
export function TranslationDialog({ quote, version, onClose }: TranslationDialogProps) {
  const { t, i18n } = useTranslation()
  const [{ coderName }] = usePreferences()
  const [text, setText] = useState(version?.text ?? '')
  const [lang, setLang] = useState(version?.lang ?? i18n.language)
  const [translator, setTranslator] = useState(version === null ? coderName : (version.translator ?? ''))
  const [authoritative, setAuthoritative] = useState(version?.authoritative ?? false)
  const isLanguage = languageSchema.safeParse(lang).success
  const canSave = text.trim() !== '' && isLanguage
  const save = () => {
    if (!canSave) return
    void saveTranslation(quote, {
      id: version?.id,
      lang,
      text: text.trim(),
      translator: translator.trim() === '' ? null : translator.trim(),
      authoritative,
    })
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(version === null ? 'quotes.translation.add' : 'quotes.translation.change')}
      description={<q dir="auto">{quote.exact}</q>}
      actions={
        <>
          {version !== null && (
            <Button
              variant="quiet"
              icon={<Trash2 />}
              onClick={() => {
                void removeTranslation(quote, version.id)
                onClose()
              }}
            >
              {t('quotes.translation.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('quotes.cancel')}</Button>
          <Button variant="primary" disabled={!canSave} onClick={save}>
            {t('quotes.translation.save')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key of the fields in it */}
      <div
        className={styles.form}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      >
        <Field label={t('quotes.translation.words')}>
          {(control) => (
            <TextArea
              {...control}
              lang={lang}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div className={styles.pair}>
          <Field
            label={t('quotes.translation.lang')}
            error={isLanguage ? undefined : t('quotes.translation.langWrong')}
          >
            {(control) => (
              <TextInput
                {...control}
                value={lang}
                onChange={({ target }) => setLang(target.value.trim().toLowerCase())}
              />
            )}
          </Field>
          <Field label={t('quotes.translation.translator')}>
            {(control) => (
              <TextInput
                {...control}
                placeholder={t('quotes.translation.translatorMissing')}
                value={translator}
                onChange={({ target }) => setTranslator(target.value)}
              />
            )}
          </Field>
        </div>
        <Checkbox
          label={t('quotes.translation.isAuthoritative')}
          checked={authoritative}
          onChange={setAuthoritative}
        />
      </div>
    </Dialog>
  )
}
