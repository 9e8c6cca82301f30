/** What `import … from 'electron'` finds. A name that is missing here fails the import, as it should. */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { dialog, nativeTheme, powerMonitor, screen, shell } from './native-parts.ts'
export { MessageChannelMain } from './ports.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utility-process.ts'
