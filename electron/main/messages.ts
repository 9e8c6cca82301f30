import { type IpcMainEvent, ipcMain } from 'electron'
import type { z } from 'zod'
import { channels } from '#shared/desktop/bridge.ts'
import { appearanceSchema, connectSchema } from '#shared/desktop/messages.ts'
import { isOwnPage } from './app-url.ts'
import { followAppearance } from './appearance.ts'
import type { Backends } from './backends.ts'
import type { StateFile } from './state-file.ts'
import type { Texts } from './texts.ts'
import type { Windows } from './windows.ts'

interface Options {
  backends: Backends
  windows: Windows
  texts: Texts
  state: StateFile
}

/** The few messages a window may send: everything else goes from page to backend. */
export function setUpMessages({ backends, windows, texts, state }: Options): void {
  listen(channels.connect, connectSchema, (id, { sender }) => {
    const notebook = windows.notebookOf(sender)
    if (notebook !== undefined) backends.connect(notebook, sender, id)
  })
  listen(channels.appearance, appearanceSchema, (appearance) => followAppearance(appearance, state, texts))
}

/** The only place that listens to pages: takes a message from our own page's main frame, and of the expected shape. */
function listen<Schema extends z.ZodType>(
  channel: string,
  schema: Schema,
  receive: (message: z.output<Schema>, event: IpcMainEvent) => void,
): void {
  ipcMain.on(channel, (event, raw: unknown) => {
    const { senderFrame, sender } = event
    if (senderFrame === null || senderFrame !== sender.mainFrame || !isOwnPage(senderFrame.url)) return
    const { success, data } = schema.safeParse(raw)
    if (success) receive(data, event)
  })
}
