import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/domain/article.ts'
import { type FactName, sourceOf } from './provenance.ts'

/** Says in words where a value of the article came from; undefined where nobody noted it. */
export function useSourceName(article: Article): (fact: FactName) => string | undefined {
  const { t } = useTranslation()
  return (fact) => {
    const source = sourceOf(article, fact)
    return source === null ? undefined : t(`reader.source.${source}`, { defaultValue: source })
  }
}
