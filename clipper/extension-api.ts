/** The part of the WebExtension API that the clipper uses, as both kinds of browser have it. */
export interface Tab {
  id?: number
  url?: string
  title?: string
  active: boolean
}

interface Event<Listener> {
  addListener(listener: Listener): void
}

interface MessageSender {
  id?: string
  tab?: Tab
}

interface ClickInfo {
  menuItemId: string | number
  linkUrl?: string
  srcUrl?: string
}

type MenuContext = 'page' | 'selection' | 'link' | 'image'

interface ExtensionApi {
  action: {
    setBadgeText(details: { text: string }): Promise<void>
    setBadgeBackgroundColor(details: { color: string }): Promise<void>
    setTitle(details: { title: string }): Promise<void>
    openPopup?(): Promise<void>
  }
  alarms: {
    create(name: string, info: { periodInMinutes: number }): Promise<void> | void
    clear(name: string): Promise<boolean>
    onAlarm: Event<(alarm: { name: string }) => void>
  }
  commands: { onCommand: Event<(command: string, tab?: Tab) => void> }
  contextMenus: {
    create(item: { id: string; title: string; contexts: MenuContext[] }): void
    removeAll(): Promise<void>
    onClicked: Event<(info: ClickInfo, tab?: Tab) => void>
  }
  permissions: {
    contains(wanted: { origins: string[] }): Promise<boolean>
    request(wanted: { origins: string[] }): Promise<boolean>
  }
  runtime: {
    id: string
    getURL(path: string): string
    sendMessage(message: unknown): Promise<unknown>
    onMessage: Event<
      (message: unknown, sender: MessageSender, respond: (answer: unknown) => void) => boolean | undefined
    >
    onInstalled: Event<() => void>
    onStartup: Event<() => void>
  }
  scripting: {
    executeScript(injection: {
      target: { tabId: number }
      files?: string[]
      func?: (...args: never[]) => unknown
      args?: unknown[]
    }): Promise<{ result?: unknown }[]>
  }
  storage: {
    local: {
      get(keys: string[]): Promise<Record<string, unknown>>
      set(values: Record<string, unknown>): Promise<void>
      remove(keys: string[]): Promise<void>
    }
  }
  tabs: {
    query(which: { active: boolean; currentWindow: boolean }): Promise<Tab[]>
    get(id: number): Promise<Tab>
  }
}

declare global {
  var browser: ExtensionApi | undefined
  var chrome: ExtensionApi
}

export const api: ExtensionApi = globalThis.browser ?? globalThis.chrome
