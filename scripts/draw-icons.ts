import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { icnsTypes, type Picture, packIcns, packIco } from './icons/containers.ts'
import { findBrowser } from './lib/find-browser.mjs'

/*
 * Draws the icons of the app and of its notebooks from the two SVG of resources/icons: `npm run icons`. The results are
 * kept in the repository, so that packaging needs neither a browser nor a tool for icons.
 */

const folder = fileURLToPath(new URL('../resources/icons', import.meta.url))
const linuxSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
/** On macOS a plate fills this part of its square; ours fills 464 of 512. A document has none. */
const sets = [
  { name: 'icon', pictures: 'png', macScale: 824 / 1024 / (464 / 512) },
  { name: 'document', pictures: 'document', macScale: 1 },
]

async function draw(page: Page, source: string, size: number, scale = 1): Promise<Picture> {
  await page.setViewportSize({ width: size, height: size })
  const side = size * scale
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh"><img width="${side}" height="${side}" src="${source}">`,
  )
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

async function drawSet(page: Page, { name, pictures, macScale }: (typeof sets)[number]): Promise<void> {
  const svg = readFileSync(join(folder, `${name}.svg`))
  const source = `data:image/svg+xml;base64,${svg.toString('base64')}`
  const drawn: Picture[] = []
  for (const size of linuxSizes) drawn.push(await draw(page, source, size))
  const forMac: Picture[] = []
  for (const size of new Set(icnsTypes.map(([, pixels]) => pixels))) {
    forMac.push(await draw(page, source, size, macScale))
  }
  mkdirSync(join(folder, pictures), { recursive: true })
  for (const { size, png } of drawn) writeFileSync(join(folder, pictures, `${size}x${size}.png`), png)
  const forWindows = drawn.filter(({ size }) => windowsSizes.includes(size))
  writeFileSync(join(folder, `${name}.ico`), packIco(forWindows))
  writeFileSync(join(folder, `${name}.icns`), packIcns(forMac))
}

const found = findBrowser()
const browser = await chromium.launch(found ? { executablePath: found.path } : {})
try {
  const page = await browser.newPage()
  for (const set of sets) await drawSet(page, set)
} finally {
  await browser.close()
}
