// The rest is imported once this Node is known to be able to read it.
if (Number.parseInt(process.versions.node, 10) < 18) {
  console.error(`Node ${process.versions.node} is too old to start Aide-Mémoire: install Node 18 or newer.`)
  process.exit(1)
}
const { main } = await import('./lib/start-app.mjs')
process.exitCode = await main(process.argv.slice(2))
