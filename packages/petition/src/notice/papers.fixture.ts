import { county, host, remedy, sections, staff } from '../complaint/county.fixture.js'
import type { PetitionOptions } from '../plugin.js'

const names = {
  city: ['淮安市人民政府', 'Government of Huai’an City'],
  county: ['清河区人民政府', 'Government of Qinghe District'],
  'county-petition': ['清河区信访局', 'Petition Office of Qinghe District'],
  'county-housing': ['清河区住房和城乡建设局', 'Housing Bureau of Qinghe District'],
} as const

/** A district whose units have names as on paper, and its cases at the moment at which each document is written. */
export async function papers(options: PetitionOptions = {}) {
  const made = await county(options)
  const { platform, complaint } = made
  for (const [unit, [name, nameEn]] of Object.entries(names))
    await platform.organizations.rename({ unit, name, nameEn, on: '2024-01-01' }, host)
  const { notices } = platform.petition
  const noticeOn = made.today()

  /** A complaint of which the next body was told, with a way for each document to come about. */
  const refused = async (ground: 'notCompetent' | 'alreadyEnded' = 'notCompetent', endedCase?: string) => {
    const { id } = await made.registered()
    const words = { reasons: '本事项由供水企业负责。', advice: '请向县自来水公司提出。' }
    await complaint.notAccept(id, { ground, ...words, noticeOn, endedCase }, staff.desk)
    return id
  }
  const routed = async () => {
    const { id } = await made.registered()
    const route = 'administrativeProcedure'
    const words = { body: '清河区行政复议机关', advice: '书面申请，也可以口头申请。' }
    await complaint.routeOut(id, { route, ...words, noticeOn, knownOn: '2024-07-31' }, staff.desk)
    return id
  }
  const extended = async () => {
    const { id } = await made.accepted()
    const why = { reason: '需要对公共管道进行检测。', approvedBy: 'housing-head' }
    await complaint.extend(id, { days: 20, ...why, noticeOn }, staff.housing)
    return id
  }
  const assigned = async (reportBy = '2024-09-30') => {
    const { id } = await made.registered()
    const order = { to: 'county-housing', manner: 'assignment', reportBy } as const
    await complaint.refer(id, order, staff.desk)
    return id
  }
  /** An assignment that was answered and reported on. */
  const reported = async () => {
    const { id } = await made.registered()
    const order = { to: 'county-housing', manner: 'assignment', reportBy: '2024-09-30' } as const
    await complaint.refer(id, order, staff.desk)
    await complaint.accept(id, {}, staff.housingDesk)
    await made.heard(id)
    await complaint.answer(id, { ...sections, outcome: 'explained', remedy }, staff.housing)
    const proof = { on: made.today(), manner: 'receipt', proof: 'p' } as const
    await complaint.deliver(id, proof, staff.housing)
    await complaint.reportBack(id, { report: '物业已于八月一日维修。' }, staff.housing)
    return id
  }
  const settled = async (by: 'mediation' | 'settlement') => {
    const { id } = await made.accepted()
    const consent = { petitionerConsents: true, bodyConsents: true }
    if (by === 'mediation')
      await complaint.openMediation(id, { mediator: '清河区人民调解委员会', ...consent }, staff.housing)
    await complaint.settle(id, { by, agreement: '十五日内维修完毕。', ...consent }, staff.housing)
    return id
  }
  /** Up the ladder, to the opinion of a rung that is on its way. */
  const laddered = async (rung: 'review' | 'reReview') => {
    const { id } = await made.delivered()
    const opinion = { ...sections, outcome: 'upheld' } as const
    await complaint.requestReview(id, { reasons: '没有维修' }, { kind: 'resident', id: 'r1' })
    const above = { body: 'city', days: 30 }
    await complaint.answerReview(id, { ...opinion, remedy: above }, staff.county)
    if (rung === 'review') return id
    const proof = { on: made.today(), manner: 'receipt', proof: 'p' } as const
    await complaint.deliver(id, proof, staff.county)
    await complaint.requestReReview(id, { reasons: '仍未维修' }, { kind: 'resident', id: 'r1' })
    await complaint.answerReReview(id, opinion, staff.city)
    return id
  }
  /** Brought again after the end of all three rungs. */
  const broughtAgain = async () => {
    const ended = await laddered('reReview')
    const proof = { on: made.today(), manner: 'receipt', proof: 'p' } as const
    await complaint.deliver(ended, proof, staff.city)
    await complaint.end(ended, { ground: 'reReviewDelivered', finding: 'f' }, staff.city)
    return await refused('alreadyEnded', ended)
  }
  const lookedAgain = async () => {
    const { id } = await made.delivered()
    const wanting = { petitionOffice: 'satisfied', handlingBody: 'notSatisfied' } as const
    await complaint.evaluate(id, wanting, { kind: 'resident', id: 'r1' })
    const found = { outcome: 'putRight', finding: '已上门维修，漏水停止。', toldOn: made.today() } as const
    await complaint.concludeSecondLook(id, found, staff.desk)
    return id
  }

  return {
    ...made,
    notices,
    refused,
    routed,
    extended,
    assigned,
    reported,
    settled,
    laddered,
    broughtAgain,
    lookedAgain,
  }
}
