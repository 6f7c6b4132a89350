import type { PluginHost } from '@redress/core'
import type { PetitionEvent } from '../events.js'
import type { PetitionRules } from '../rules/policy.js'
import type { AnalysisApi } from './api.js'

/** Each part is loaded when it is first asked for: no command needs it. */
export function createAnalysis(
  host: PluginHost<PetitionEvent>,
  rules: readonly PetitionRules[],
): AnalysisApi {
  const shop = { host, rules }
  return {
    counts: async (query, by) => (await import('./tables.js')).countTable(shop, query, by),
    timeliness: async (query, by) => (await import('./tables.js')).timelinessTable(shop, query, by),
    satisfaction: async (query, by) => (await import('./tables.js')).satisfactionTable(shop, query, by),
    rises: async (query, by) => (await import('./weeks.js')).rises(shop, query, by),
    hotSpots: async (query, by) => (await import('./problems.js')).hotSpots(shop, query, by),
    topics: async (query, by) => (await import('./problems.js')).topics(shop, query, by),
    annualReport: async (query, by) =>
      (await import('./report/make-annual-report.js')).annualReport(shop, query, by),
    bulletin: async (query, by) => (await import('./report/bulletin.js')).bulletin(shop, query, by),
    overview: async (query, by) => (await import('./report/overview.js')).overview(shop, query, by),
    publicReport: async (query) => (await import('./report/make-annual-report.js')).publicReport(shop, query),
  }
}
