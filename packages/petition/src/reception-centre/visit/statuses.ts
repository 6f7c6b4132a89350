import type { FollowedWords } from '../../inquiry/followed.js'
import type { Text } from '../../matter/text.js'
import type { QueueReason } from '../queue.js'
import type { VisitStatus } from './state.js'

/** What a status means to the person who comes. */
export const visitStatusText: Readonly<Record<VisitStatus, Text>> = {
  new: { en: 'Not asked for yet', zh: '尚未预约' },
  requested: { en: 'Appointment asked for', zh: '正在预约' },
  appointed: { en: 'Appointment made', zh: '已预约' },
  declined: { en: 'No appointment left at that time', zh: '该时段预约已满' },
  cancelled: { en: 'Appointment given up', zh: '预约已取消' },
  missed: { en: 'You did not come to the appointment', zh: '未按预约到场' },
  arrived: { en: 'You are here, your ticket is being drawn', zh: '已到场，正在取号' },
  waiting: { en: 'Waiting to be called', zh: '正在候访' },
  called: { en: 'Called: go to the window', zh: '已叫号，请到窗口' },
  absent: { en: 'Called, and you were not there: turn to the desk', zh: '已过号，请到前台' },
  inReception: { en: 'In reception', zh: '正在接谈' },
  closed: { en: 'Received', zh: '接谈结束' },
  left: { en: 'Gone without having been received', zh: '未接谈离开' },
}

/** Why somebody is called at their place in the line. */
export const queueReasonText: Readonly<Record<QueueReason, Text>> = {
  inTurn: { en: 'by the order of the tickets', zh: '按取号顺序' },
  overtaken: {
    en: 'somebody who came later went before, so nobody else does',
    zh: '已让后到者优先一次，现在轮到您',
  },
  waitedTooLong: { en: 'has waited longest', zh: '等候时间过长，优先' },
  appointmentDue: { en: 'has an appointment for now', zh: '预约已到时' },
  needsHelp: { en: 'needs help', zh: '需要照顾，优先' },
  others: { en: 'goes before the others', zh: '优先' },
}

/** As many promises of one visit as the person reads the days of. */
const mostPromises = 20
const promise: Text = { en: 'A department does what it promised', zh: '有关单位兑现现场承诺' }

/** What the inquiry tells of a visit. */
export const visitWords: FollowedWords = {
  status: visitStatusText,
  event: {
    'petition.visit-opened': { en: 'Asked for, or come', zh: '预约或者到访' },
    'petition.visit-appointed': { en: 'Appointment made', zh: '预约成功' },
    'petition.visit-declined': { en: 'No appointment left', zh: '预约已满' },
    'petition.visit-cancelled': { en: 'Appointment given up', zh: '取消预约' },
    'petition.visit-missed': { en: 'Did not come', zh: '未到场' },
    'petition.visit-arrived': { en: 'Arrived', zh: '到场' },
    'petition.visit-ticket-drawn': { en: 'Ticket drawn', zh: '取号' },
    'petition.visit-called': { en: 'Called', zh: '叫号' },
    'petition.visit-recalled': { en: 'Called once more', zh: '再次叫号' },
    'petition.visit-no-show': { en: 'Called, and not there', zh: '过号' },
    'petition.visit-requeued': { en: 'Back in the hall', zh: '重新取号' },
    'petition.visit-left': { en: 'Left without having been received', zh: '未接谈离开' },
    'petition.visit-transferred': { en: 'Sent to another window', zh: '转至其他窗口' },
    'petition.visit-received': { en: 'Received', zh: '开始接谈' },
    'petition.visit-recorded': { en: 'What you said was written down and read back', zh: '如实记录并宣读' },
    'petition.visit-officer-recused': { en: 'An officer stays out of it', zh: '工作人员回避' },
    'petition.visit-unit-invited': { en: 'A department was asked to take part', zh: '邀请单位联合接访' },
    'petition.visit-unit-attended': { en: 'It is recorded whether it came', zh: '受邀单位到场情况' },
    'petition.visit-unit-answered': { en: 'A department answered', zh: '有关单位当场答复' },
    'petition.visit-commitment-kept': { en: 'A promise was kept', zh: '承诺已兑现' },
    'petition.visit-inquiry-answered': { en: 'Your inquiry was answered', zh: '当场查询' },
    'petition.visit-handed-over': { en: 'Made into a matter of its own', zh: '转为信访事项' },
    'petition.visit-referred': { en: 'Referred to help', zh: '转介帮扶' },
    'petition.visit-advised': { en: 'Told in writing where to turn', zh: '书面告知办理途径' },
    'petition.visit-closed': { en: 'Reception ended', zh: '接谈结束' },
  },
  clock: Object.fromEntries(Array.from({ length: mostPromises }, (_, n) => [`commitment-${n + 1}`, promise])),
  told: {
    'petition.visit-left': ['told'],
    'petition.visit-recorded': ['text'],
    'petition.visit-unit-answered': ['text', 'commitment'],
    'petition.visit-referred': ['to', 'note'],
    'petition.visit-advised': ['note'],
    'petition.visit-closed': ['told'],
  },
}
