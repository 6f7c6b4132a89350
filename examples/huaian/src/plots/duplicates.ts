import { carryOut, close } from '../acts/answer.js'
import { linkAsRepeat, mergeIntoElder, weighLookalikes } from '../acts/duplicates.js'
import { evaluate } from '../acts/feedback.js'
import { file, fileAgain, fileAgainAtTheCity } from '../acts/filing.js'
import { classify, register, transfer } from '../acts/intake.js'
import { office, type Plot, promptly, resident } from '../plot.js'
import { answered, closed, sorted, taken } from './common.js'

const merged: Plot = {
  name: 'the same letter to the city, merged into the pending case',
  zh: '同一事项重复提出，并入在办件',
  ends: 'merged',
  cases: 0,
  steps: [resident(0, file), office(2, register), office(2, mergeIntoElder)],
}

const repeated: Plot = {
  name: 'the same again after the answer, linked as a repeat',
  zh: '答复后重复信访，关联前件',
  ends: 'completed',
  cases: 0,
  steps: [
    resident(0, file),
    promptly(1, register),
    promptly(1, linkAsRepeat),
    office(1, classify({ class: 'appeal', route: 'petition' })),
    office(3, transfer),
    ...taken,
    ...answered('explained'),
    ...closed,
  ],
}

/** The days and the places of the heavy rain: one week, three towns of one county. */
export const storm = {
  week: '2022-W29',
  between: ['2022-07-18', '2022-07-22'],
  areas: ['huaian/xuyi/maba', 'huaian/xuyi/guantan', 'huaian/xuyi/heqiao'],
  matter: 'flood-drainage',
} as const

/** What a person decides about cases that look alike. */
export const duplicates: readonly Plot[] = [
  {
    name: 'sent to the city as well',
    zh: '同时向市级提出',
    ends: 'completed',
    cases: 8,
    casting: { account: false, channels: ['fax', 'letter', 'visit'] },
    steps: [
      ...sorted,
      ...taken,
      resident(2, fileAgainAtTheCity(merged)),
      ...answered('explained'),
      ...closed,
    ],
  },
  {
    name: 'asks again before the case is closed',
    zh: '答复后再次提出',
    ends: 'completed',
    cases: 5,
    casting: { account: true, channels: ['online', 'fax'] },
    steps: [
      ...sorted,
      ...taken,
      ...answered('notSupported'),
      resident(3, fileAgain(repeated)),
      office(30, close),
    ],
  },
  {
    name: 'flooded in the heavy rain of July',
    zh: '七月暴雨内涝',
    ends: 'completed',
    cases: 16,
    casting: {
      account: true,
      channels: ['online', 'phone', 'hotline'],
      matters: [storm.matter],
      area: storm.areas,
      between: storm.between,
    },
    steps: [
      resident(0, file),
      promptly(1, register),
      promptly(1, weighLookalikes),
      promptly(1, classify({ class: 'appeal', route: 'petition' })),
      promptly(1, transfer),
      ...taken,
      ...answered('supported'),
      office(10, carryOut),
      resident(3, evaluate('satisfied', 'satisfied')),
      ...closed,
    ],
  },
]

/** Cases that begin only where another case leads to them. */
export const repetitions: readonly Plot[] = [merged, repeated]
