import type { HuaianPlatform } from './city.js'
import type { DeliveryCount, Notes } from './notes.js'

/** Counts what reaches people and what does not, as it happens. */
export function countDeliveries({ events }: HuaianPlatform, { deliveries }: Notes): void {
  const by = (channel: string): DeliveryCount => (deliveries[channel] ??= { reached: 0, failed: {} })
  events.on('petition.complaint-delivered', ({ data }) => {
    by(data.channel ?? 'none').reached++
  })
  events.on('petition.complaint-delivery-failed', ({ data }) => {
    const { failed } = by(data.channel)
    failed[data.reason] = (failed[data.reason] ?? 0) + 1
  })
}
