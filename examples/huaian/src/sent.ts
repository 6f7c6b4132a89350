import { type HuaianPlatform, host } from './city.js'
import type { Letter } from './letters.js'

/** The letter behind a case, out of the vault: what people wrote stands nowhere else, in this example either. */
export async function sentLetter({ petition, personal }: HuaianPlatform, id: string): Promise<Letter> {
  const { state } = await petition.complaint.get(id, host)
  const request = { purpose: 'ownMatter', reveal: ['name', 'phone', 'address'] }
  const { persons, texts } = await personal.read(id, request, host)
  const { channel, area, matter, people, anonymous, accused, receivedOn } = state
  return {
    channel,
    unit: state.receivedBy,
    area: area ?? '',
    matter: matter ?? '',
    title: texts[0]?.fields.title ?? '',
    text: texts[0]?.fields.text ?? '',
    petitioners: persons.map(({ id: account, fields }) => ({
      ...(account === undefined ? {} : { id: account }),
      name: fields.name ?? '',
      phone: fields.phone,
      address: fields.address,
    })),
    people,
    anonymous,
    ...(accused.persons.length + accused.units.length === 0 ? {} : { accused }),
    receivedOn,
  }
}
