import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { icnsTypes, type Picture, packIcns, packIco } from './icons/containers.ts'
import { findBrowser } from './lib/find-browser.mjs'

/*
 * Draws every icon of the app from resources/icons/icon.svg: `npm run icons`. The results are kept in the repository, so
 * that packaging needs neither a browser nor a tool for icons.
 */

const folder = fileURLToPath(new URL('../resources/icons', import.meta.url))
const linuxSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
/** The part of its square that a plate fills on macOS; ours fills 464 of 512. */
const macScale = 824 / 1024 / (464 / 512)

async function draw(page: Page, source: string, size: number, scale = 1): Promise<Picture> {
  await page.setViewportSize({ width: size, height: size })
  const side = size * scale
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh"><img width="${side}" height="${side}" src="${source}">`,
  )
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

const found = findBrowser()
const browser = await chromium.launch(found ? { executablePath: found.path } : {})
try {
  const page = await browser.newPage()
  const svg = readFileSync(join(folder, 'icon.svg'))
  const source = `data:image/svg+xml;base64,${svg.toString('base64')}`
  const pictures: Picture[] = []
  for (const size of linuxSizes) pictures.push(await draw(page, source, size))
  const forMac: Picture[] = []
  for (const size of new Set(icnsTypes.map(([, pixels]) => pixels))) {
    forMac.push(await draw(page, source, size, macScale))
  }
  mkdirSync(join(folder, 'png'), { recursive: true })
  for (const { size, png } of pictures) writeFileSync(join(folder, 'png', `${size}x${size}.png`), png)
  writeFileSync(join(folder, 'icon.ico'), packIco(pictures.filter(({ size }) => windowsSizes.includes(size))))
  writeFileSync(join(folder, 'icon.icns'), packIcns(forMac))
} finally {
  await browser.close()
}
