import type { City } from './city.js'
import { actsAtOnce, closing } from './plan.js'

/** Commands a second of callers who each take one complaint after the other through its whole life. */
export async function driveLives(
  { platform }: City,
  callers: number,
  milliseconds: number,
  from: number,
): Promise<number> {
  const { complaint } = platform.petition
  let next = from
  let commands = 0
  const began = performance.now()
  const end = began + milliseconds
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        let id = ''
        for (const { run } of actsAtOnce(next++, closing)) {
          ;({ id } = await run(complaint, id))
          commands++
          if (performance.now() >= end) break
        }
      }
    }),
  )
  return commands / ((performance.now() - began) / 1000)
}
