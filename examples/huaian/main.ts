import { keepChronicle, nextTerm, readChronicle } from './src/chronicle.js'
import { foundCity, openCity } from './src/city.js'
import { openStore } from './src/database.js'
import { changeKey } from './src/key-change.js'
import { openKeyring } from './src/keys.js'
import { demonstrationPress } from './src/press.js'
import { publish } from './src/publish.js'
import { reportOf } from './src/report/index.js'
import { live } from './src/year.js'

const started = performance.now()

const { store, kept, keyFile, close, reports } = await openStore(process.argv.slice(2), process.env)
await store.prepare([])
const before = await readChronicle(store)
const term = nextTerm(before)
const ring = openKeyring(process.env.REDRESS_KEYS, keyFile, term.from)
const press = await demonstrationPress(`press of ${term.from}`)
const city =
  before === undefined
    ? await foundCity(term.from, store, ring.keys, press)
    : openCity(term.from, store, ring.keys, press)
const chronicle = await live(city, term, before)
await keepChronicle(store, chronicle)
const later = await changeKey(city, ring, term.to)
const { lines, summary } = await reportOf(later.city, chronicle, later.change)
const files = reports === undefined ? [] : await publish(later.city.platform, chronicle, reports)
await close()

console.log(lines.join('\n'))
console.log(`  ${term.from} to ${term.to} were played in this run. ${kept}`)
if (files.length > 0)
  console.log(`  The annual report, its charts and the bulletin are in ${reports}: ${files.length} files.`)
console.log(`${summary}, in ${((performance.now() - started) / 1000).toFixed(1)} s`)
