// What a host loads. The parts that core imports when they are first asked for (explanations, ticks, changes of the organisation)
// are left out of the first figure and counted in the second.
const onDemandApart = (config) => ({
  ...config,
  plugins: [
    ...(config.plugins ?? []),
    {
      name: 'on-demand-apart',
      setup: (build) =>
        build.onResolve({ filter: /.*/ }, ({ kind, path }) =>
          kind === 'dynamic-import' ? { path, external: true } : undefined,
        ),
    },
  ],
})
const core = {
  path: 'packages/core/dist/index.js',
  ignore: ['@date-fns/tz', '@noble/hashes', 'eventemitter3', 'zod'],
  gzip: true,
}
const plugin = {
  path: 'packages/petition/dist/index.js',
  ignore: ['@date-fns/tz', '@redress/core', 'date-fns', 'zod'],
  gzip: true,
}

export default [
  {
    name: '@redress/core, createPlatform at start, without its dependencies',
    ...core,
    import: '{ createPlatform }',
    modifyEsbuildConfig: onDemandApart,
    limit: '23 kB',
  },
  { name: '@redress/core, every export and every part, without its dependencies', ...core, limit: '63 kB' },
  {
    name: '@redress/petition, petition at start, without its dependencies',
    ...plugin,
    import: '{ petition }',
    modifyEsbuildConfig: onDemandApart,
    limit: '125 kB',
  },
  {
    name: '@redress/petition, every export and every part, without its dependencies',
    ...plugin,
    limit: '150 kB',
  },
]
