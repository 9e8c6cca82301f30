import { describe, expect, test } from 'vitest'
import { chosenFile, chosenFolder, readWith } from './chosen.fixture.ts'
import { readMarks } from './marked-passages.ts'
import { obsidian } from './obsidian.ts'

const page = `---
title: "Talks: \\"a start\\" 🕊"
source: "https://news.example/talks"
author:
  - "[[Оксана Гай]]"
  - "[[People/J. Doe|Джон]]"
published: 2026-03-02
created: 2026-03-03
description: "What [it] is about"
tags:
  - "clippings"
  - "geneva"
rating: 5
теми:
  - санкції
  - мир
---
The envoy ==will **not** sign== it.

\`\`\`
a ==b== c
\`\`\`

Code \`x ==y== z\` and <mark class="h">לא נחתום</mark>.
`

describe('pages of the Obsidian Web Clipper', () => {
  test('become articles with their facts, and marked passages quotes', async () => {
    const { articles } = await readWith(obsidian, chosenFile('Talks.md', page))
    expect(articles).toMatchObject([
      {
        title: 'Talks: "a start" 🕊',
        url: 'https://news.example/talks',
        byline: 'Оксана Гай, Джон',
        publishedAt: '2026-03-02',
        clippedAt: '2026-03-03T00:00:00.000Z',
        note: 'Description: What \\[it\\] is about\n\nTags: geneva\n\nrating: 5\n\nтеми: санкції; мир',
        quotes: [{ exact: 'will not sign' }, { exact: 'לא נחתום' }],
      },
    ])
    const [{ source } = { source: undefined }] = articles
    const read = source?.kind === 'file' ? Buffer.from(await source.read()).toString() : ''
    expect(read).toContain('The envoy will **not** sign it.')
    expect(read).toContain('a ==b== c')
    expect(read).toContain('לא נחתום.')
  })

  test('come from a folder; pages that name no source are told as left out', async () => {
    const { articles, leftOut } = await readWith(
      obsidian,
      chosenFolder({
        'Clippings/Світ/talks.md': page.replace('title:', 'headline:').replace('2026-03-02', 'December 14'),
        'a.md': page,
        'own.md': '# Thoughts\n\nnothing clipped',
        'script.md': '---\nsource: "javascript:alert(1)"\n---\nx',
        '.obsidian/app.md': page,
      }),
    )
    expect(articles.map(({ key, title }) => [key, title])).toEqual([
      ['Clippings/Світ/talks.md', 'talks'],
      ['a.md', 'Talks: "a start" 🕊'],
    ])
    expect(articles[0]?.note).toContain('Folder: Clippings / Світ')
    expect(articles[0]).toMatchObject({
      note: expect.stringContaining('Published: December 14'),
      publishedAt: undefined,
    })
    expect(leftOut.map(({ name }) => name)).toEqual(['own.md', 'script.md'])
  })

  test('are told from Markdown that was not clipped', () => {
    expect(obsidian.recognises(chosenFile('own.md', '# Thoughts'))).toBe(false)
    expect(obsidian.recognises(chosenFile('own.md', '---\ntitle: x\n---\n[a](https://b.example)'))).toBe(
      false,
    )
    expect(
      obsidian.recognises(chosenFile('long.md', `---\nsource: https://b.example\nx: ${'y'.repeat(5000)}`)),
    ).toBe(true)
  })
})

describe('marked passages', () => {
  test('are between two signs on one line, with nothing but words beside them', () => {
    expect(readMarks('a == b == c').passages).toEqual([])
    expect(readMarks('==one== ==two== ===three===').passages).toEqual(['one', 'two'])
    expect(readMarks('==a\nb==').passages).toEqual([])
  })

  test('cost time in proportion to the page, however many are opened and never closed', () => {
    const many = 40_000
    expect(readMarks('==a '.repeat(many)).passages).toEqual([])
    expect(readMarks('<mark>'.repeat(many)).passages).toEqual([])
    expect(readMarks('```\n'.repeat(many + 1)).passages).toEqual([])
  })
})
