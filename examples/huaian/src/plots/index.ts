import type { Plot } from '../plot.js'
import { everyday } from './everyday.js'
import { handling } from './handling.js'
import { grownOut, intake } from './intake.js'
import { jurisdiction } from './jurisdiction.js'
import { afterReview, review } from './review.js'

export const plots: readonly Plot[] = [
  ...everyday,
  ...intake,
  ...grownOut,
  ...jurisdiction,
  ...handling,
  ...review,
  ...afterReview,
]
