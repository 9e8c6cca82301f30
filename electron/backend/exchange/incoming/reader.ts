import type { Bundle } from './bundle.ts'

/** What the user chose: a file, or a folder. */
export interface ImportSource {
  /** Absolute. */
  path: string
  isFolder: boolean
  /** The first 4,096 bytes of a file; none of a folder. */
  head: Uint8Array
}

/** One format, read into a bundle. A reader writes nothing, and follows no path that leads out of what was chosen. */
export interface Reader {
  /** Whether this is such a file, told by its name and its beginning. Cheap: every reader is asked. */
  recognises(source: ImportSource): boolean
  /**
   * @param signal ends the reading with its reason; looked at between parts
   * @throws AppError `import-unreadable` where it is not what it seemed, `archive-refused`, `file-too-large`
   */
  read(source: ImportSource, signal?: AbortSignal): Promise<Bundle>
}
