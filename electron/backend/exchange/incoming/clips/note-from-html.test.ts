import { describe, expect, test } from 'vitest'
import { commentFromMarkdown } from '../../comment-from-markdown.ts'
import { noteFromHtml } from './note-from-html.ts'

describe('a note in HTML as Markdown', () => {
  test.each([
    ['<p>One &amp; two</p><p>three<br>four</p>', 'One & two\n\nthree  \nfour'],
    ['<h1>Заголовок</h1>words <b>bold </b><i>it</i>', '**Заголовок**\n\nwords **bold** *it*'],
    ['<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>', '- a\n\n  - b\n- c\n\n  d'],
    ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
    ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n> \n> b'],
    ['<a href="https://a.example/x?y=1">link</a>', '[link](<https://a.example/x?y=1>)'],
    ['<a href="javascript:alert(1)">no link</a><script>alert(2)</script>', 'no link'],
    ['<table><tr><th>a</th><td>b</td></tr></table>', 'a | b'],
    ['*not* [marked](x) `up` <', '\\*not\\* \\[marked\\](x) \\`up\\` \\<'],
    ['שלום <strong>עולם</strong>', 'שלום **עולם**'],
  ])('%s', (html, markdown) => {
    expect(noteFromHtml(html)).toBe(markdown)
  })

  test('is none where there are no words', () => {
    expect(noteFromHtml('<p> </p><img src="x">')).toBeUndefined()
  })

  test('is read however deep it nests', () => {
    const depth = 50_000
    const note = noteFromHtml(`${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}`)
    expect(note).toBe('deep')
    expect(() => commentFromMarkdown(noteFromHtml('<ul><li>'.repeat(5000)) ?? '')).not.toThrow()
  })
})
