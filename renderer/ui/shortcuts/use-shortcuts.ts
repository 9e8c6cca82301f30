import { useEffect, useRef } from 'react'
import { type Binding, createDispatcher } from './dispatcher.ts'
import { isTyping } from './is-typing.ts'
import { isApple } from './platform.ts'

const dispatcher = createDispatcher(isApple())
let listening = false

/**
 * Listens for shortcuts while the component is on screen. A key that another handler has prevented is left alone, and
 * so is every key pressed while an input method composes. Handlers may change between renders; `keys` should not.
 */
export function useShortcuts(bindings: readonly Binding[], enabled = true): void {
  const latest = useRef(bindings)
  latest.current = bindings
  const signature = JSON.stringify(
    bindings.map(({ keys, whileTyping, inDialog }) => ({ keys, whileTyping, inDialog })),
  )

  useEffect(() => {
    if (!enabled) return
    listen()
    const shapes = JSON.parse(signature) as Omit<Binding, 'run'>[]
    const removals = shapes.map((shape, index) =>
      dispatcher.add({ ...shape, run: (event) => latest.current[index]?.run(event) }),
    )
    return () => {
      for (const remove of removals) remove()
    }
  }, [signature, enabled])
}

function listen(): void {
  if (listening) return
  listening = true
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return
    const place = {
      typing: isTyping(event.target),
      get inDialog() {
        return isDialogOpen()
      },
    }
    const found = dispatcher.press(event, place, event.timeStamp)
    if (found === 'pending') return
    for (const binding of found) {
      if (binding.run(event) === false) continue
      event.preventDefault()
      return
    }
  })
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][data-modal], [role="alertdialog"]') !== null
}
