/** A page with a list and two voices, of a made-up strait. */
export const faresPage = `<!doctype html>
<html lang="en">
<head>
  <title>Ferry fares frozen for a year</title>
  <meta property="og:site_name" content="Strait News">
  <meta property="article:published_time" content="2026-03-05T09:00:00Z">
  <link rel="canonical" href="https://strait-news.example/ferry-fares">
</head>
<body>
  <article>
    <h1>Ferry fares frozen for a year</h1>
    <p>The two ports agreed on Tuesday to freeze ferry fares for a year, after a night of talks that nobody expected to end well.</p>
    <p>“We will keep the price of a crossing where it is until spring,” said the harbour master, Lena Orvik, who led the northern side in the talks.</p>
    <p>The agreement rests on three points, which both sides read out:</p>
    <ul>
      <li>fares stay as they are until the first of March;</li>
      <li>freight pays a surcharge of four per cent;</li>
      <li>a joint board meets every second month.</li>
    </ul>
    <p>“A surcharge on freight is a tax on the islands,” said Tomas Brandt of the shippers’ union, who left before the signing.</p>
    <p>The southern port had asked for a rise of nine per cent. Its spokesman said the freeze was hard to swallow, but that a strike would have cost more.</p>
    <p>The board will meet for the first time in May, and its minutes will be public.</p>
  </article>
</body>
</html>`

/** The same page, corrected: one quote reworded, one taken out, a paragraph put in. */
export const faresPageCorrected = faresPage
  .replace(
    'keep the price of a crossing where it is until spring',
    'keep the price of a single crossing where it is until late spring',
  )
  .replace(
    '<p>“A surcharge on freight is a tax on the islands,” said Tomas Brandt of the shippers’ union, who left before the signing.</p>',
    '<p>Island mayors welcomed the news and asked for a night boat as well.</p>',
  )

const filler =
  'The clerk read the minutes of the session aloud, and the delegates of both ports listened without a word of protest.'

/** Long enough to scroll for a while. */
export const longPage = `<!doctype html>
<html lang="en">
<head><title>The whole record of the session</title></head>
<body><article><h1>The whole record of the session</h1>
${Array.from({ length: 60 }, (_, index) => `<p>Item ${index + 1}. ${filler}</p>`).join('\n')}
</article></body>
</html>`
