import type { Mask } from './rules.js'

/** Characters as people count them: an emoji or a rare ideograph is one. */
const characters = (text: string): readonly string[] => Array.from(text)

function around(text: string, first: number, last: number): string {
  const all = characters(text)
  // Too short to show anything of it.
  if (all.length <= first + last) return '*'.repeat(all.length)
  const hidden = '*'.repeat(all.length - first - last)
  return all.slice(0, first).join('') + hidden + (last === 0 ? '' : all.slice(-last).join(''))
}

/** A name: `张**`. */
export const maskName: Mask = (name) => around(name, 1, 0)

/** A phone number: `138****0000`; of a shorter one only the last two digits. */
export const maskPhone: Mask = (phone) => (phone.length < 11 ? around(phone, 0, 2) : around(phone, 3, 4))

/** An identity number (居民身份证号码): `320***********1234`; of a shorter number only the last two characters. */
export const maskIdNumber: Mask = (number) =>
  number.length < 15 ? around(number, 0, 2) : around(number, 3, 4)

/** An address: its first six characters, which name the place and not the door; of a short one the first quarter. */
export const maskAddress: Mask = (address) => {
  const all = characters(address)
  const first = all.length < 12 ? Math.floor(all.length / 4) : 6
  return `${all.slice(0, first).join('')}******`
}

/** Nothing of it. */
export const maskWhole: Mask = () => '******'
