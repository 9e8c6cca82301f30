/** An element of a view inside the editor, which is plain: a long dossier has a thousand of them. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  tag: Name,
  className: string | undefined,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(tag)
  if (className !== undefined) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

const namespace = 'http://www.w3.org/2000/svg'

/** The same of a drawing. */
export function drawn<Name extends keyof SVGElementTagNameMap>(
  tag: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(namespace, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  return made
}
