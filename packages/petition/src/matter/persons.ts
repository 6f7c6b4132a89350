import { maskAddress, maskIdNumber, maskName, maskPhone, maskWhole, type PersonalRules } from '@redress/core'
import * as z from 'zod'
import { id, line } from './words.js'

/** Who a petitioner is. All of it but the account goes into the vault. */
export interface PersonFiling {
  /** The opaque id of the host's identity system, if the person has an account. */
  readonly id?: string | undefined
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly address?: string | undefined
  /** The number of the identity card (居民身份证号码), where the identity was checked. */
  readonly idNumber?: string | undefined
}

/** A person whose matter it is. Who it is stands in the vault: `platform.personal.read` shows it to whose duty it is. */
export interface Petitioner {
  /** The key of the person in this case: `p1`, `p2` … */
  readonly person: string
  /** The opaque id of the host's identity system, if the person has an account: what lets them act and read online. */
  readonly id?: string
  /** Whether a notice can reach them: by account, phone, e-mail or address. */
  readonly reachable: boolean
}

export const personInput = z.strictObject({
  id: id.optional(),
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(3).max(30).optional(),
  email: z.email().max(254).optional(),
  address: line.optional(),
  idNumber: z.string().trim().min(4).max(30).optional(),
})

/** The key of the n-th petitioner. */
export const keyOf = (n: number): string => `p${n + 1}`

/** What the log keeps of petitioners. */
export function petitionersOf(filings: readonly PersonFiling[]): readonly Petitioner[] {
  return filings.map(({ id, phone, email, address }, n) => {
    const reachable = [id, phone, email, address].some((way) => way !== undefined)
    return { person: keyOf(n), reachable, ...(id === undefined ? {} : { id }) }
  })
}

/** What the vault keeps of them. */
export function sealedPersons(
  filings: readonly PersonFiling[],
): Readonly<Record<string, Omit<PersonFiling, 'id'>>> {
  return Object.fromEntries(
    filings.map(({ name, phone, email, address, idNumber }, n) => [
      keyOf(n),
      { name, phone, email, address, idNumber },
    ]),
  )
}

/** The ids of the petitioners with accounts. */
export const accountsOf = (petitioners: readonly Petitioner[]): readonly string[] =>
  petitioners.flatMap((one) => (one.id === undefined ? [] : [one.id]))

/** What it takes to reach a person. */
export const contactFields: readonly string[] = ['name', 'phone', 'email', 'address']

/** How persons are masked and found, in every kind of matter (个人信息保护法 Art. 6). */
export const personFields: Pick<PersonalRules<never>, 'masks' | 'lookups'> = {
  masks: {
    name: maskName,
    phone: maskPhone,
    email: maskWhole,
    address: maskAddress,
    idNumber: maskIdNumber,
  },
  lookups: {
    // The country code and whatever people put between the digits make no other number.
    phone: (phone) => phone.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, ''),
    idNumber: (number) => number.replace(/\s/g, '').toUpperCase(),
  },
}
