import { createPlatform, memoryStore, type Officer, systemActor } from '@redress/core'
import { petition } from '@redress/petition'
import { createDuplicateIndex } from '../../packages/petition/src/duplicate/duplicate-index.js'
import { type HashKey, shinglesOf } from '../../packages/petition/src/duplicate/shingles.js'
import { similarityOf } from '../../packages/petition/src/duplicate/similarity.js'
import { createTextSource, type TextSource } from './duplicate-texts.js'
import type { DuplicatesResult } from './job.js'
import { heldBytes, spread } from './measure.js'

const least = 0.7
const key: HashKey = [2024, 8]

/** So many open texts, a tenth of them letters that somebody has written before; and questions, half of which have an answer. */
export async function runDuplicates(size: number, questions: number): Promise<DuplicatesResult> {
  const source = createTextSource(5)
  const texts: string[] = []
  for (let n = 0; n < size; n++)
    texts.push(n % 10 === 9 ? source.edited(texts[Math.floor(n * 0.37)] ?? '') : source.letter())
  const asked = Array.from({ length: questions }, (_, n) =>
    n % 2 === 0 ? source.edited(texts[(n * 7919) % size] ?? '') : source.letter(),
  )

  const before = held()
  const index = createDuplicateIndex(key)
  const added = time(() => {
    for (let n = 0; n < size; n++) index.add(String(n), texts[n] ?? '')
  })
  const bytes = held() - before
  for (const text of asked.slice(0, 500)) index.similar(text, least)
  const times = new Float64Array(questions)
  for (let n = 0; n < questions; n++) {
    const text = asked[n] ?? ''
    times[n] = time(() => void index.similar(text, least))
  }
  const slow = [...times].sort((a, b) => a - b)[Math.floor(questions * 0.95)] ?? 0
  const changed = time(() => {
    for (let n = 0; n < 2000; n++) {
      const id = String((n * 31) % size)
      index.remove(id)
      index.add(id, texts[Number(id)] ?? '')
    }
  })
  return {
    size,
    characters: texts.reduce((sum, text) => sum + text.length, 0) / size,
    addMicros: (added / size) * 1000,
    changeMicros: (changed / 2000) * 1000,
    query: spread(times),
    p95: slow * 1000,
    bytesPerText: bytes / size,
    ...beside(index, texts, asked.filter((_, n) => n % 2 === 0).slice(0, Math.ceil(questions / 8))),
    ...(await inPlatform(source, Math.min(size, 5000))),
  }
}

/** What comparing a text with all others finds, and how long that takes: sorted arrays of numbers, given up as soon as it is certain. */
function beside(
  index: ReturnType<typeof createDuplicateIndex>,
  texts: readonly string[],
  asked: readonly string[],
): Pick<DuplicatesResult, 'bruteForce' | 'pairs' | 'recall'> {
  const sets = texts.map((text) => shinglesOf(text, key))
  const times = new Float64Array(asked.length)
  let [pairs, found] = [0, 0]
  for (const [n, text] of asked.entries()) {
    const there: number[] = []
    times[n] = time(() => {
      const set = shinglesOf(text, key)
      for (const [id, other] of sets.entries()) if (similarityOf(set, other, least) > 0) there.push(id)
    })
    const ids = new Set(index.similar(text, least).map(({ id }) => Number(id)))
    // It answers with fifty at most.
    pairs += Math.min(there.length, 50)
    found += there.filter((id) => ids.has(id)).length
  }
  return { bruteForce: spread(times), pairs, recall: found / pairs }
}

/** The same behind a platform: texts are read out of the vault, with a record of each, and every answer asks who may know of what. */
async function inPlatform(
  source: TextSource,
  size: number,
): Promise<Pick<DuplicatesResult, 'takeIn' | 'ask'>> {
  const store = memoryStore()
  const platform = createPlatform({ store, plugins: [petition()] })
  const unit = 'petition-office'
  await platform.organizations.open(
    { id: unit, name: unit, level: 'city', type: 'petitionOffice' },
    systemActor,
  )
  const { complaint } = platform.petition
  const ids: string[] = []
  for (let n = 0; n < size; n++) {
    const text = source.letter()
    const petitioners = [{ name: '张某某', phone: `139${String(n).padStart(8, '0')}` }]
    const filing = { channel: 'online', unit, title: 'x', text, petitioners } as const
    ids.push((await complaint.file(filing, systemActor)).id)
  }
  const events = await store.head()
  const began = performance.now()
  while (!(await complaint.prepareDuplicates()).complete);
  const takenIn = performance.now() - began
  const desk: Officer = { kind: 'officer', id: 'desk', unit, roles: ['petitionOfficer'] }
  const records = ((await store.head()) - events) / size
  const times = new Float64Array(500)
  for (let n = 0; n < times.length; n++) {
    const start = performance.now()
    await complaint.duplicates(ids[(n * 7919) % size] ?? '', desk)
    times[n] = performance.now() - start
  }
  return { takeIn: { micros: (takenIn / size) * 1000, records }, ask: spread(times) }
}

function held(): number {
  const heap = heldBytes()
  return heap + process.memoryUsage().external
}

/** Milliseconds. */
function time(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
