import type { Officer } from '@redress/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerReview } from './commands/answer.js'
import { citizen, county, host, refusal, sections } from './county.fixture.js'
import type { Complaint } from './state.js'

/** What happens on one rung: how the body answers, what its notice tells, how it is delivered, and when the petitioner goes on. */
interface Rung {
  readonly outcome: AnswerReview['outcome']
  /** Whether the notice names the next body and all of the time, only part of the time, or nothing. */
  readonly notice: 'valid' | 'short' | 'none'
  /** Days from the delivery until the petitioner asks for the next rung. */
  readonly waits: number
  readonly hasCause: boolean
}

const rung: fc.Arbitrary<Rung> = fc.record({
  outcome: fc.constantFrom('upheld', 'changed', 'quashedRemanded', 'rejectedInadmissible'),
  notice: fc.constantFrom('valid', 'valid', 'short', 'none'),
  waits: fc.integer({ min: 0, max: 50 }),
  hasCause: fc.boolean(),
})

/** An officer of the unit whom the matter has not seen before: who has answered in it does not review it. */
const fresh = (unit: string, n: number): Officer => ({
  kind: 'officer',
  id: `o${n}`,
  unit,
  roles: ['handler', 'head'],
})
const next: Readonly<Record<string, string>> = { 'county-housing': 'county', county: 'city' }
const depth: Readonly<Record<Complaint['delivered'][number]['stage'], number>> = {
  handling: 0,
  review: 1,
  reReview: 2,
}

function noticeOf(notice: Rung['notice'], by: string) {
  const body = next[by]
  if (notice === 'none' || body === undefined) return {}
  return { remedy: { body, days: notice === 'short' ? 10 : 30 } }
}

/** Walks a complaint up the ladder as far as the rungs reach, and tells of each state on the way. */
async function climb(
  rungs: readonly Rung[],
  look: (state: Complaint, made: Awaited<ReturnType<typeof county>>) => Promise<void>,
) {
  const made = await county()
  const { complaint, clock, accepted, heard, today } = made
  const { id } = await accepted()
  await heard(id)
  for (const [n, { outcome, notice, waits, hasCause }] of rungs.entries()) {
    let state = (await complaint.get(id, host)).state
    const by = fresh(state.unit, n)
    const text = { ...sections, ...noticeOf(notice, state.unit) }
    if (state.status === 'accepted') {
      if (state.statements.length === 0) await heard(id)
      await complaint.answer(id, { ...text, outcome: 'explained' }, by)
    } else if (state.status === 'reviewRequested') await complaint.answerReview(id, { ...text, outcome }, by)
    else await complaint.answerReReview(id, { ...text, outcome }, by)
    await complaint.deliver(id, { on: today(), manner: 'receipt', proof: 'p' }, by)
    state = (await complaint.get(id, host)).state
    await look(state, made)
    if (state.status === 'accepted') continue
    clock.addDays(waits)
    const request = { reasons: 'r', ...(hasCause ? { lateBecause: 'ill' } : {}) }
    const ask = { delivered: complaint.requestReview, reviewDelivered: complaint.requestReReview }[
      state.status as 'delivered'
    ]
    if (ask === undefined) return { made, id }
    const due = await made.due(id, state.status === 'delivered' ? 'requestReview' : 'requestReReview')
    const isLate = due?.stoppedAt === undefined && due?.dueOn !== undefined && today() > due.dueOn
    if (isLate && !hasCause) {
      expect((await refusal(ask(id, request, citizen))).code).toBe('REVIEW_LATE')
      return { made, id }
    }
    await ask(id, request, citizen)
    await look((await complaint.get(id, host)).state, made)
  }
  return { made, id }
}

describe('the ladder of answer, review and re-review', () => {
  it('measures no one by the window of an answer that was quashed, where the new notice opened none', async () => {
    const rungs: readonly Rung[] = [
      { outcome: 'upheld', notice: 'valid', waits: 0, hasCause: false },
      { outcome: 'quashedRemanded', notice: 'valid', waits: 0, hasCause: false },
      { outcome: 'upheld', notice: 'none', waits: 60, hasCause: false },
    ]
    const { made, id } = await climb(rungs, async () => {})
    expect((await made.complaint.get(id, host)).state.status).toBe('reviewRequested')
  })

  it('has three rungs, each a body above the last, and no body answers twice but after a remand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rung, { minLength: 3, maxLength: 7 }), async (rungs) => {
        await climb(rungs, async (state) => {
          const { delivered } = state
          for (const [n, one] of delivered.entries()) {
            const before = delivered[n - 1]
            if (before === undefined) expect(one.stage).toBe('handling')
            else if (before.outcome === 'quashedRemanded') expect(one.stage).toBe('handling')
            else {
              expect(depth[one.stage]).toBe(depth[before.stage] + 1)
              expect(one.by).toBe(next[before.by])
            }
          }
          // Never more than two steps up from the body that handled it.
          expect(Math.max(0, ...delivered.map((one) => depth[one.stage]))).toBeLessThanOrEqual(2)
        })
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('opens a window after each answer but the last, thirty days long, and only after a notice that told all of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rung, { minLength: 2, maxLength: 5 }), async (rungs) => {
        await climb(rungs, async (state, made) => {
          const last = state.delivered.at(-1)
          const isAnswered = ['delivered', 'reviewDelivered', 'reReviewDelivered'].includes(state.status)
          if (last === undefined || !isAnswered) return
          const window = { handling: 'requestReview', review: 'requestReReview', reReview: undefined }[
            last.stage
          ]
          const { items } = await made.platform.cases.find({ sort: 'opened' }, host)
          const clocks = await made.platform.deadlines.of(items.at(-1)?.id ?? '', host)
          const running = clocks.filter((one) => one.limit?.nature === 'right' && one.state === 'running')
          if (window === undefined || last.defectiveNotice)
            return expect(running.map((one) => one.clock)).not.toContain(window)
          const [open] = running.filter((one) => one.clock === window)
          expect(open?.dueOn ?? '9999').not.toBe('9999')
          const days = (Date.parse(open?.dueOn ?? '') - Date.parse(last.deliveredOn)) / 86_400_000
          // Thirty days, or a little more where the last one is a day of rest.
          expect(days).toBeGreaterThanOrEqual(30)
          expect(days).toBeLessThanOrEqual(40)
        })
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('ends for good only where the last rung was delivered or a valid window lapsed, and then nobody climbs on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rung, { minLength: 1, maxLength: 4 }), async (rungs) => {
        const { made, id } = await climb(rungs, async () => {})
        const { complaint, clock } = made
        clock.addDays(60)
        const { state } = await complaint.get(id, host)
        const last = state.delivered.at(-1)
        const isOpen = ['delivered', 'reviewDelivered', 'reReviewDelivered'].includes(state.status)
        for (const ground of ['reReviewDelivered', 'reviewWindowLapsed'] as const) {
          const ended = await complaint
            .end(id, { ground, finding: 'f' }, host)
            .catch((error: unknown) => error)
          const may =
            isOpen &&
            (ground === 'reReviewDelivered'
              ? last?.stage === 'reReview'
              : last?.stage !== 'reReview' && last?.defectiveNotice === false)
          expect(ended instanceof Error, `${ground} in ${state.status}`).toBe(!may)
          if (!may) continue
          const again = complaint.requestReReview(id, { reasons: 'r', lateBecause: 'ill' }, citizen)
          if (ground === 'reReviewDelivered') expect((await refusal(again)).code).toBe('COMMAND_NOT_ALLOWED')
          else await again.catch(() => {})
          return
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
