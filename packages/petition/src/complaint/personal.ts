import {
  anyOf,
  anyOfficer,
  involvedUnit,
  type PersonalRules,
  petitioner,
  recordsOfficer,
  superiorOfInvolved,
  system,
  unitInCharge,
} from '@redress/core'
import { contactFields, personFields } from '../matter/persons.js'
import { petitionRoles } from '../matter/roles.js'
import type { Complaint } from './state.js'

const { petitionOfficer, handler, head } = petitionRoles

/** What the personal data of a complaint is read for (个人信息保护法 Art. 6, 34; 信访工作条例 2022 Art. 30 ¶3). */
export const complaintPersonal: PersonalRules<Complaint> = {
  persons: ({ petitioners }) => petitioners,
  ...personFields,
  purposes: {
    /** 登记: who it is, checked against a document. */
    registration: {
      by: anyOf(system, unitInCharge(petitionOfficer, head)),
      texts: true,
      reveals: [...contactFields, 'idNumber'],
    },
    /** 查重比对: texts and numbers are held against each other by the system, and shown to nobody. */
    duplicateCheck: { by: system, texts: true, reveals: ['phone', 'idNumber'] },
    /** 办理 */
    handling: {
      by: anyOf(system, unitInCharge(petitionOfficer, handler, head)),
      texts: true,
      reveals: contactFields,
    },
    /** 送达: to reach the person, and to print the receipt. */
    delivery: {
      by: anyOf(system, unitInCharge(petitionOfficer, handler, head)),
      texts: false,
      reveals: [...contactFields, 'receipt'],
    },
    /** 督办 (信访工作条例 2022 Art. 40): how it is handled, not who asked for it. */
    supervision: { by: anyOf(system, superiorOfInvolved(petitionOfficer, head)), texts: true, reveals: [] },
    /** 跟踪: a body that had a part in it. */
    followUp: {
      by: anyOf(system, involvedUnit(petitionOfficer, head)),
      texts: true,
      reveals: [],
    },
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
      texts: true,
      reveals: [],
      whenRestricted: true,
    },
  },
  searches: {
    /** 查重: whether the same person has asked already. */
    duplicates: anyOf(system, anyOfficer(petitionOfficer)),
    /** 来访接待: a person who has lost the code. */
    identification: anyOf(system, anyOfficer(petitionOfficer)),
  },
}
