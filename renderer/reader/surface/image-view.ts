import type { NodeViewRenderer } from '@tiptap/core'
import { queryClient, rpc } from '../../rpc/client.ts'
import styles from './image-view.module.css'

/** How far out of sight an image is fetched from the notebook, so that it is there when it comes into sight. */
const margin = '600px'

/**
 * Shows an image of an article out of the notebook, once it comes near; one that was not kept shows its description. The
 * address the image once had is never used.
 */
export function imageView(): NodeViewRenderer {
  return ({ node }) => {
    const sha256: unknown = node.attrs['asset']
    const alt = String(node.attrs['alt'])
    const dom = document.createElement('span')
    dom.className = styles.frame ?? ''
    dom.contentEditable = 'false'
    if (typeof sha256 !== 'string') {
      showDescription(dom, alt)
      return { dom }
    }
    let address: string | null = null
    let isGone = false
    const show = async () => {
      try {
        const blob = await fetchImage(sha256)
        if (isGone) return
        address = URL.createObjectURL(blob)
        dom.replaceChildren(Object.assign(new Image(), { src: address, alt, draggable: false }))
      } catch {
        showDescription(dom, alt)
      }
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer.disconnect()
        void show()
      },
      { rootMargin: margin },
    )
    observer.observe(dom)
    return {
      dom,
      destroy() {
        isGone = true
        observer.disconnect()
        if (address !== null) URL.revokeObjectURL(address)
      },
    }
  }
}

async function fetchImage(sha256: string): Promise<Blob> {
  const { mediaType, bytes } = await queryClient.fetchQuery(
    rpc.asset.get.queryOptions({ sha256 }, { gcTime: 60_000 }),
  )
  const raw = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0))
  return new Blob([raw], { type: mediaType })
}

function showDescription(dom: HTMLElement, alt: string): void {
  dom.classList.add(styles.missing ?? '')
  dom.setAttribute('role', 'img')
  dom.setAttribute('aria-label', alt)
  dom.textContent = alt
}
