import { useEffect, useState } from 'react'
import { VisuallyHidden } from './visually-hidden.tsx'

type Listener = (message: string) => void
const listeners = new Set<Listener>()

/** Has the screen reader say something that shows elsewhere, or nowhere ("12 results", "moved under Tariffs"). */
export function announce(message: string): void {
  for (const listener of listeners) listener(message)
}

/** Put once in the page; `announce` speaks through it. */
export function LiveRegion() {
  const [message, setMessage] = useState({ text: '', turn: 0 })
  useEffect(() => {
    const listener: Listener = (text) => setMessage(({ turn }) => ({ text, turn: turn + 1 }))
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  // Two regions in turn: the same words said twice are then a change twice.
  return (
    <>
      <VisuallyHidden role="status">{message.turn % 2 === 0 ? message.text : ''}</VisuallyHidden>
      <VisuallyHidden role="status">{message.turn % 2 === 1 ? message.text : ''}</VisuallyHidden>
    </>
  )
}
