import type { Text } from '../matter/text.js'
import type { CentreStatus, HelpOffered } from './centre/state.js'
import type { DayStatus, LeaderSession } from './day/state.js'
import type { HalfDay } from './local-time.js'

export { chargeOutcomeText, chargeStatusText } from './charge/statuses.js'
export { queueReasonText, visitStatusText } from './visit/statuses.js'

export const centreStatusText: Readonly<Record<CentreStatus, Text>> = {
  new: { en: 'Not opened yet', zh: '尚未设立' },
  open: { en: 'Open', zh: '开放接访' },
  closed: { en: 'Closed for good', zh: '已撤销' },
}

export const dayStatusText: Readonly<Record<DayStatus, Text>> = {
  new: { en: 'Not planned yet', zh: '尚未安排' },
  planned: { en: 'Planned', zh: '已安排' },
  closed: { en: 'Closed on that day', zh: '当日不接访' },
}

export const leaderStateText: Readonly<Record<LeaderSession['state'], Text>> = {
  planned: { en: 'Planned, not public yet', zh: '已安排，尚未公布' },
  announced: { en: 'Announced', zh: '已公布' },
  held: { en: 'Held', zh: '已接访' },
  cancelled: { en: 'Cancelled', zh: '已取消' },
}

export const halfText: Readonly<Record<HalfDay, Text>> = {
  morning: { en: 'Morning', zh: '上午' },
  afternoon: { en: 'Afternoon', zh: '下午' },
}

export const helpText: Readonly<Record<HelpOffered, Text>> = {
  signLanguage: { en: 'Sign language', zh: '手语翻译' },
  wheelchair: { en: 'Wheelchair access', zh: '轮椅通道' },
  interpreter: { en: 'Interpreter', zh: '口译' },
  scribe: { en: 'Somebody who writes for you', zh: '代书' },
  largePrint: { en: 'Large print', zh: '大字材料' },
  hearingLoop: { en: 'Hearing loop', zh: '助听设备' },
  childCare: { en: 'Child care', zh: '婴幼儿照看' },
  firstAid: { en: 'First aid', zh: '急救' },
}
