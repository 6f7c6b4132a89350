import type { MaySupport } from '@redress/petition'

/** So many supports from one origin in ten minutes are taken without a word. */
const unremarkable = 5
/** More are marked; above this many none is taken. */
const most = 30
const windowMs = 600_000

/** What the host asks before it takes a support: how many came from the same place just now. It judges the act, and nobody. */
export function marksBursts(now: () => number): MaySupport {
  const seen = new Map<string, readonly number[]>()
  return ({ origin = '' }) => {
    const recent = (seen.get(origin) ?? []).filter((at) => now() - at < windowMs)
    seen.set(origin, [...recent, now()])
    if (recent.length < unremarkable) return true
    return { allowed: recent.length < most, mark: 'burst' }
  }
}
