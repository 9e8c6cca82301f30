import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { AppPortals } from './portal-container.tsx'
import { returnFocus } from './return-focus.ts'

interface DialogProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  /** One or two sentences under the title. */
  description?: ReactNode
  width?: 'narrow' | 'medium' | 'wide'
  /** Buttons at the bottom, the main one last. */
  actions?: ReactNode
  /** Nothing in it takes the focus, so that the body does, to be scrolled by keys. */
  toRead?: boolean
  children?: ReactNode
}

/**
 * A question or a form that must be dealt with first. Focus goes to the first field, or to the main button where there
 * is none, unless something in it is marked `data-first-focus`; it stays inside and comes back; Escape closes.
 *
 * The scrim is an element of our own: Radix's locks the page's scroll with an injected style sheet, which the content
 * security policy refuses, and the page itself never scrolls.
 */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, width = 'medium', actions, toRead, children } = props
  const { t } = useTranslation()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <AppPortals>
          <div className={styles.scrim}>
            <Radix.Content
              className={cx(styles.dialog, styles[width])}
              data-modal
              onOpenAutoFocus={(event) => {
                event.preventDefault()
                firstToFocus(event.currentTarget)?.focus()
              }}
              onCloseAutoFocus={returnFocus}
              {...(description ? {} : { 'aria-describedby': undefined })}
            >
              <header className={styles.header}>
                <div>
                  <Radix.Title className={styles.title}>{title}</Radix.Title>
                  {description && (
                    <Radix.Description className={styles.description}>{description}</Radix.Description>
                  )}
                </div>
                <Radix.Close asChild>
                  <IconButton label={t('ui.close')} size="small">
                    <X />
                  </IconButton>
                </Radix.Close>
              </header>
              {children && (
                <div
                  className={styles.body}
                  {...(toRead && {
                    tabIndex: 0,
                    role: 'group',
                    'aria-label': title,
                    'data-first-focus': true,
                  })}
                >
                  {children}
                </div>
              )}
              {actions && <footer className={styles.actions}>{actions}</footer>}
            </Radix.Content>
          </div>
        </AppPortals>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Not the button that closes, which comes first in the page: its tooltip would open, and take the first Escape. */
function firstToFocus(dialog: EventTarget | null): HTMLElement | null {
  if (!(dialog instanceof HTMLElement)) return null
  const fields = 'input:not([type=hidden], [hidden]), textarea, select, [contenteditable=true]'
  const inOrder = ['[data-first-focus]', fields, 'footer button:last-child']
  return inOrder.flatMap((selector) => dialog.querySelector<HTMLElement>(selector) ?? [])[0] ?? dialog
}
