import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportNamed, ImportPart, ImportReport } from '#shared/domain/import.ts'
import { useFormatLocale } from '../ui/format-locale.ts'
import styles from './report-view.module.css'

const fates = ['added', 'there', 'removed'] as const

/** What an import brings or would bring, kind by kind; every count opens to the names behind it. */
export function ReportView({ report, isPreview = false }: { report: ImportReport; isPreview?: boolean }) {
  const { t } = useTranslation()
  const { parts, conflicts, lost, leftOut } = report
  const shown = fates.filter((fate) => fate !== 'removed' || parts.some(({ removed }) => removed.total > 0))
  return (
    <div className={styles.report}>
      {parts.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.what')}</th>
              {shown.map((fate) => (
                <th key={fate} scope="col" className={styles.number}>
                  {t(fate === 'added' && isPreview ? 'import.fate.new' : `import.fate.${fate}`)}
                </th>
              ))}
            </tr>
          </thead>
          {parts.map((part) => (
            <PartRows key={part.kind} part={part} shown={shown} />
          ))}
        </table>
      )}
      {conflicts.total > 0 && (
        <Disclosure
          title={t('import.conflicts', { count: conflicts.total })}
          hint={t('import.conflictsHint')}
        >
          <ul className={styles.conflicts}>
            {conflicts.rows.map(({ kind, name, field, here, there }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two rows may say the same
              <li key={index}>
                <span className={styles.kind}>{t(`import.kind.${kind}`)} ·</span> <bdi>{name}</bdi>
                <dl className={styles.sides}>
                  <dt>{t('import.here', { field: t(`import.field.${field}`, { defaultValue: field }) })}</dt>
                  <dd>
                    <bdi>{here || '—'}</bdi>
                  </dd>
                  <dt>{t('import.inFile')}</dt>
                  <dd>
                    <bdi>{there}</bdi>
                  </dd>
                </dl>
              </li>
            ))}
          </ul>
          <More total={conflicts.total} shown={conflicts.rows.length} />
        </Disclosure>
      )}
      {lost.total > 0 && (
        <Disclosure title={t('import.lost', { count: lost.total })} hint={t('import.lostHint')}>
          <Names list={lost} />
        </Disclosure>
      )}
      {leftOut.map(({ sort, ...list }) => (
        <Disclosure
          key={sort}
          title={t('import.leftOut', {
            sort: t(`import.sort.${sort.replaceAll(' ', '-')}`, { defaultValue: sort }),
            count: list.total,
          })}
        >
          <Names list={list} />
        </Disclosure>
      ))}
    </div>
  )
}

/** A kind with its counts, and below it the names once they are asked for. */
function PartRows({ part, shown }: { part: ImportPart; shown: readonly (typeof fates)[number][] }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button
            type="button"
            className={styles.opener}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <ChevronRight className={open ? styles.opened : undefined} aria-hidden />
            {t(`import.kind.${part.kind}`)}
          </button>
        </th>
        {shown.map((fate) => (
          <td key={fate} className={styles.number} data-zero={part[fate].total === 0 || undefined}>
            {part[fate].total.toLocaleString(locale)}
          </td>
        ))}
      </tr>
      <tr id={id} hidden={!open}>
        <td colSpan={shown.length + 1} className={styles.inside}>
          {open &&
            shown
              .filter((fate) => part[fate].total > 0)
              .map((fate) => (
                <div key={fate}>
                  <h2>{t(`import.fate.${fate}`)}</h2>
                  <Names list={part[fate]} />
                </div>
              ))}
        </td>
      </tr>
    </tbody>
  )
}

function Disclosure({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>
        <ChevronRight aria-hidden />
        {title}
      </summary>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </details>
  )
}

function Names({ list: { total, names } }: { list: ImportNamed }) {
  return (
    <>
      <ul className={styles.names}>
        {names.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two things may be called the same
          <li key={index}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <More total={total} shown={names.length} />
    </>
  )
}

function More({ total, shown }: { total: number; shown: number }) {
  const { t } = useTranslation()
  return total > shown && shown > 0 ? (
    <p className={styles.hint}>{t('import.more', { count: total - shown })}</p>
  ) : null
}
