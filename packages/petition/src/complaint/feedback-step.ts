import type { Complaint } from './state.js'

/** What a complaint waits for after its answer: to be delivered, to ask how satisfied the petitioner is, or to be looked at again. */
export type FeedbackStep = 'toDeliver' | 'toAsk' | 'secondLook'

export function feedbackStep({
  opinion,
  secondLook,
  delivered,
  evaluation,
  evaluationAskedOn,
}: Complaint): FeedbackStep | undefined {
  if (opinion !== null) return 'toDeliver'
  if (secondLook !== null && secondLook.concluded === null) return 'secondLook'
  const isUnasked = delivered.length > 0 && evaluation === null && evaluationAskedOn === null
  return isUnasked ? 'toAsk' : undefined
}
