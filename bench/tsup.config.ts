import { fileURLToPath } from 'node:url'
import { defineConfig, type Options } from 'tsup'

/** Bundles the sources of the packages as their own builds do, so that no loader stands in the way of what is measured. */
const base: Options = {
  format: 'esm',
  target: 'node20',
  platform: 'node',
  sourcemap: true,
  noExternal: [/^@redress\//],
  esbuildOptions(options) {
    options.conditions = ['source']
  },
}

const standIn = (name: string) => fileURLToPath(new URL(`src/plain/${name}.ts`, import.meta.url))

/** The same platform without vault and hash chain: what they cost is the difference. */
const withoutTrust: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'without-trust',
  setup(build) {
    build.onResolve({ filter: /\/chain\.js$/ }, () => ({ path: standIn('chain') }))
    build.onResolve({ filter: /\/seal\.js$/ }, ({ importer }) =>
      importer.endsWith('/vault.ts') ? { path: standIn('seal') } : undefined,
    )
  },
}

export default defineConfig([
  { ...base, entry: ['src/main.ts', 'src/worker.ts'], clean: true },
  { ...base, entry: ['src/worker.ts'], outDir: 'dist/plain', esbuildPlugins: [withoutTrust] },
])
