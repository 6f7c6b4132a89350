import type { RuleProfile } from './profile.js'

/** Stands in for the rules of a kind without rules: no limits, and no calendar to count in. */
export const noRules: RuleProfile = Object.freeze({
  id: '',
  title: 'No rules',
  source: 'none',
  effectiveFrom: '0001-01-01',
  verified: true,
  calendar: { id: 'none', timeZone: 'UTC', weekend: [], workingHours: [], years: {}, source: 'none' },
  counting: { id: 'none', endOfDay: '24:00', rollForward: false, source: 'none' },
  limits: {},
  policy: {},
})
