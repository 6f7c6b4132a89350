import {
  acceptAccusation,
  clarify,
  closeAccusation,
  conclude,
  fileUnseen,
  findAccusing,
  investigate,
  protect,
  registerAccusation,
  reportRetaliation,
  takeOver,
  tellResult,
  transferToAccused,
} from '../acts/accusation.js'
import { file } from '../acts/filing.js'
import { classify, register } from '../acts/intake.js'
import { refused } from '../acts/refused.js'
import { office, type Plot, promptly, resident, type Step } from '../plot.js'
import { closed, untilAnswered } from './common.js'

const of = 'petition.accusation'

const investigated: readonly Step[] = [
  office(5, acceptAccusation),
  office(4, investigate),
  office(2, protect),
]
const told: readonly Step[] = [office(4, tellResult), office(6, closeAccusation)]

const takenOver: Plot = {
  name: 'an accusation that came as a complaint',
  zh: '由投诉件转办的检举控告',
  of,
  ends: 'closed',
  cases: 0,
  steps: [...investigated, office(25, conclude('partlyFound')), ...told],
}

const retaliation: Plot = {
  name: 'a report of retaliation',
  zh: '反映打击报复',
  of,
  ends: 'closed',
  cases: 0,
  steps: [promptly(1, registerAccusation), ...investigated, office(20, conclude('found')), ...told],
}

const sealed = (
  name: string,
  zh: string,
  cases: number,
  anonymous: boolean,
  ...steps: readonly Step[]
): Plot => ({
  name,
  zh,
  of,
  ends: 'closed',
  cases,
  casting: { letter: 'accusation', channels: ['online'], anonymous },
  steps: [resident(0, fileUnseen), ...investigated, ...steps, ...told],
})

/** Reports of misconduct in office: sealed from those they accuse. */
export const accusations: readonly Plot[] = [
  sealed('an accusation with a name, found true', '实名检举，查实', 3, false, office(30, conclude('found'))),
  sealed('an anonymous accusation, not found', '匿名检举，未查实', 2, true, office(30, conclude('notFound'))),
  sealed(
    'wrongly accused, and cleared',
    '检举失实，澄清正名',
    1,
    false,
    office(25, conclude('clarified')),
    office(5, clarify),
  ),
  {
    name: 'a letter that turns out to accuse somebody',
    zh: '来信经甄别属检举控告',
    ends: 'routedOut',
    cases: 4,
    casting: { letter: 'accusation', channels: ['letter'] },
    steps: [
      resident(0, file),
      promptly(1, register),
      promptly(1, findAccusing),
      promptly(0, refused('CLASS_FIXED', classify({ class: 'appeal', route: 'petition' }))),
      promptly(0, refused('ACCUSED_RECIPIENT', transferToAccused)),
      promptly(1, takeOver(takenOver)),
    ],
  },
  {
    name: 'made to suffer for a petition, and reports it',
    zh: '信访后被打击报复',
    ends: 'completed',
    cases: 1,
    casting: { account: true, channels: ['online'] },
    steps: [...untilAnswered('explained'), resident(6, reportRetaliation(retaliation)), ...closed],
  },
]

/** Cases that begin only where another case leads to them. */
export const grownAccusations: readonly Plot[] = [takenOver, retaliation]
