import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

/** The build of every package: one entry for each export that names its source. */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { readonly source: string }>
}

const entry = Object.fromEntries(
  Object.values(exports).flatMap((target) => {
    if (typeof target === 'string') return []
    return [[target.source.replace(/^\.\/src\/|\.ts$/g, ''), target.source.replace('./', '')]]
  }),
)

export default defineConfig({
  entry,
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  sourcemap: true,
  splitting: true,
  // Where a part is for Node alone it says so, and stays so.
  removeNodeProtocol: false,
  external: [/^node:/],
  clean: true,
  // tsup hands its declaration compiler a "baseUrl", which TypeScript 6 refuses without this.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
})
