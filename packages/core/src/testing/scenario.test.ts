import { describe, expect, it } from 'vitest'
import { toMermaid } from '../case/diagram.js'
import { permitKind } from '../case/permit.fixture.js'
import { scenario } from './scenario.js'

const applied = {
  type: 'permit.applied',
  data: { subject: 'shed', unit: 'works', applicant: 'ann', against: '', secret: 's' },
} as const

describe('a scenario', () => {
  it('shows what a command decides on given events', () => {
    const outcome = scenario(permitKind).given([applied]).when('extend', { days: 5 })
    expect(outcome.error).toBeUndefined()
    expect(outcome.events).toEqual([{ type: 'permit.extended', data: { days: 5 } }])
    expect(outcome.record.clocks[0]?.extensions).toHaveLength(1)
  })

  it('shows the error that refuses it, and then nothing has happened', () => {
    const given = scenario(permitKind).given([applied])
    const outcome = given.when('grant', {}, { kind: 'resident', id: 'ann' })
    expect(outcome.error?.code).toBe('COMMAND_NOT_ALLOWED')
    expect(outcome.events).toEqual([])
    expect(outcome.record).toEqual(given.record)
    expect(given.when('extend', { days: 0 }).error?.code).toBe('INPUT_INVALID')
  })

  it('opens a case from nothing, under the rules it is told', () => {
    const outcome = scenario(permitKind, { at: '2024-03-01T02:00:00Z', rules: 'test-rules' })
      .given([])
      .when('apply', { subject: 'shed', unit: 'works', applicant: 'ann' })
    expect(outcome.record).toMatchObject({
      version: 1,
      rules: 'test-rules',
      openedAt: '2024-03-01T02:00:00.000Z',
    })
  })
})

it('a life cycle draws itself', () => {
  expect(toMermaid(permitKind)).toBe(
    [
      'stateDiagram-v2',
      '  [*] --> applied: apply',
      '  applied --> granted: grant',
      '  applied --> refused: refuse',
      '  granted --> [*]',
      '  refused --> [*]',
    ].join('\n'),
  )
})
