import type { Actor } from '@redress/core'
import { accusationInputs } from '../accusation/commands/index.js'
import { type Command, inputFor } from '../accusation/inputs.fixture.js'
import { charge } from '../accusation/town.fixture.js'
import { citizen, type county, host, letter } from '../complaint/county.fixture.js'
import type { Story, World } from './world.fixture.js'

type Made = Awaited<ReturnType<typeof county>>

/** What the sealed case is called, once it is there. */
export interface HiddenNames {
  hidden: string
  alsoHidden: string
  hiddenNumber: string
}

/**
 * The steps of a sealed case of the kind of accusations: filed as one, a report of retaliation for a case that the accused unit
 * handles, or taken over from a complaint, which is hidden too.
 */
export function accusationSteps(
  { kind, sealed, receiver }: Story,
  { platform, complaint, today }: Made,
  accused: { readonly units?: readonly string[]; readonly persons?: readonly string[] },
  followed: () => string,
  names: HiddenNames,
): readonly (() => Promise<unknown>)[] {
  const { accusation, retaliation } = platform.petition
  const { accused: _, unit: __, ...what } = charge
  const known = sealed === 'atOnce' ? { accused } : { accusedUnknown: true }
  const named = sealed === 'atOnce' ? {} : { accused }
  const open = {
    accusation: async () => (await accusation.file({ ...what, ...known, unit: receiver }, citizen)).id,
    retaliation: async () => {
      const report = { ...what, ...known, unit: 'city-discipline', follows: { case: followed() } }
      return (await retaliation.report(report, citizen)).id
    },
    takenOver: async () => {
      const { id } = await complaint.file({ ...letter, unit: receiver, accused }, citizen)
      await complaint.register(id, {}, host)
      names.alsoHidden = id
      return (await accusation.takeOver(id, { unit: 'city-discipline' }, host)).accusation
    },
    complaint: async () => '',
  }
  return [
    async () => {
      names.hidden = await open[kind]()
      if (kind !== 'takenOver') await accusation.register(names.hidden, named, host)
      names.hiddenNumber = (await accusation.get(names.hidden, host)).state.number ?? ''
    },
    async () => {
      if (kind === 'accusation') await accusation.route(names.hidden, { to: 'city-discipline' }, host)
      else await accusation.note(names.hidden, { text: 'n' }, host)
    },
    () => accusation.accept(names.hidden, {}, host),
    () => platform.personal.read(names.hidden, { purpose: 'investigation', reveal: ['name'] }, host),
    () => accusation.investigate(names.hidden, { investigators: ['dis'] }, host),
    () => accusation.conclude(names.hidden, { outcome: 'found', findings: 'f' }, host),
    () => accusation.feedBack(names.hidden, { on: today(), manner: 'phone', proof: 'p', answer: 'a' }, host),
    () => accusation.close(names.hidden, {}, host),
  ]
}

type Question = readonly [string, () => Promise<unknown>]

/** What somebody reads by the ways of accusations. */
export function accusationReadings(
  { made, hidden, alsoHidden, others }: World,
  by: Actor,
): readonly Question[] {
  const { accusation } = made.platform.petition
  const ids = [hidden, alsoHidden, ...others.map(({ id }) => id)]
  const purposes = ['investigation', 'feedback', 'protection']
  return ids.flatMap((id): readonly Question[] => [
    [`accusation get ${id}`, () => accusation.get(id, by)],
    [`accusation history ${id}`, () => accusation.history(id, by)],
    [`accusation actions ${id}`, () => accusation.actions(id, by)],
    [`competent ${id}`, () => accusation.competent(id, by)],
    ...purposes.map(
      (purpose): Question => [
        `read ${purpose} ${id}`,
        () =>
          made.platform.personal.read(id, { purpose, reveal: purpose === 'protection' ? ['name'] : [] }, by),
      ],
    ),
  ])
}

/** What somebody tries by the commands of accusations. */
export function accusationActs({ made, hidden, alsoHidden, others }: World, by: Actor): readonly Question[] {
  const { accusation, retaliation } = made.platform.petition
  const run = (command: Command, id: string, options?: object) => {
    const method = accusation[command] as (
      id: string,
      input: object,
      by: Actor,
      options?: object,
    ) => Promise<unknown>
    return method(id, inputFor(command, made.today()), by, options)
  }
  const commands = (Object.keys(accusationInputs) as Command[]).filter((command) => command !== 'file')
  const ids = [hidden, alsoHidden, ...others.map(({ id }) => id)]
  const accusers = [{ id: 'id' in by ? by.id : 'x', name: '某某' }]
  const report = { ...charge, accusers, unit: 'city-discipline', accused: { units: ['county-school'] } }
  return [
    ...commands.flatMap((command): readonly Question[] => [
      [`accusation ${command} hidden`, () => run(command, hidden)],
      [`accusation ${command} hidden at version 3`, () => run(command, hidden, { expectedVersion: 3 })],
      [
        `accusation ${command} hidden with a key`,
        () => run(command, hidden, { idempotencyKey: 'x'.repeat(30) }),
      ],
    ]),
    ...ids.flatMap((id): readonly Question[] => [
      [`take over ${id}`, () => accusation.takeOver(id, {}, by)],
      [`report retaliation for ${id}`, () => retaliation.report({ ...report, follows: { case: id } }, by)],
    ]),
    ...others.map(
      ({ code }, n): Question => [
        `supplement by code ${n}`,
        () => accusation.supplementByCode(code, { text: 'x' }),
      ],
    ),
  ]
}
