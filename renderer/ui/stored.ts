const prefix = 'aide-memoire.'

/** What was kept on this machine under a name; null if there is nothing, or nothing may be kept here. */
export function readStored(name: string): unknown {
  try {
    const text = localStorage.getItem(prefix + name)
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Keeps a value on this machine. Where the browser refuses, the application goes on without. */
export function writeStored(name: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // A full or forbidden storage only costs a remembered width.
  }
}

/** Lets go of what was kept under a name. */
export function removeStored(name: string): void {
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    // Where nothing may be kept, nothing is there to be removed.
  }
}
