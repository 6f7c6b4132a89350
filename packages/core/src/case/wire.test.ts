import { describe, expect, it } from 'vitest'
import { permitKind } from './permit.fixture.js'
import { wire } from './wire.js'

/** Checks a kind as a host without types may write it. */
const wired = (kind: object) => () => wire(kind as typeof permitKind)
const { decide, lifecycle, inputs, access } = permitKind

describe('a kind of case', () => {
  it('that fits together is taken', () => {
    expect(wired(permitKind)).not.toThrow()
    expect(wired({ ...permitKind, kind: 'riskAssessment.second-look' })).not.toThrow()
  })

  const name = "the name must be like 'petition.complaint'"
  it.each<readonly [title: string, slip: object, reason: string]>([
    ['whose name is one word', { kind: 'permit' }, name],
    ['whose name has three parts', { kind: 'permit.building.permit' }, name],
    ['whose name has a capital in front', { kind: 'Permit.permit' }, name],
    ['whose name is empty', { kind: '' }, name],
    ['without a name', { kind: undefined }, name],
    ...[
      null,
      7,
      {},
      { version: 1 },
      { version: 0, counts: () => [] },
      { version: '1st', counts: () => [] },
      { counts: () => [] },
    ].map((tally): readonly [string, object, string] => [
      `with a tally that is ${JSON.stringify(tally)}`,
      { tally },
      "its 'tally' has no 'version' or no 'counts'",
    ]),
    [
      'that does not check the input of a command',
      { inputs: { ...inputs, grant: undefined } },
      "command 'grant' has no input schema",
    ],
    [
      'that says of a command not who may give it',
      { access: { ...access, grant: undefined } },
      "command 'grant' has no access rule",
    ],
    [
      'with a command that decides nothing',
      { decide: { ...decide, grant: undefined } },
      "command 'grant' decides nothing",
    ],
    ...['get', 'actions', 'history', 'then'].map((word): readonly [string, object, string] => [
      `with a command '${word}'`,
      {
        decide: { ...decide, [word]: decide.note },
        inputs: { ...inputs, [word]: inputs.note },
        access: { ...access, [word]: access.note },
      },
      `command '${word}' has the name of a reading method`,
    ]),
    [
      'whose command leads to an unknown status',
      { lifecycle: { ...lifecycle, applied: { grant: ['done'] } } },
      "'grant' leads to the unknown status 'done'",
    ],
    [
      'whose command leads to a name that every object has',
      { lifecycle: { ...lifecycle, applied: { grant: ['toString'] } } },
      "'grant' leads to the unknown status 'toString'",
    ],
    [
      'that allows an unknown command',
      { lifecycle: { ...lifecycle, granted: { demolish: [] } } },
      "status 'granted' allows the unknown command 'demolish'",
    ],
    [
      'opened by an unknown command',
      { opening: 'demolish' },
      "the opening command 'demolish' does not exist",
    ],
    [
      'whose opening command is not allowed at the start',
      { opening: 'grant' },
      'the opening command is not allowed in the initial status',
    ],
  ])('%s is refused with the reason', (_, slip, reason) => {
    expect(wired({ ...permitKind, ...slip })).toThrow(
      expect.objectContaining({
        code: 'KIND_INVALID',
        kind: 'misconfigured',
        details: { kind: String({ ...permitKind, ...slip }.kind), reason },
      }),
    )
  })

  it('is refused when the figures of its rules cannot be right', () => {
    const [rules] = permitKind.rules
    expect(wired({ ...permitKind, rules: [rules, { ...rules, id: '' }] })).toThrow(
      expect.objectContaining({ code: 'RULES_INVALID' }),
    )
  })
})
