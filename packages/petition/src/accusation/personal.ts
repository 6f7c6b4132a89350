import {
  anyOf,
  anyOfficer,
  type PersonalRules,
  petitioner,
  recordsOfficer,
  superiorOfInvolved,
  system,
  unitInCharge,
} from '@redress/core'
import { contactFields, personFields } from '../matter/persons.js'
import { petitionRoles } from '../matter/roles.js'
import { investigator } from './access.js'
import type { Accusation } from './state.js'

const { petitionOfficer, head } = petitionRoles

/**
 * What the personal data of an accusation is read for (个人信息保护法 Art. 6, 34; 信访工作条例 2022 Art. 30 ¶3). Nobody can be looked up in
 * accusations: who has accused somebody must not be found by a phone number.
 */
export const accusationPersonal: PersonalRules<Accusation> = {
  persons: ({ petitioners }) => petitioners,
  masks: personFields.masks,
  purposes: {
    /** 登记: who it is, checked against a document; and what it says, to sort it. */
    registration: {
      by: anyOf(system, unitInCharge(petitionOfficer, head)),
      texts: true,
      reveals: [...contactFields, 'idNumber'],
    },
    /** 核查: only who was named to investigate. */
    investigation: { by: anyOf(system, investigator), texts: true, reveals: contactFields },
    /** 反馈: to reach the accuser, and to print the receipt. */
    feedback: {
      by: anyOf(system, investigator, unitInCharge(petitionOfficer, head)),
      texts: false,
      reveals: [...contactFields, 'receipt'],
    },
    /** 保护 */
    protection: { by: anyOf(system, unitInCharge(head)), texts: true, reveals: contactFields },
    /** 督办: how it is handled, not who accuses. */
    supervision: { by: anyOf(system, superiorOfInvolved(head)), texts: true, reveals: [] },
    /** 本人查询: one's own matter, also when it is put away. */
    ownMatter: {
      by: anyOf(system, petitioner),
      texts: true,
      reveals: [...contactFields, 'idNumber', 'receipt'],
      whenRestricted: true,
    },
    /** 档案: what storage and security take. */
    recordKeeping: {
      by: anyOf(system, anyOfficer(recordsOfficer)),
      texts: false,
      reveals: [],
      whenRestricted: true,
    },
  },
}
