import { defineConfig } from 'tsup'

/** Bundles the sources of the packages as their own builds do, so that no loader stands in the way of what is measured. */
export default defineConfig({
  entry: ['src/main.ts', 'src/worker.ts'],
  format: 'esm',
  target: 'node20',
  platform: 'node',
  sourcemap: true,
  clean: true,
  noExternal: [/^@redress\//],
  esbuildOptions(options) {
    options.conditions = ['source']
  },
})
