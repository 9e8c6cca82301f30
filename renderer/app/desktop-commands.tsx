import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DesktopBridge, DesktopCommand } from '#shared/desktop/bridge.ts'
import { menuKeys } from '#shared/desktop/menu-keys.ts'
import { ClipDialog } from '../library/clip/clip-dialog.tsx'
import { clipQueue } from '../library/clip/clip-queue.ts'
import { sourcesOfText } from '../library/clip/clip-source.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { isApple } from '../ui/shortcuts/platform.ts'
import { systemAccent } from './accent.ts'
import { languages } from './i18n.ts'
import { navigate } from './location.ts'
import { paths } from './paths.ts'
import { preferences } from './preferences.ts'
import { pressKeys } from './press-keys.ts'

/** Does what the desktop shell asks for (menu, links from other programs), and tells it what its frame should follow. */
export function DesktopCommands({ desktop }: { desktop: DesktopBridge }) {
  const { t, i18n } = useTranslation()
  const [isClipping, setClipping] = useState(false)
  const [offered, setOffered] = useState<string | null>(null)

  useEffect(() => {
    desktop.onCommand((command) => {
      if (command.kind === 'clip') setOffered(command.url)
      else if (command.kind === 'clipboard') clipQueue.add(sourcesOfText(command.text, command.html))
      else if (command.kind === 'accent') systemAccent.set(command.colour)
      else if (command.kind === 'open')
        navigate(paths.article(command.articleId, command.quoteId ?? undefined))
      else if (command.shortcut === 'clip') setClipping(true)
      else press(command)
    })
  }, [desktop])

  useEffect(() => {
    const language = languages.find((one) => one === i18n.language) ?? 'en'
    const tell = () => desktop.setAppearance({ theme: preferences.get().theme, language })
    tell()
    return preferences.subscribe(tell)
  }, [desktop, i18n.language])

  return (
    <>
      <ClipDialog open={isClipping} onOpenChange={setClipping} />
      <ConfirmDialog
        open={offered !== null}
        onOpenChange={() => setOffered(null)}
        title={t('app.desktop.clipOffer')}
        description={offered}
        confirmLabel={t('app.desktop.clip')}
        onConfirm={() => offered !== null && clipQueue.add([{ kind: 'url', url: offered }])}
      />
    </>
  )
}

function press({ shortcut }: Extract<DesktopCommand, { kind: 'press' }>): void {
  const isTaken = pressKeys(menuKeys[shortcut][0], isApple())
  // A plain field takes its own undo from the browser, which follows no key that a page makes up.
  if (!isTaken && (shortcut === 'undo' || shortcut === 'redo')) document.execCommand(shortcut)
}
