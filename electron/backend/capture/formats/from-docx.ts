import mammoth from 'mammoth'
import { readXml, textNamed } from './read-xml.ts'
import { readZip } from './read-zip.ts'
import { type Unpacked, unreadable } from './unpacked.ts'

const wrong = 'Open it in a word processor and save it as .docx again, or copy its words and paste them.'
const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh"]

/** A Word document as HTML: headings, lists, tables, notes and pictures stay what they are. */
export async function fromDocx(bytes: Uint8Array): Promise<Unpacked> {
  // Looks at all sizes first; the converter by itself would unpack whatever it is given.
  const parts = readZip(bytes, () => true)
  const core = readXml(parts.get('docProps/core.xml'))
  const author = textNamed(core, 'creator')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, styleMap },
    )
    return {
      html: value,
      isPage: false,
      facts: {
        title: textNamed(core, 'title'),
        authors: author === undefined ? undefined : [author],
        publishedAt: textNamed(core, 'created'),
      },
    }
  } catch (error) {
    throw unreadable('The Word document', wrong, error)
  }
}
