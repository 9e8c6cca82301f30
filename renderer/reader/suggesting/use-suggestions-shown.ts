import { useState } from 'react'
import { readStored, writeStored } from '../../ui/stored.ts'

const storedAs = 'reader.suggestions'
const articlesAtMost = 500

interface Stored {
  /** The latest switch, in whatever article. */
  latest: boolean
  /** Articles in which somebody switched, those used last first. */
  articles: [id: string, isOn: boolean][]
}

/**
 * Whether suggestions are shown in an article, and the switch. Off to begin with: an article is read before it is coded,
 * and dots under half of it stand between the text and its reader, while the count on the button says what waits. Who
 * codes one article goes on to code the next, so an article in which nobody has switched follows the latest switch;
 * every other keeps its own.
 */
export function useSuggestionsShown(articleId: string): [boolean, (isOn: boolean) => void] {
  const [stored, setStored] = useState(readShown)
  return [
    stored.articles.find(([id]) => id === articleId)?.[1] ?? stored.latest,
    (isOn) => {
      const others = readShown().articles.filter(([id]) => id !== articleId)
      const next: Stored = {
        latest: isOn,
        articles: [[articleId, isOn] as [string, boolean], ...others].slice(0, articlesAtMost),
      }
      writeStored(storedAs, next)
      setStored(next)
    },
  ]
}

function readShown(): Stored {
  const stored = readStored(storedAs)
  const { latest, articles } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof Stored, unknown>
  >
  return { latest: latest === true, articles: Array.isArray(articles) ? articles.filter(isEntry) : [] }
}

function isEntry(value: unknown): value is Stored['articles'][number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'boolean'
}
