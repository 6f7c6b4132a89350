import { type PersonalRules, system } from '@redress/core'
import { complaintPersonal } from '../complaint/personal.js'
import { contactFields, personFields } from '../matter/persons.js'
import type { Suggestion } from './state.js'

/** What the personal data of a suggestion is read for: as that of a complaint, and for its publication. */
export const suggestionPersonal: PersonalRules<Suggestion> = {
  persons: ({ petitioners }) => petitioners,
  ...personFields,
  purposes: {
    ...complaintPersonal.purposes,
    /** 公开: what the office wrote for everybody, and the names of authors who agree (个人信息保护法 Art. 25). */
    publication: { by: system, texts: true, reveals: ['name'] },
    /** 去标识化核查: whether the author stands in a text that is to be published. */
    deIdentification: { by: system, texts: false, reveals: [...contactFields, 'idNumber'] },
  },
  ...(complaintPersonal.searches === undefined ? {} : { searches: complaintPersonal.searches }),
}
