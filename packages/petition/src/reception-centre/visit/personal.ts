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
import { contactFields, personFields } from '../../matter/persons.js'
import { petitionRoles } from '../../matter/roles.js'
import { windowRoles } from './access.js'
import type { Visit } from './state.js'

const { petitionOfficer, head } = petitionRoles

/** What the personal data of a visit is read for (个人信息保护法 Art. 6, 34; 信访工作条例 2022 Art. 30 ¶3). */
export const visitPersonal: PersonalRules<Visit> = {
  persons: ({ petitioners }) => petitioners,
  ...personFields,
  purposes: {
    /** 登记: who it is, checked against a document. */
    registration: {
      by: anyOf(system, unitInCharge(petitionOfficer, head)),
      texts: true,
      reveals: [...contactFields, 'idNumber'],
    },
    /** 接谈: at the window, and by the departments that take part. */
    reception: { by: anyOf(system, involvedUnit(...windowRoles)), texts: true, reveals: ['name'] },
    /** 送达: to reach the person, and to print the receipt. */
    delivery: {
      by: anyOf(system, unitInCharge(petitionOfficer, head)),
      texts: false,
      reveals: [...contactFields, 'receipt'],
    },
    /** 转办: into a matter of its own. */
    handOver: { by: system, texts: true, reveals: [...contactFields, 'idNumber'] },
    /** 督办 (2022 Art. 40): how people were received, not who they are. */
    supervision: { by: anyOf(system, superiorOfInvolved(petitionOfficer, head)), texts: true, reveals: [] },
    /** 本人查询 */
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
    /** 来访接待: a person who has an appointment and not the code. */
    identification: anyOf(system, anyOfficer(petitionOfficer)),
  },
}
