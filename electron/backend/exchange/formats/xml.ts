import { escapeHtml } from '#shared/util/escape-html.ts'

type Attributes = Record<string, string | number | boolean | null | undefined>

/** An element that begins here and ends with `closeTag`; what it holds is written in between. */
export function openTag(name: string, attributes: Attributes = {}): string {
  return `<${name}${written(attributes)}>`
}

export function closeTag(name: string): string {
  return `</${name}>`
}

/** A whole element; `content` is markup already. */
export function element(name: string, attributes: Attributes = {}, content = ''): string {
  return content === ''
    ? `<${name}${written(attributes)}/>`
    : `${openTag(name, attributes)}${content}${closeTag(name)}`
}

/** An element of nothing but words; none at all where there are none. */
export function textElement(name: string, text: string | null): string {
  return text === null || text === '' ? '' : element(name, {}, escapeXml(text))
}

/** A carriage return would be read as a line feed, so it is written as a character reference. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text
  return escapeHtml(replaceForbidden(text)).replaceAll('\r', '&#13;')
}

/** All that has to be looked at; most text has none of it. */
const special = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u

/** XML 1.0 has no way to write these; each becomes one other character, so that positions stay. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu

export function replaceForbidden(text: string): string {
  return text.replaceAll(forbidden, '\ufffd')
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value != null)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll(/[\n\t]/g, ' ')}"`)
    .join('')
}
