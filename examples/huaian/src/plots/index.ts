import type { Plot } from '../plot.js'
import { accusations, grownAccusations } from './accusations.js'
import { duplicates, repetitions } from './duplicates.js'
import { everyday } from './everyday.js'
import { secondLooks } from './feedback.js'
import { handling } from './handling.js'
import { grownOut, intake } from './intake.js'
import { jurisdiction } from './jurisdiction.js'
import { afterReview, review } from './review.js'
import { suggestions, suggestionsFromWindows } from './suggestions.js'
import { supervision } from './supervision.js'
import { visits } from './visits.js'

export const plots: readonly Plot[] = [
  ...everyday,
  ...intake,
  ...grownOut,
  ...duplicates,
  ...repetitions,
  ...jurisdiction,
  ...handling,
  ...review,
  ...afterReview,
  ...secondLooks,
  ...visits,
  ...suggestions,
  ...suggestionsFromWindows,
  ...accusations,
  ...grownAccusations,
  ...supervision,
]
