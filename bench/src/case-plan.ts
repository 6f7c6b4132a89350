import type { Officer, Resident } from '@redress/core'
import type {
  AcceptComplaint,
  AnswerComplaint,
  AssignHandler,
  ClassifyComplaint,
  CloseComplaint,
  DeliverAnswer,
  EvaluateAnswer,
  FileComplaint,
  HearStatement,
  RegisterComplaint,
} from '@redress/petition'
import { today } from './clock.js'
import { bodies } from './organization.js'

/** Everybody and everything that one case meets on its way. */
export interface CasePlan {
  readonly resident: Resident
  readonly desk: Officer
  readonly handler: Officer
  readonly file: FileComplaint
  readonly register: RegisterComplaint
  readonly classify: ClassifyComplaint
  readonly accept: AcceptComplaint
  readonly assign: AssignHandler
  readonly hearStatement: HearStatement
  readonly answer: AnswerComplaint
  readonly deliver: DeliverAnswer
  readonly evaluate: EvaluateAnswer
  readonly close: CloseComplaint
}

const letters =
  '我家住在本市城区某小区三号楼二单元多次反映楼上水管漏水墙面发霉物业和主管部门至今没有处理请求尽快派人维修并答复' +
  '经查情况属实系公共管道老化所致依照有关规定应当由管理单位负责更换材料费用从维修资金中列支限期完成并告知申请人'
const matters = ['housing', 'water', 'wages', 'land', 'noise', 'school', 'road', 'pension']

/** Makes the plan of the n-th case. Its texts are its own, as they are when they come from a network. */
export function planCase(n: number): CasePlan {
  const body = bodies[n % bodies.length] as (typeof bodies)[number]
  const person = own(`resident-${String(n).padStart(9, '0')}`)
  return {
    resident: { kind: 'resident', id: person },
    desk: body.desk,
    handler: body.handler,
    file: {
      channel: n % 3 === 0 ? 'online' : 'email',
      unit: body.unit,
      title: text(n, 20),
      text: text(n + 7, 300),
      area: body.area,
      place: text(n + 11, 15),
      petitioners: [{ id: person, name: text(n + 13, 3), phone: own(`13${String(n).padStart(9, '0')}`) }],
    },
    register: { matter: matters[n % matters.length] },
    classify: { class: 'appeal', route: 'petition' },
    accept: {},
    assign: { handler: body.handler.id },
    hearStatement: { on: today, manner: 'phone', summary: text(n + 17, 40) },
    answer: {
      outcome: 'explained',
      request: text(n + 19, 20),
      facts: text(n + 23, 120),
      opinion: text(n + 29, 100),
      legalBasis: ['物业管理条例 Art. 55'],
      remedy: { body: body.county, days: 30 },
    },
    deliver: { on: today, manner: 'receipt', proof: own(`receipt ${n}`) },
    evaluate: { petitionOffice: 'satisfied', handlingBody: 'basicallySatisfied' },
    close: { summary: text(n + 31, 20) },
  }
}

/** A text of so many Chinese characters, stored as a string of its own. */
function text(seed: number, length: number): string {
  let from = (seed * 37) % letters.length
  let joined = ''
  while (joined.length < length) {
    joined += letters.slice(from, from + length - joined.length)
    from = 0
  }
  return Buffer.from(joined, 'utf16le').toString('utf16le')
}

/** A copy that shares no memory with what it was made of. */
function own(latin: string): string {
  return Buffer.from(latin, 'latin1').toString('latin1')
}
