import type { TFunction } from 'i18next'
import type { StyleAdded } from '#shared/domain/citation.ts'
import { describeError } from '../../app/act.ts'
import { client } from '../../rpc/client.ts'

/** No style is as long; of a file that is, the backend needs no more to say so. */
const bytesAtMost = 1_000_001

/** What came of a file, to be told: a sentence, and what there is to be done about it. */
export interface StyleNews {
  key: string
  tone: 'success' | 'plain' | 'danger'
  text: string
  /** The style to cite by from now on. */
  style?: string
  /** Writes over the one that is there. */
  replace?: () => Promise<StyleNews>
}

/** Adds the style of a file to the notebook. */
export async function addStyle(file: File, t: TFunction, replace = false): Promise<StyleNews> {
  const key = `${file.name} ${file.size} ${file.lastModified}`
  try {
    const csl = await file.slice(0, bytesAtMost).text()
    return { key, ...newsOf(await client.style.add.mutate({ csl, replace }), file, t) }
  } catch (error) {
    return { key, tone: 'danger', text: `${file.name}: ${describeError(error)}` }
  }
}

function newsOf(added: StyleAdded, file: File, t: TFunction): Omit<StyleNews, 'key'> {
  switch (added.outcome) {
    case 'added':
    case 'updated':
    case 'same': {
      const { id, title } = added.style
      const tone = added.outcome === 'same' ? 'plain' : 'success'
      return { tone, text: t(`dossier.styles.${added.outcome}`, { title }), style: id }
    }
    case 'exists':
      return {
        tone: 'plain',
        text: t('dossier.styles.exists', { title: added.style.title }),
        replace: () => addStyle(file, t, true),
      }
    case 'dependent': {
      const { title, parent, style } = added
      return style === null
        ? { tone: 'danger', text: t('dossier.styles.dependent', { title, parent }) }
        : {
            tone: 'plain',
            text: t('dossier.styles.dependentOn', { title, parent: style.title }),
            style: style.id,
          }
    }
  }
}
