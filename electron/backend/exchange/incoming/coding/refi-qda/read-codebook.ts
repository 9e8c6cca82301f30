import { createReadStream } from 'node:fs'
import type { Reader } from '../../reader.ts'
import { createCollector } from '../collector.ts'
import { readXmlElements } from '../xml-elements.ts'
import { collectCodes } from './codes.ts'

/** A codebook of REFI-QDA (.qdc): topics, and nothing else. */
export const refiQdaCodebook: Reader = {
  recognises: ({ path, isFolder }) => !isFolder && /\.qdc$/i.test(path),
  async read({ path }, signal) {
    const parts = createCollector()
    await readXmlElements(
      createReadStream(path),
      (at) => ['CodeBook/Codes/Code', 'CodeBook/Sets/Set'].includes(at.join('/')),
      (element) => {
        if (element.name === 'Code')
          collectCodes(element, { parts, noteOf: () => undefined, cases: new Set() })
        else parts.leaveOut('set of codes', element.attributes['name'] ?? '')
      },
      signal,
    )
    return parts.bundle
  },
}
