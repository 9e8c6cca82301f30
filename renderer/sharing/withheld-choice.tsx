import { useTranslation } from 'react-i18next'
import { withholdableSchema } from '#shared/domain/sharing.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import styles from './share-dialog.module.css'
import type { ShareForm } from './use-share-form.ts'

/** What is left out of the copy, each with what that means; and what is never in it. */
export function WithheldChoice({ form }: { form: ShareForm }) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.withheld}>
      <legend>{t('sharing.leaveOut')}</legend>
      {withholdableSchema.options.map((what) => (
        <Checkbox
          key={what}
          label={
            <span className={styles.option}>
              {t(`sharing.withhold.${what}.name`)}
              <span className={styles.hint}>{t(`sharing.withhold.${what}.about`)}</span>
            </span>
          }
          checked={form.without.includes(what)}
          onChange={(isWithheld) => form.setWithheld(what, isWithheld)}
        />
      ))}
      <p className={styles.hint}>{t('sharing.never')}</p>
    </fieldset>
  )
}
