import type { Text } from '../../matter/text.js'
import type { HotSpots, Topics } from '../api.js'
import type { BothSatisfactions, MatterCounts, Timeliness } from '../statistics/measures.js'
import type { UnitName, UnitRow } from './annual-report.js'
import { change, days, number, plain, share, table } from './markdown.js'
import type { Published } from './published.js'
import type { SupervisionFigures } from './supervision-figures.js'
import { countWords, dutyWords, type Language, type RenderOptions, wordOf } from './words.js'

/** How one report is written: its language, and what things are called. */
export interface Pen {
  readonly language: Language
  readonly none: string
  /** A text of the report's own. */
  readonly say: (zh: string, en: string) => string
  readonly text: (text: Text) => string
  readonly unit: (id: string) => string
  readonly matter: (id: string) => string
}

export function penOf(
  language: Language,
  names: Readonly<Record<string, UnitName>>,
  { matters = {} }: RenderOptions,
): Pen {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  return {
    language,
    none: say('（无）', '(none)'),
    say,
    text: (text) => text[language],
    unit: (id) => plain(wordOf(names, id, language)),
    matter: (id) => plain(wordOf(matters, id, language)),
  }
}

/** Counts of an earlier time. */
export interface Earlier {
  readonly title: string
  readonly counts: Published<MatterCounts>
}

/** Without the times in which nothing was counted: nobody compares with a year before the first one. */
export const earlier = (times: readonly Earlier[]): readonly Earlier[] =>
  times.filter(({ counts }) => Object.values(counts).some((count) => count !== 0))

/** The counts beside those of an earlier time; what is zero in both is left out. */
export function countLines(
  now: Published<MatterCounts>,
  before: readonly Earlier[],
  titles: { readonly item: string; readonly now: string; readonly change: string },
  { language, none }: Pen,
): readonly string[] {
  const rows = (Object.keys(countWords) as (keyof MatterCounts)[])
    .filter((name) => [now, ...before.map(({ counts }) => counts)].some((counts) => counts[name] !== 0))
    .map((name) => [
      countWords[name][language],
      number(now[name], language),
      ...before.flatMap(({ counts }) => [number(counts[name], language), change(now[name], counts[name])]),
    ])
  const head = before.flatMap(({ title }) => [title, titles.change])
  return table([titles.item, titles.now, ...head], rows, none)
}

/** How time limits were kept, by duty. */
export function timelinessLines(timeliness: Published<Timeliness>, pen: Pen): readonly string[] {
  const { language, say, none } = pen
  const { notice, completion, firstContact, extended, noticeDays, handleDays, clocks } = timeliness
  const spread = (name: string, one: typeof noticeDays) => [
    name,
    [
      `${say('半数不超过', 'half within ')}${days(one.median, language)}`,
      `${say('九成不超过', 'nine of ten within ')}${days(one.p90, language)}`,
      ...(one.longest === null ? [] : [`${say('最长', 'longest ')}${days(one.longest, language)}`]),
    ].join(say('，', ', ')),
  ]
  return [
    ...table(
      [say('指标', 'Measure'), say('结果', 'Result')],
      [
        [say('按期受理告知率', 'Notices in time'), share(notice, language)],
        [say('按期办结率', 'Answers in time'), share(completion, language)],
        [say('初次信访办理联系率', 'Petitioners heard'), share(firstContact, language)],
        [say('延期比例', 'Extended'), share(extended, language)],
        spread(say('收到至告知', 'Receipt to notice'), noticeDays),
        spread(say('受理至答复送达', 'Acceptance to answer'), handleDays),
      ],
      none,
    ),
    ...table(
      [say('法定职责', 'Duty'), say('按期完成', 'Done in time')],
      Object.entries(clocks).map(([clock, one]) => [
        plain(wordOf(dutyWords, clock, language)),
        share(one, language),
      ]),
      none,
    ),
  ]
}

/** Rates of each unit's own work, in the order of the ids: no ranking. */
export function unitLines(units: readonly UnitRow[], { language, say, unit, none }: Pen): readonly string[] {
  return table(
    [
      say('机关、单位', 'Body'),
      say('按期受理告知率', 'Notices in time'),
      say('按期办结率', 'Answers in time'),
      say('答复时间中位数', 'Half answered within'),
    ],
    units.map(({ unit: id, timeliness: { notice, completion, handleDays } }) => [
      unit(id),
      share(notice, language),
      share(completion, language),
      days(handleDays.median, language),
    ]),
    none,
  )
}

export function satisfactionLines(both: Published<BothSatisfactions>, { language, say, none }: Pen) {
  const row = (name: string, one: typeof both.handlingBody) => [
    name,
    share(one.satisfaction, language),
    share(one.response, language),
    ...[one.satisfied, one.basicallySatisfied, one.notSatisfied, one.silent].map((count) =>
      number(count, language),
    ),
  ]
  return table(
    [
      say('评价对象', 'Of'),
      say('满意率', 'Satisfied'),
      say('参评率', 'Response'),
      say('满意', 'satisfied'),
      say('基本满意', 'basically'),
      say('不满意', 'not'),
      say('未参评', 'silent'),
    ],
    [
      row(say('信访部门', 'Petition offices'), both.petitionOffice),
      row(say('有权处理机关、单位', 'Handling bodies'), both.handlingBody),
    ],
    none,
  )
}

export function supervisionLines(figures: SupervisionFigures, { language, say, none }: Pen) {
  const rows: readonly (readonly [string, number])[] = [
    [say('督办', 'Supervised'), figures.supervisions],
    [say('其中：已办结', '– closed'), figures.supervisionsClosed],
    [say('督查', 'Inspections'), figures.inspections],
    [say('改进工作建议', 'Proposals to improve work'), figures.improveWork],
    [say('完善政策建议', 'Proposals to improve policy'), figures.improvePolicy],
    [say('追究责任建议', 'Proposals to pursue responsibility'), figures.pursueResponsibility],
    [say('已书面反馈', 'Answered in writing'), figures.answered],
    [say('已采纳（含部分采纳）', 'Adopted, wholly or in part'), figures.adopted],
  ]
  return table(
    [say('事项', 'Act'), say('件数', 'Number')],
    rows.map(([name, count]) => [name, number(count, language)]),
    none,
  )
}

export function problemLines(
  topics: Topics['rows'],
  hotSpots: HotSpots['rows'],
  { say, text, matter, unit }: Pen,
): readonly string[] {
  const list = (items: readonly string[]) =>
    items.length === 0 ? [say('未发现。', 'None found.'), ''] : [...items.map((item) => `- ${item}`), '']
  return [
    `### ${say('高频共性问题', 'Frequent problems')}`,
    '',
    ...list(topics.map((one) => `**${matter(one.matter)}** ${text(one.explanation)}`)),
    `### ${say('集中区域', 'Places with more than expected')}`,
    '',
    ...list(hotSpots.map((one) => `**${unit(one.area)} · ${matter(one.matter)}** ${text(one.explanation)}`)),
  ]
}
