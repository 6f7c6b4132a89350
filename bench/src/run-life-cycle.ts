import { castore } from './contenders/castore.js'
import { floor } from './contenders/floor.js'
import { redress } from './contenders/redress.js'
import { xstate } from './contenders/xstate.js'
import { casesPerSlice, drive } from './drive.js'
import { measureInbox } from './inbox.js'
import type { ContenderName, LifeCycleResult } from './job.js'
import { type Contender, commandsPerCase } from './life-cycle.js'
import { heldBytes, median, type Spread, seededRandom, spread } from './measure.js'

const warmUp = 2000
const reads = 20_000

/** Fills a store up to `size` cases, then measures more of them, on top of what is stored. */
export async function runLifeCycle(name: ContenderName, size: number): Promise<LifeCycleResult> {
  await drive((await make(name)).contender.lifeCycle, 0, warmUp, [])

  const more = Math.max(10_000, size / 20)
  const ids = Array.from({ length: size + more }, () => '')
  const { contender, platform } = await make(name)
  const before = heldBytes()
  await drive(contender.lifeCycle, 0, size, ids)
  const heapPerCase = (heldBytes() - before) / size
  const { elapsed, slices, samples } = await drive(contender.lifeCycle, size, size + more, ids)

  const result = {
    contender: name,
    size,
    commandsPerSecond: (more * commandsPerCase * 1000) / elapsed,
    middleCommandsPerSecond: (casesPerSlice * commandsPerCase * 1000) / median(slices),
    command: spread(samples),
    heapPerCase,
    read: await randomReads(contender, ids),
  }
  return platform === undefined ? result : { ...result, inbox: await measureInbox(platform, size) }
}

async function make(
  name: ContenderName,
): Promise<Partial<Awaited<ReturnType<typeof redress>>> & { contender: Contender }> {
  switch (name) {
    case 'redress':
    case 'plain':
      return await redress()
    case 'floor':
      return { contender: floor() }
    case 'castore':
      return { contender: castore() }
    case 'xstateLive':
      return { contender: xstate(true) }
    case 'xstateRehydrated':
      return { contender: xstate(false) }
  }
}

async function randomReads(contender: Contender, ids: readonly string[]): Promise<Spread> {
  const random = seededRandom(1)
  const samples = new Float64Array(reads)
  for (let n = 0; n < reads; n++) {
    const id = ids[Math.floor(random() * ids.length)] ?? ''
    const start = performance.now()
    await contender.read(id)
    samples[n] = performance.now() - start
  }
  return spread(samples)
}
