import { keepChronicle, nextTerm, readChronicle } from './src/chronicle.js'
import { foundCity, openCity } from './src/city.js'
import { openStore } from './src/database.js'
import { reportOf } from './src/report/index.js'
import { live } from './src/year.js'

const started = performance.now()

const { store, kept, close } = await openStore(process.argv.slice(2), process.env)
await store.prepare([])
const before = await readChronicle(store)
const term = nextTerm(before)
const city = before === undefined ? await foundCity(term.from, store) : openCity(term.from, store)
const chronicle = await live(city, term, before)
await keepChronicle(store, chronicle)
const { lines, summary } = await reportOf(city, chronicle)
await close()

console.log(lines.join('\n'))
console.log(`  ${term.from} to ${term.to} were played in this run. ${kept}`)
console.log(`${summary}, in ${((performance.now() - started) / 1000).toFixed(1)} s`)
