import styles from './skeleton.module.css'

/** Grey lines where text will be. Decoration: say what is loading through a `Spinner` or `aria-busy`. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that are all the same
        <span key={index} style={{ inlineSize: `${92 - ((index * 37) % 46)}%` }} />
      ))}
    </div>
  )
}
