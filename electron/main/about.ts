import { app } from 'electron'
import { iconPath } from './program-files.ts'
import type { Texts } from './texts.ts'

/** What the about box says: the versions that matter in a report, and the licence. */
export function setUpAbout(texts: Texts): void {
  const { electron, chrome, node } = process.versions
  app.setAboutPanelOptions({
    applicationName: 'Aide-Mémoire',
    applicationVersion: app.getVersion(),
    copyright: texts.t('licence'),
    credits: `Electron ${electron} · Chromium ${chrome} · Node ${node}`,
    iconPath,
  })
}
