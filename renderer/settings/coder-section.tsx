import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { usePreferences } from '../app/preferences.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './settings-screen.module.css'

/** Who codes at this machine, and how a coder whom the notebook knows already is called from now on. */
export function CoderSection() {
  const { t } = useTranslation()
  const { coders, ownCoderId } = useNotebookNames()
  const [{ coderName }, change] = usePreferences()
  const [draft, setDraft] = useState(coderName)
  useEffect(() => setDraft(coderName), [coderName])
  const name = draft.trim()
  const isNew = name !== coderName
  const others = coders.filter(({ id }) => id !== ownCoderId)
  const keep = () => isNew && change({ coderName: name })
  return (
    <section className={styles.section}>
      <h2>{t('quotes.coder.who')}</h2>
      <Field label={t('quotes.coder.find')} hint={t('quotes.coder.explain')} layout="row">
        {(control) => (
          <TextInput
            {...control}
            maxLength={200}
            value={draft}
            onChange={({ target }) => setDraft(target.value)}
            onBlur={keep}
            onKeyDown={({ key }) => key === 'Enter' && keep()}
          />
        )}
      </Field>
      {others.length > 0 && (
        <p>{t('settings.coder.others', { names: others.map((coder) => coder.name).join(', ') })}</p>
      )}
      {coders.length > 0 && (
        <div className={styles.row}>
          {isNew && name !== '' && ownCoderId !== null && (
            <Button
              // Leaving the field first would make it another coder.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() =>
                void act(async () => {
                  await client.coder.rename.mutate({ id: ownCoderId, name })
                  change({ coderName: name })
                })
              }
            >
              {t('settings.coder.rename', { from: coderName, to: name })}
            </Button>
          )}
          <Link href={paths.agreement}>{t('quotes.coder.agreement')}</Link>
        </div>
      )}
    </section>
  )
}
