/**
 * Has what is not saved yet saved while the window is on its way out: when it is hidden, and before it unloads. `beforeunload` comes
 * while messages are still sent, which is no longer sure when `pagehide` comes.
 *
 * @returns what ends it
 */
export function whenLeaving(save: () => void): () => void {
  const saveHidden = () => {
    if (document.visibilityState === 'hidden') save()
  }
  window.addEventListener('beforeunload', save)
  window.addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', saveHidden)
  return () => {
    window.removeEventListener('beforeunload', save)
    window.removeEventListener('pagehide', save)
    document.removeEventListener('visibilitychange', saveHidden)
  }
}
