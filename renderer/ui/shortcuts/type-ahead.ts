import { isTyping } from './is-typing.ts'

/** How long a field may take to open before keys are shortcuts again (milliseconds). */
const patience = 2000

/** What was typed for a field that is about to open. */
let text = ''
let until = 0

/**
 * To be called by what opens a field: what is typed until the field has the focus is put into it, and is no shortcut.
 * Else the first digit of a date, typed fast on a slow machine, would be heard as a stance. Answers the way to call it off
 * where no field opens after all; Escape does so too.
 */
export function typeAhead(): () => void {
  text = ''
  until = performance.now() + patience
  window.addEventListener('keydown', keep, { capture: true })
  window.addEventListener('focusin', handOver)
  return end
}

function keep(event: KeyboardEvent): void {
  if (event.timeStamp > until || event.key === 'Escape' || isTyping(event.target)) {
    end()
    return
  }
  if ([...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) text += event.key
  event.preventDefault()
  event.stopImmediatePropagation()
}

function handOver({ target }: FocusEvent): void {
  if (!isTyping(target)) return
  const typed = text
  end()
  // The only way to type for somebody that fields and editors take as typing. A field may select what is in it first.
  if (typed !== '') queueMicrotask(() => document.execCommand('insertText', false, typed))
}

function end(): void {
  window.removeEventListener('keydown', keep, { capture: true })
  window.removeEventListener('focusin', handOver)
}
