/** Articles of a made-up negotiation, in the forms in which they can be clipped. */
export const ferryText = `Harbour talks pause over the winter ferry

By Mina Tolgrave
12 March 2026

The delegations of Ostrava Bay and the Lower Islands left the table on Thursday without a date for the next round.

“We will sign when the winter ferry runs twice a day, and not before,” said Edda Morrin, who speaks for the islands.

The bay’s negotiator, Pavo Lindt, called the demand reasonable but early. “A ferry is a promise of fuel, crew and ice,” he said.`

export const ferryPage = `<!doctype html>
<html lang="en">
<head>
  <title>Harbour talks pause over the winter ferry</title>
  <meta property="og:site_name" content="The Strait Courier">
  <meta name="author" content="Mina Tolgrave">
  <meta property="article:published_time" content="2026-03-12T09:00:00Z">
  <link rel="canonical" href="https://courier.example/harbour-talks">
</head>
<body>
  <article>
    <h1>Harbour talks pause over the winter ferry</h1>
    <p>The delegations of Ostrava Bay and the Lower Islands left the table on Thursday without a date for the next round.</p>
    <p>“We will sign when the winter ferry runs twice a day, and not before,” said Edda Morrin, who speaks for the islands.</p>
    <p>The bay’s negotiator, Pavo Lindt, called the demand reasonable but early. “A ferry is a promise of fuel, crew and ice,” he said.</p>
  </article>
</body>
</html>`

/** The same page a day later, with a sentence more. */
export const ferryPageLater = ferryPage.replace(
  '</article>',
  '<p>On Friday both sides agreed to meet again in April, on neutral ground.</p></article>',
)

export const ukrainianText = `Порт відкриють навесні

Делегації домовилися, що порт відкриють у квітні, а збори зменшать удвічі. «Ми погодилися лише на спільні перевірки», — сказала голова комісії Ганна Верес.

Наступний раунд переговорів призначено на травень.`
