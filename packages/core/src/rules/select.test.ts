import { describe, expect, it } from 'vitest'
import { rules } from '../clock/clock.fixture.js'
import { checkRules } from './check.js'
import type { RuleProfile } from './profile.js'
import { findRules, selectRules } from './select.js'

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
    const nothing = (on: string): unknown =>
      expect.objectContaining({ code: 'RULES_NOT_IN_FORCE', details: { on } })
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
    ['id', { id: '' }],
    ['source', { source: '' }],
    ['effectiveFrom', { effectiveFrom: '2023-02-30' }],
    ['effectiveUntil', { effectiveUntil: 'never' }],
    ['effectiveUntil: it is before effectiveFrom', { effectiveUntil: '2004-12-31' }],
    ['verified', { verified: 'yes' }],
    ['counting.endOfDay', { counting: { ...rules.counting, endOfDay: '25:00' } }],
    ['counting', { counting: undefined }],
    ['counting.rollForward', { counting: { ...rules.counting, rollForward: 1 } }],
    ['counting.source', { counting: { ...rules.counting, source: '' } }],
    ['limits', { limits: null }],
    ['limits.handle', { limits: { handle: 60 } }],
    ['limits.handle.unit', limit({ unit: 'month' })],
    ['limits.handle.unit', limit({ unit: 'toString' })],
    ['limits.handle.amount', limit({ amount: 0 })],
    ['limits.handle.amount', limit({ amount: 1.5 })],
    ['limits.handle.amount', limit({ amount: '60' })],
    ['limits.handle.amount', limit({ amount: 1e9 })],
    ['limits.handle.nature', limit({ nature: undefined })],
    ['limits.handle.source', limit({ source: '' })],
    ['limits.handle.pausedBy', limit({ pausedBy: 'hearing' })],
    ['limits.handle.extension.most', limit({ extension: { most: 0, times: 1, source: 'x' } })],
    ['limits.handle.warnings', limit({ warnings: 3 })],
    ['limits.handle.warnings', limit({ warnings: [{ band: 'passed', before: 1 }] })],
    ['limits.handle.warnings', warnings(60)],
    ['limits.handle.warnings', warnings(3, 10)],
    ['limits.handle.warnings', warnings(1.5)],
    ['limits.handle.warnings', warnings(-1)],
    ['limits.handle', limit({ length: 60 })],
  ])('names what is wrong: %s', (reason, slip) => {
    expect(() => checkRules({ ...decree, ...slip })).toThrow(
      expect.objectContaining({
        code: 'RULES_INVALID',
        kind: 'misconfigured',
        details: { rules: expect.any(String), reason: expect.stringMatching(`^${reason}`) },
      }),
    )
  })

  it('refuses what is no profile at all', () => {
    expect(() => checkRules(undefined as unknown as RuleProfile)).toThrow(
      expect.objectContaining({ code: 'RULES_INVALID' }),
    )
  })
})
