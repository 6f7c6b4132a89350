// Writes the TypeScript of the documentation into docs/code/, one module for each page, so that it is checked and run.
// A block marked ```ts joins the module of its page in order; one marked ```ts sketch is for reading only.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)
const target = new URL('docs/code/', root)

/** @returns {string[]} the written files */
export function writeDocCode() {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  return pages().flatMap((page) => {
    const text = readFileSync(new URL(page, root), 'utf8')
    const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1])
    if (blocks.length === 0) return []
    const file = `${page.replace(/\.md$/, '').replaceAll('/', '_')}.ts`
    writeFileSync(new URL(file, target), `${blocks.join('\n')}\nexport {}\n`)
    return [fileURLToPath(new URL(file, target))]
  })
}

function pages() {
  const inDocs = readdirSync(new URL('docs', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
  const packages = readdirSync(new URL('packages', root)).map((name) => `packages/${name}/README.md`)
  return ['README.md', ...packages, ...inDocs]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeDocCode()
