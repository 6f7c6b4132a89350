// Runs a script of package.json on a machine that has Node and npm only:
// fetches the pnpm that "packageManager" names, installs from the frozen lockfile, then runs the script.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const root = new URL('..', import.meta.url)
const { engines, packageManager } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

const oldest = engines.node.replace('>=', '')
if (isOlder(process.versions.node, oldest)) {
  console.error(`Node ${process.versions.node} is too old: this project needs Node ${oldest} or newer.`)
  process.exit(1)
}

const script = process.argv.slice(2).map(quote).join(' ')
const line = `pnpm install --frozen-lockfile --prefer-offline && pnpm run ${script}`
const insidePnpm = process.env.npm_config_user_agent?.startsWith('pnpm/')

process.exit(insidePnpm ? run(line) : run(`npm exec --yes --package=${packageManager} -c ${quote(line)}`))

/** @param {string} command */
function run(command) {
  return spawnSync(command, { cwd: root, stdio: 'inherit', shell: true }).status ?? 1
}

/** @param {string} word */
function quote(word) {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  if (process.platform === 'win32') return `"${word.replaceAll('"', '""')}"`
  return `'${word.replaceAll("'", `'\\''`)}'`
}

/** @param {string} version @param {string} minimum */
function isOlder(version, minimum) {
  const [a, b] = [version, minimum].map((text) => text.split('.').map(Number))
  const different = b.findIndex((part, index) => part !== a[index])
  return different >= 0 && a[different] < b[different]
}
