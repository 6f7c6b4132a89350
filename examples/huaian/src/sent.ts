import { type HuaianPlatform, host } from './city.js'
import type { Letter } from './letters.js'
import type { Subject } from './plot.js'

/** Whether somebody has written what a course begins with. */
export const isWritten = (of: Subject | undefined): boolean =>
  of === undefined || ['petition.complaint', 'petition.suggestion', 'petition.accusation'].includes(of)

/** The letter behind a case, out of the vault: what people wrote stands nowhere else, in this example either. */
export async function sentLetter(
  platform: HuaianPlatform,
  of: Subject | undefined,
  id: string,
): Promise<Letter> {
  const state = await stateOf(platform, of, id)
  const request = { purpose: 'ownMatter', reveal: ['name', 'phone', 'email', 'address'] }
  const { persons, texts } = await platform.personal.read(id, request, host)
  return {
    ...state,
    area: state.area ?? '',
    matter: state.matter ?? '',
    title: texts[0]?.fields.title ?? '',
    text: texts[0]?.fields.text ?? '',
    petitioners: persons.map(({ id: account, fields }) => ({
      ...(account === undefined ? {} : { id: account }),
      name: fields.name ?? '',
      phone: fields.phone,
      email: fields.email,
      address: fields.address,
    })),
  }
}

async function stateOf({ petition }: HuaianPlatform, of: Subject | undefined, id: string) {
  if (of === 'petition.suggestion') {
    const { state } = await petition.suggestion.get(id, host)
    const { channel, receivedBy: unit, area, matter, anonymous, receivedOn } = state
    return { channel, unit, area, matter, anonymous, receivedOn, people: 1 }
  }
  if (of === 'petition.accusation') {
    const { state } = await petition.accusation.get(id, host)
    const { channel, receivedBy: unit, identity, receivedOn, accused } = state
    const anonymous = identity === 'anonymous'
    return { channel, unit, area: accused.units[0], matter: null, anonymous, receivedOn, people: 1, accused }
  }
  const { state } = await petition.complaint.get(id, host)
  const { channel, receivedBy: unit, area, matter, anonymous, receivedOn, people } = state
  return { channel, unit, area, matter, anonymous, receivedOn, people }
}
