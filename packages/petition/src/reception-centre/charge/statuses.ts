import type { Text } from '../../matter/text.js'
import type { ChargeOutcome, ChargeStatus } from './state.js'

/** What a status means to people. */
export const chargeStatusText: Readonly<Record<ChargeStatus, Text>> = {
  new: { en: 'Not taken yet', zh: '尚未包案' },
  active: { en: 'In a leader’s charge', zh: '领导包案办理中' },
  concluded: { en: 'Concluded', zh: '包案已结束' },
}

export const chargeOutcomeText: Readonly<Record<ChargeOutcome, Text>> = {
  resolved: { en: 'Resolved', zh: '已化解' },
  partlyResolved: { en: 'Resolved in part', zh: '部分化解' },
  notResolved: { en: 'Not resolved', zh: '未化解' },
}
