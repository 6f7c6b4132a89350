import { defineErrors } from '@redress/core'

/** The catalogue of the analysis. */
export const analysisErrors = defineErrors({
  ANALYSIS_NOT_ALLOWED: [
    'not-allowed',
    () =>
      'Statistics are for staff with a duty in petitions, about their own unit and those below it. Everybody reads `publicReport`.',
  ],
  ANALYSIS_UNIT_ELSEWHERE: [
    'not-allowed',
    (d: { unit: string }) =>
      `Unit '${d.unit}' is not the own unit or below it (of a petition office: not in its territory). Ask for one that is.`,
  ],
  PERIOD_NOT_COUNTED: [
    'invalid',
    (d: { period: string; possible: string }) =>
      `There are no such counts for the period '${d.period}'. Possible here: ${d.possible}.`,
  ],
  PERIOD_NOT_FINISHED: [
    'not-allowed',
    (d: { period: string; until: string }) =>
      `${d.period} is not over. What is published is complete: ask after ${d.until}.`,
  ],
  COUNTING_NOT_FINISHED: [
    'unavailable',
    () =>
      'The history is still being counted, and nothing incomplete is published. Run `platform.tallies.update()` and ask again.',
  ],
  CHARTS_NOT_INSTALLED: [
    'misconfigured',
    () => "Charts are drawn with the package 'echarts' (6 or later), which is not installed here. Add it.",
  ],
})
