import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StylesDialog } from '../dossier/citing/styles-dialog.tsx'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import styles from './settings-screen.module.css'

/** The styles that dossiers can cite by, and the way to add further ones. */
export function CitationSection() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { data: known } = useQuery(rpc.style.list.queryOptions())
  const added = known?.filter(({ addedId }) => addedId !== null) ?? []
  return (
    <section className={styles.section}>
      <h2>{t('dossier.styles.title')}</h2>
      <p className={styles.explain}>
        {added.length === 0
          ? t('dossier.styles.shipped', { count: known?.length ?? 0 })
          : t('dossier.styles.addedTo', { names: added.map(({ title }) => title).join(', ') })}
      </p>
      <div className={styles.row}>
        <Button onClick={() => setOpen(true)}>{t('dossier.styles.more')}</Button>
      </div>
      <StylesDialog open={isOpen} onOpenChange={setOpen} />
    </section>
  )
}
