import { describe, expect, it } from 'vitest'
import { host } from '../complaint/county.fixture.js'
import { people, type Town, town } from './town.fixture.js'

/** The clocks that run, with their units and last days. */
async function running({ platform }: Town, id: string): Promise<readonly string[]> {
  const all = await platform.deadlines.of(id, host)
  return all
    .filter(({ state }) => state === 'running')
    .map(({ clock, unit, dueOn }) => `${clock} ${unit} ${dueOn}`)
}

describe('the clocks of an accusation', () => {
  it('give a petition office fifteen days to sort and forward it (Art. 22)', async () => {
    const made = await town()
    const { id } = await made.filed({ channel: 'letter', receivedOn: '2024-07-29' }, people.desk)
    expect(await running(made, id)).toEqual(['sortAndForward county-petition 2024-08-13'])
    await made.accusation.register(id, {}, people.desk)
    expect(await running(made, id)).toEqual(['sortAndForward county-petition 2024-08-13'])
  })

  it('give a body fifteen days to tell the accuser (Art. 23 ¶2–3), and five working days to object', async () => {
    const made = await town()
    const { id } = await made.registered()
    await made.accusation.route(id, { to: 'county-housing' }, people.desk)
    expect(await running(made, id)).toEqual([
      'forwardedNotice county-housing 2024-08-16',
      'jurisdictionObjection county-housing 2024-08-08',
    ])
    await made.accusation.accept(id, {}, people.housingDesk)
    expect(await running(made, id)).toEqual([])
    const direct = await made.filed({ unit: 'county-housing' })
    expect(await running(made, direct.id)).toEqual(['directNotice county-housing 2024-08-16'])
  })

  it('leave the notice of a discipline body to its own rules (Art. 23 ¶4), and set no limit for handling', async () => {
    const made = await town()
    const direct = await made.filed({ unit: 'county-discipline' })
    expect(await running(made, direct.id)).toEqual([])
    const { id } = await made.routed()
    expect(await running(made, id)).toEqual(['jurisdictionObjection county-discipline 2024-08-08'])
    await made.accusation.accept(id, {}, people.discipline)
    await made.accusation.investigate(id, { investigators: ['inv-1'] }, people.discipline)
    expect(await running(made, id)).toEqual([])
  })

  it('go on from the first receipt where it is given back', async () => {
    const made = await town()
    const { id } = await made.registered()
    made.clock.addDays(3)
    await made.accusation.route(id, { to: 'county-discipline' }, people.desk)
    made.clock.addDays(3)
    await made.accusation.giveBack(id, { reasons: 'r', agreedBy: 'desk' }, people.discipline)
    expect(await running(made, id)).toEqual(['sortAndForward county-petition 2024-08-16'])
  })

  it('stop when it is not accepted or discontinued, and begin anew when it is taken up before it was accepted', async () => {
    const made = await town()
    const refused = await made.registered()
    await made.accusation.notAccept(
      refused.id,
      { ground: 'noSubstance', reasons: 'r', advice: 'a' },
      people.desk,
    )
    expect(await running(made, refused.id)).toEqual([])
    made.clock.addDays(10)
    await made.accusation.reopen(refused.id, { ground: 'newFacts', reasons: 'r' }, people.desk)
    expect(await running(made, refused.id)).toEqual(['sortAndForward county-petition 2024-08-26'])
    const ended = await made.filed()
    await made.accusation.withdraw(ended.id, { reason: 'r', freely: true }, { kind: 'resident', id: 'r1' })
    expect(await running(made, ended.id)).toHaveLength(1)
    await made.accusation.decideWithdrawal(ended.id, { goesOn: false, reasons: 'r' }, host)
    expect(await running(made, ended.id)).toEqual([])
  })

  it('run on without an objection under the rules of 2005', async () => {
    const made = await town()
    const { id } = await made.filed({ channel: 'letter', receivedOn: '2022-04-01' }, people.desk)
    await made.accusation.register(id, {}, people.desk)
    await made.accusation.route(id, { to: 'county-discipline' }, people.desk)
    expect(await running(made, id)).toEqual([])
    expect((await made.accusation.get(id, host)).rules).toBe('cn-2005-decree431')
    const actions = await made.accusation.actions(id, people.discipline)
    expect(actions.find(({ command }) => command === 'giveBack')?.reasons[0]?.code).toBe(
      'OBJECTION_NOT_PROVIDED',
    )
  })
})
