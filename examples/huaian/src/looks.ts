import type { Officer } from '@redress/core'
import type { HuaianPlatform } from './city.js'

/**
 * Everything that the platform shows an officer now, and the same once more: whether nothing has changed. For the moment before and after
 * something comes of which this officer must not learn.
 */
export async function looksBefore(platform: HuaianPlatform, by: Officer): Promise<() => Promise<boolean>> {
  const before = await everythingFor(platform, by)
  return async () => (await everythingFor(platform, by)) === before
}

async function everythingFor({ cases, petition }: HuaianPlatform, by: Officer): Promise<string> {
  const { analysis, supervision, suggestion, feedback } = petition
  const month = { periods: ['2022-06', '2022-12'] }
  return JSON.stringify([
    await cases.find({ limit: 200 }, by),
    await cases.find({ involving: by.unit, limit: 200 }, by),
    await feedback.waiting({ step: 'toDeliver' }, by),
    await analysis.counts({ table: 'unit', ...month }, by),
    await analysis.timeliness({ table: 'matter', ...month }, by),
    await analysis.overview({}, by),
    await supervision.findings({}, by),
    await supervision.signals({}, by),
    await supervision.escalations({}, by),
    await suggestion.published({ unit: by.unit }),
  ])
}
