import { EventEmitter } from 'node:events'
import type { IpcMain } from 'electron'

/** Emits what pages send, as `web-contents.ts` hands it over. */
export const ipcMain: Pick<IpcMain, 'on' | 'emit'> = new EventEmitter() as unknown as IpcMain
