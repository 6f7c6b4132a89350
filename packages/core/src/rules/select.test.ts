import { describe, expect, it } from 'vitest'
import { rules } from '../clock/clock.fixture.js'
import type { RuleProfile } from './profile.js'
import { checkRules, findRules, selectRules } from './select.js'

const profile = (id: string, effectiveFrom: string, more: Partial<RuleProfile> = {}): RuleProfile => ({
  ...rules,
  id,
  effectiveFrom,
  ...more,
})
const decree = profile('cn-2005', '2005-05-01', { effectiveUntil: '2022-04-30' })
const regulation = profile('cn-2022', '2022-05-01')
const city = profile('city-2023', '2023-01-01')
const draft = profile('draft', '2024-01-01', { verified: false })
const all = [draft, regulation, city, decree]

describe('selectRules', () => {
  it.each([
    ['2005-05-01', 'cn-2005'],
    ['2022-04-30', 'cn-2005'],
    ['2022-05-01', 'cn-2022'],
    ['2023-01-01', 'city-2023'],
    ['2030-01-01', 'city-2023'],
  ])('on %s chooses %s', (on, id) => {
    expect(selectRules(all, on).id).toBe(id)
  })

  it('keeps the type of the profiles, so that a policy can be read', () => {
    const [withPolicy] = [{ ...regulation, policy: { mostRepresentatives: 5 } }]
    expect(selectRules([withPolicy], '2024-01-01').policy.mostRepresentatives).toBe(5)
  })

  it('never chooses what is not in force or not verified', () => {
    const nothing = (on: string) => expect.objectContaining({ code: 'RULES_NOT_IN_FORCE', details: { on } })
    expect(() => selectRules(all, '2005-04-30')).toThrow(nothing('2005-04-30'))
    expect(() => selectRules([draft, decree], '2024-06-01')).toThrow(nothing('2024-06-01'))
    expect(() => selectRules([], '2024-06-01')).toThrow(nothing('2024-06-01'))
    expect(() => selectRules(all, '2024-6-1')).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }))
  })
})

describe('findRules', () => {
  it('finds a profile that a case has pinned, in force or not, verified or not', () => {
    expect(findRules(all, 'cn-2005')).toBe(decree)
    expect(findRules(all, 'draft')).toBe(draft)
    expect(() => findRules(all, 'cn-1995')).toThrow(expect.objectContaining({ code: 'RULES_UNKNOWN' }))
  })
})

describe('checkRules', () => {
  it('passes a good profile', () => {
    for (const one of all) expect(() => checkRules(one)).not.toThrow()
  })

  const limit = (more: object) => ({ limits: { handle: { ...rules.limits.handle, ...more } } })
  const warnings = (...before: unknown[]) =>
    limit({ warnings: before.map((days, n) => ({ band: `b${n}`, before: days })) })
  it.each<[string, object]>([
    ['its id is empty', { id: '' }],
    ['it names no source', { source: '' }],
    ['effectiveFrom is not a date (YYYY-MM-DD)', { effectiveFrom: '2023-02-30' }],
    ['effectiveUntil is not a date (YYYY-MM-DD)', { effectiveUntil: 'never' }],
    ['effectiveUntil is before effectiveFrom', { effectiveUntil: '2004-12-31' }],
    ['verified must be true or false', { verified: 'yes' }],
    [
      'counting.endOfDay is not a time such as 24:00 or 17:30',
      { counting: { ...rules.counting, endOfDay: '25:00' } },
    ],
    ['counting.endOfDay is not a time such as 24:00 or 17:30', { counting: undefined }],
    ['counting.rollForward must be true or false', { counting: { ...rules.counting, rollForward: 1 } }],
    ['counting names no source', { counting: { ...rules.counting, source: '' } }],
    ['limits must be a table by clock', { limits: null }],
    ["limit 'handle' is not a limit", { limits: { handle: 60 } }],
    ["limit 'handle' has the unknown unit 'month'", limit({ unit: 'month' })],
    ["limit 'handle' has the unknown unit 'toString'", limit({ unit: 'toString' })],
    ["limit 'handle' must have an amount that is a whole number from 1 to 100000", limit({ amount: 0 })],
    ["limit 'handle' must have an amount that is a whole number from 1 to 100000", limit({ amount: 1.5 })],
    ["limit 'handle' must have an amount that is a whole number from 1 to 100000", limit({ amount: '60' })],
    ["limit 'handle' must have an amount that is a whole number from 1 to 100000", limit({ amount: 1e9 })],
    ["limit 'handle' must be a 'duty' or a 'right'", limit({ nature: undefined })],
    ["limit 'handle' names no source", limit({ source: '' })],
    ["limit 'handle' must name in pausedBy the grounds that pause it", limit({ pausedBy: 'hearing' })],
    [
      "limit 'handle' must say in extension how much at most, how many times, and by which source",
      limit({ extension: { most: 0, times: 1, source: 'x' } }),
    ],
    ["limit 'handle' must list its warnings", limit({ warnings: 3 })],
    [
      "limit 'handle' must name each warning band once, and none 'passed' (found 'passed')",
      limit({ warnings: [{ band: 'passed', before: 1 }] }),
    ],
    [
      "limit 'handle' must list its warnings within its length, most distant first, in whole days (found 'b0')",
      warnings(60),
    ],
    [
      "limit 'handle' must list its warnings within its length, most distant first, in whole days (found 'b1')",
      warnings(3, 10),
    ],
    [
      "limit 'handle' must list its warnings within its length, most distant first, in whole days (found 'b0')",
      warnings(1.5),
    ],
    [
      "limit 'handle' must list its warnings within its length, most distant first, in whole days (found 'b0')",
      warnings(-1),
    ],
  ])('refuses: %s', (reason, slip) => {
    expect(() => checkRules({ ...decree, ...slip } as RuleProfile)).toThrow(
      expect.objectContaining({
        code: 'RULES_INVALID',
        kind: 'misconfigured',
        details: { rules: expect.any(String), reason },
      }),
    )
  })

  it('refuses what is no profile at all', () => {
    expect(() => checkRules(undefined as unknown as RuleProfile)).toThrow(
      expect.objectContaining({ code: 'RULES_INVALID' }),
    )
  })
})
