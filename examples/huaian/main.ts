import { foundCity } from './src/city.js'
import { reportOf } from './src/report/index.js'
import { firstDay, liveTheYear } from './src/year.js'

const started = performance.now()

const city = await foundCity(firstDay)
const year = await liveTheYear(city)
const { lines, summary } = await reportOf(city, year)

console.log(lines.join('\n'))
console.log(`${summary}, in ${((performance.now() - started) / 1000).toFixed(1)} s`)
