import { Fragment } from 'react'
import styles from './utterances.module.css'
import { wordDifferences } from './word-differences.ts'

interface VariantWordsProps {
  text: string
  /** The wording it is compared with; null where words cannot be compared, as with a translation. */
  other: string | null
  lang: string
}

/** A wording, with the words marked that another one has not. */
export function VariantWords({ text, other, lang }: VariantWordsProps) {
  const stretches = other === null ? [{ text, isShared: true }] : wordDifferences(text, other)
  return (
    <q className={styles.words} dir="auto" lang={lang}>
      {stretches.map((stretch, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text never move
        <Fragment key={index}>
          {stretch.isShared ? stretch.text : <em className={styles.differs}>{stretch.text}</em>}
        </Fragment>
      ))}
    </q>
  )
}
