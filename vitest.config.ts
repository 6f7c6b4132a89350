import { existsSync, readdirSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// Tests read the source of sibling packages: nothing has to be built first.
// Exactly this one: more conditions would reach CommonJS dependencies too and break them.
const ssr = { resolve: { conditions: ['source'] } }

/** A project for each package and example, and one for the documentation's code. */
const roots = [...foldersIn('packages'), ...foldersIn('examples'), 'docs'].filter((root) => existsSync(root))

export default defineConfig({
  test: {
    reporters: ['default', './scripts/plain-reporter.ts'],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.test-d.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90 },
    },
    projects: [
      ...roots.map((root) => ({
        ssr,
        test: {
          name: root.replace('packages/', ''),
          root,
          include: ['**/*.test.ts'],
          pool: 'threads' as const,
          isolate: false, // nine times faster: so no mutable state at the top level of a module
          restoreMocks: true,
          unstubEnvs: true,
          unstubGlobals: true,
        },
      })),
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['packages/*/src/**/*.test-d.ts'],
            tsconfig: 'tsconfig.json',
          },
        },
      },
    ],
  },
})

function foldersIn(parent: string): string[] {
  if (!existsSync(parent)) return []
  return readdirSync(parent).map((name) => `${parent}/${name}`)
}
