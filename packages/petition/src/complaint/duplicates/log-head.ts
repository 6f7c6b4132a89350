import type { PluginHost } from '@redress/core'
import type { PetitionEvent } from '../../events.js'

/** The position after which the log has nothing now. */
export async function headOf(host: PluginHost<PetitionEvent>): Promise<number> {
  const goesOn = async (after: number) => (await host.log(after, 1)).length > 0
  if (!(await goesOn(0))) return 0
  let [below, above] = [0, 1]
  while (await goesOn(above)) [below, above] = [above, above * 2]
  while (above - below > 1) {
    const middle = Math.floor((above + below) / 2)
    if (await goesOn(middle)) below = middle
    else above = middle
  }
  return above
}
