import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import styles from './portal-container.module.css'

const PortalContainer = createContext<HTMLElement | null>(null)

/** Where panels and menus are put: null for the page itself, unless what they belong to has colours of its own. */
export function usePortalContainer(): HTMLElement | null {
  return useContext(PortalContainer)
}

interface ThemedPortalsProps {
  /** The paper whose colours they take, as `data-reader-theme` names it; undefined for those of the app. */
  theme: string | undefined
  children: ReactNode
}

/** Gives the panels and menus of what is inside the colours of its paper, although they are drawn over the whole page. */
export function ThemedPortals({ theme, children }: ThemedPortalsProps) {
  const [container, setContainer] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (theme === undefined) return
    const element = document.createElement('div')
    element.className = styles.container ?? ''
    element.dataset['readerTheme'] = theme
    document.body.append(element)
    setContainer(element)
    return () => {
      setContainer(null)
      element.remove()
    }
  }, [theme])
  return <PortalContainer value={container}>{children}</PortalContainer>
}

/** What is inside, a dialog, is the app's again. */
export function AppPortals({ children }: { children: ReactNode }) {
  return <PortalContainer value={null}>{children}</PortalContainer>
}
