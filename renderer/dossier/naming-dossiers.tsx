import { useQuery } from '@tanstack/react-query'
import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../app/paths.ts'
import { rpc } from '../rpc/client.ts'
import styles from './naming-dossiers.module.css'

interface NamingDossiersProps {
  kind: 'quote' | 'topic' | 'actor' | 'round' | 'article'
  id: string
}

/** The way back from the evidence: the dossiers that use a quote, or name a topic, an actor, a round or an article. */
export function NamingDossiers({ kind, id }: NamingDossiersProps) {
  const { t } = useTranslation()
  const { data } = useQuery(rpc.dossier.naming.queryOptions({ kind, id }))
  if (data === undefined || data.length === 0) return null
  const label = t(kind === 'quote' ? 'dossier.usedIn' : 'dossier.namedIn')
  return (
    <nav className={styles.naming} aria-label={label}>
      <NotebookPen aria-hidden="true" />
      <span>{label}</span>
      <ul>
        {data.map((dossier) => (
          <li key={dossier.id}>
            <Link href={paths.dossiers(dossier.id)}>
              <bdi>{dossier.title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
