import { closeCall, draftCall, extendCall, publishCall, reportCall } from '../acts/call.js'
import { refused } from '../acts/refused.js'
import {
  answerCall,
  closeSuggestion,
  decide,
  declineSuggestion,
  giveUp,
  hearView,
  honour,
  plan,
  publish,
  publishAnswer,
  publishAsWritten,
  realise,
  registerSuggestion,
  reportProgress,
  sendToStudy,
  setBurstsAside,
  study,
  suggest,
  support,
} from '../acts/suggestion.js'
import { type Casting, office, type Plot, promptly, resident, type Step } from '../plot.js'

const of = 'petition.suggestion'
const casting: Casting = { letter: 'suggestion', account: true, channels: ['online', 'letter', 'hotline'] }
/** Within the call of the city, which is open from 13 June to 9 August. */
const toTheCall: Casting = {
  letter: 'answerToCall',
  at: 'city',
  account: true,
  channels: ['online'],
  between: ['2022-06-15', '2022-07-28'],
}

const studied: readonly Step[] = [office(2, sendToStudy), office(5, study), office(15, hearView)]
const realised: readonly Step[] = [office(10, plan), office(25, reportProgress), office(35, realise)]
const closed: readonly Step[] = [office(5, closeSuggestion)]

export const fromTheWindow: Plot = {
  name: 'a suggestion made at a reception centre',
  zh: '来访时提出的建议',
  of,
  ends: 'closed',
  cases: 0,
  steps: [
    office(1, registerSuggestion),
    ...studied,
    office(12, decide('adoptFully')),
    ...realised,
    ...closed,
  ],
}

/** People's suggestions: studied whether few or many support them, answered with reasons, followed to their realisation. */
export const suggestions: readonly Plot[] = [
  {
    name: 'the call of the city',
    zh: '市级专题征集',
    of: 'petition.call',
    ends: 'reported',
    cases: 1,
    casting: { between: ['2022-06-06', '2022-06-06'] },
    steps: [
      office(0, draftCall),
      promptly(1, publishCall),
      promptly(40, extendCall),
      promptly(30, closeCall),
      promptly(75, reportCall),
    ],
  },
  {
    name: 'answers the call: published, supported, adopted in full and realised',
    zh: '应征建议，公开附议，采纳并落实',
    of,
    ends: 'closed',
    cases: 4,
    casting: toTheCall,
    steps: [
      resident(0, answerCall),
      promptly(1, registerSuggestion),
      promptly(1, refused('PERSONAL_DATA_PUBLISHED', publishAsWritten)),
      promptly(0, publish),
      resident(4, support(9)),
      resident(6, support(7)),
      ...studied,
      office(14, decide('adoptFully')),
      office(2, publishAnswer),
      ...realised,
      office(3, honour),
      ...closed,
    ],
  },
  {
    name: 'answers the call: much supported, some of it from one machine; adopted in part',
    zh: '应征建议，附议核实，部分采纳',
    of,
    ends: 'closed',
    cases: 2,
    casting: toTheCall,
    steps: [
      resident(0, answerCall),
      promptly(1, registerSuggestion),
      promptly(1, publish),
      resident(5, support(28, 17)),
      promptly(2, setBurstsAside),
      ...studied,
      office(14, decide('adoptPartly')),
      office(2, publishAnswer),
      ...realised,
      ...closed,
    ],
  },
  {
    name: 'answers the call: supported, and not adopted, with reasons',
    zh: '应征建议，未采纳并说明理由',
    of,
    ends: 'closed',
    cases: 2,
    casting: toTheCall,
    steps: [
      resident(0, answerCall),
      promptly(1, registerSuggestion),
      promptly(1, publish),
      resident(5, support(6)),
      ...studied,
      office(14, decide('notAdopt')),
      office(2, publishAnswer),
      ...closed,
    ],
  },
  {
    name: 'a suggestion, adopted and realised',
    zh: '建议意见，采纳并落实',
    of,
    ends: 'closed',
    cases: 6,
    casting,
    steps: [
      resident(0, suggest),
      office(1, registerSuggestion),
      ...studied,
      office(12, decide('adoptFully')),
      ...realised,
      ...closed,
    ],
  },
  {
    name: 'a suggestion, adopted and given up later, with reasons',
    zh: '建议采纳后终止落实并说明理由',
    of,
    ends: 'closed',
    cases: 2,
    casting,
    steps: [
      resident(0, suggest),
      office(1, registerSuggestion),
      ...studied,
      office(12, decide('adoptPartly')),
      office(10, plan),
      office(40, giveUp),
      ...closed,
    ],
  },
  {
    name: 'a suggestion, not adopted, with reasons',
    zh: '建议未采纳并说明理由',
    of,
    ends: 'closed',
    cases: 4,
    casting,
    steps: [
      resident(0, suggest),
      office(1, registerSuggestion),
      ...studied,
      office(12, decide('notAdopt')),
      ...closed,
    ],
  },
  {
    name: 'no suggestion that a body could study',
    zh: '不作为建议办理',
    of,
    ends: 'declined',
    cases: 2,
    casting,
    steps: [resident(0, suggest), office(2, declineSuggestion)],
  },
]

/** Suggestions that begin at a window. */
export const suggestionsFromWindows: readonly Plot[] = [fromTheWindow]
