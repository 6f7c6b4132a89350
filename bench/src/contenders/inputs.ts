import * as z from 'zod'

/** The inputs of the ten commands, with the same fields and bounds as those of the petition plugin. */

const id = z.string().trim().min(1).max(128)
const line = z.string().trim().min(1).max(300)
const text = z.string().trim().min(1).max(20_000)
const date = z.iso.date()
const proof = z.string().trim().min(1).max(500)
const satisfaction = z.enum(['satisfied', 'basicallySatisfied', 'notSatisfied'])
const petitioner = z.strictObject({
  id: id.optional(),
  name: z.string().trim().min(1).max(100),
  phone: z.string().trim().min(3).max(30).optional(),
  address: line.optional(),
})
const accused = z.strictObject({
  persons: z.array(id).max(50).readonly().optional(),
  units: z.array(id).max(50).readonly().optional(),
})

export const inputs = {
  file: z.strictObject({
    channel: z.enum(['online', 'letter', 'phone', 'fax', 'visit', 'email', 'hotline', 'superior']),
    unit: id,
    receivedOn: date.optional(),
    title: line,
    text,
    area: id.optional(),
    place: line.optional(),
    matter: id.optional(),
    petitioners: z.array(petitioner).max(200).readonly().optional(),
    people: z.int().min(1).max(100_000).optional(),
    representatives: z.array(id).max(50).readonly().optional(),
    anonymous: z.boolean().optional(),
    confidential: z.boolean().optional(),
    accused: accused.optional(),
    letter: id.optional(),
  }),
  register: z.strictObject({
    matter: id.optional(),
    area: id.optional(),
    number: z.string().trim().min(1).max(64).optional(),
  }),
  classify: z.strictObject({
    class: z.enum(['suggestion', 'accusation', 'appeal']),
    route: z
      .enum([
        'judicial',
        'arbitration',
        'partyAppeal',
        'administrativeProcedure',
        'statutoryDuty',
        'petition',
      ])
      .optional(),
    accused: accused.optional(),
    reason: line.optional(),
  }),
  accept: z.strictObject({ noticeOn: date.optional() }),
  assign: z.strictObject({ handler: id }),
  hearStatement: z.strictObject({
    on: date,
    manner: z.enum(['inPerson', 'phone', 'video', 'writing']),
    summary: text,
  }),
  answer: z.strictObject({
    outcome: z.enum(['supported', 'explained', 'notSupported']),
    request: text,
    facts: text,
    opinion: text,
    legalBasis: z.array(proof).min(1).max(50).readonly(),
    remedy: z.strictObject({ body: id, days: z.int().min(1).max(365) }).optional(),
  }),
  deliver: z.strictObject({
    on: date,
    manner: z.enum(['receipt', 'refusedWithWitness', 'electronic', 'post', 'publicNotice']),
    proof: proof.optional(),
    consent: z.boolean().optional(),
  }),
  evaluate: z.strictObject({ petitionOffice: satisfaction, handlingBody: satisfaction }),
  close: z.strictObject({ summary: text }),
}

/** Checked inputs, by command. */
export type Inputs = { readonly [Name in keyof typeof inputs]: z.output<(typeof inputs)[Name]> }
