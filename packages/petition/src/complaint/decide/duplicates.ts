import type { CaseRecord, DecideTable } from '@redress/core'
import { petitionErrors } from '../../errors.js'
import type { duplicateInputs } from '../commands/duplicates.js'
import type { Complaint } from '../state.js'
import type { ComplaintTypes, Context } from '../types.js'

type Duplicates = Pick<DecideTable<ComplaintTypes>, keyof typeof duplicateInputs>

export const decideDuplicates: Duplicates = {
  link: (state, { finding, ...link }, context) => {
    const other = otherCase(link.to, context)
    if (link.relation === 'repeat' && isLater(other, state, context)) {
      const why = 'the other case came in after this one; link that one to this one'
      throw petitionErrors.GROUND_NOT_FULFILLED({ ground: link.relation, why })
    }
    const data = { on: context.today, ...link }
    return [{ type: 'petition.complaint-linked', data, sealed: { texts: { finding } } }]
  },

  dismissDuplicate: (_, { of, reason }, context) => {
    otherCase(of, context)
    const data = { on: context.today, of }
    return [{ type: 'petition.complaint-duplicate-dismissed', data, sealed: { texts: { reason } } }]
  },
}

/** The other case that this one may point at: whoever reads this one reads where it points. */
export function otherCase(id: string, { id: own, named }: Context): CaseRecord<Complaint> | undefined {
  if (id === own) throw petitionErrors.LINK_TO_ITSELF()
  if (named?.state.confidentiality === 'sealedAccusation') throw petitionErrors.LINK_TO_SEALED()
  return named
}

/** Of two that came in on one day the one that was filed later: ids have the order of their making. */
function isLater(other: CaseRecord<Complaint> | undefined, state: Complaint, { id }: Context): boolean {
  if (other === undefined) return false
  const { receivedOn } = other.state
  return receivedOn > state.receivedOn || (receivedOn === state.receivedOn && other.id > id)
}
