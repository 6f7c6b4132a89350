/** How many times a second something is done by some callers at once, and how long one waits in the middle, in milliseconds. */
export interface Load {
  readonly rate: number
  readonly p50: number
}

/** Each caller has cases of its own and acts ten times on each of them. */
export async function driveCallers(
  callers: number,
  milliseconds: number,
  from: number,
  act: (n: number, version: number) => Promise<unknown>,
): Promise<Load> {
  const samples: number[] = []
  const began = performance.now()
  const end = began + milliseconds
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let count = 0; performance.now() < end; count++) {
        const n = from + caller + callers * Math.floor(count / 10)
        const start = performance.now()
        await act(n, count % 10)
        samples.push(performance.now() - start)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  samples.sort((a, b) => a - b)
  return { rate: samples.length / seconds, p50: samples[samples.length >> 1] ?? Number.NaN }
}
