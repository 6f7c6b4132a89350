import type { AnnualReport } from './annual-report.js'
import { hidden, number, percent, plain, share, table } from './markdown.js'
import type { ReportRow } from './published.js'
import {
  countLines,
  earlier,
  type Pen,
  penOf,
  problemLines,
  satisfactionLines,
  supervisionLines,
  timelinessLines,
  unitLines,
} from './render-parts.js'
import { channelWords, classWords, type Language, type RenderOptions, wordOf } from './words.js'

/**
 * Writes an annual report (信访情况年度报告) as Markdown, in the order of 信访工作条例 2022 Art. 41.
 *
 * @example
 * ```ts
 * const report = await platform.petition.analysis.annualReport({ year: 2025 }, officer)
 * const text = renderAnnualReport(report, 'zh', { matters: { noise: { zh: '噪声扰民', en: 'Noise' } } })
 * ```
 */
export function renderAnnualReport(
  report: AnnualReport,
  language: Language,
  options: RenderOptions = {},
): string {
  const pen = penOf(language, report.names, options)
  const { say, unit } = pen
  const place = report.unit === undefined ? '' : unit(report.unit)
  return [
    `# ${say(`${place}${report.year}年度信访情况报告`, `Petitions in ${report.year}: annual report${place === '' ? '' : ` of ${place}`}`)}`,
    '',
    ...heading(report, pen),
    ...statistics(report, pen),
    ...fields(report, pen),
    ...bodies(report, pen),
    `## ${say('四、转送、交办、督办情况', '4. Referral, assignment and supervision')}`,
    '',
    ...timelinessLines(report.timeliness, pen),
    `### ${say('各机关、单位办理时效', 'How bodies keep their limits')}`,
    '',
    say('按单位编号排列，不作排名。', 'In the order of their ids; no ranking.'),
    '',
    ...unitLines(report.units, pen),
    `## ${say('五、督办与三项建议及采纳情况', '5. Supervision, proposals and their adoption')}`,
    '',
    ...supervisionLines(report.supervision, pen),
    `## ${say('六、其他情况', '6. Other')}`,
    '',
    `### ${say('群众满意度评价', 'Satisfaction')}`,
    '',
    ...satisfactionLines(report.satisfaction, pen),
    ...(report.audience === 'internal' ? problemLines(report.topics, report.hotSpots, pen) : []),
    ...notes(report, pen),
  ].join('\n')
}

function heading({ asOf, isComplete, isFinished, audience }: AnnualReport, { say }: Pen): readonly string[] {
  const on = asOf.slice(0, 10)
  return [
    `> ${say(`统计截至${on}。`, `As of ${on}.`)}${isFinished ? '' : say('本年度尚未结束。', ' The year is not over.')}${isComplete ? '' : say('历史数据仍在统计中，数字不完整。', ' The history is still being counted: the figures are incomplete.')}${audience === 'public' ? say('本报告供公开。', ' For publication.') : say('内部资料。', ' Internal.')}`,
    '',
  ]
}

function statistics({ statistics: figures, year }: AnnualReport, pen: Pen): readonly string[] {
  const { say, language, none } = pen
  const titles = {
    item: say('项目', 'Item'),
    now: say(`${year}年（件）`, String(year)),
    change: say('同比', 'Change'),
  }
  const before = earlier([
    { title: say(`${year - 1}年（件）`, String(year - 1)), counts: figures.yearBefore },
  ])
  const { received, repeats } = figures.counts
  const repeated =
    received === null || repeats === null ? hidden : percent(received === 0 ? null : repeats / received)
  return [
    `## ${say('一、信访事项数据统计', '1. Figures')}`,
    '',
    ...countLines(figures.counts, before, titles, pen),
    say(`重复信访率：${repeated}`, `Repeats: ${repeated}`),
    '',
    `### ${say('各月情况', 'By month')}`,
    '',
    ...table(
      [say('月份', 'Month'), say('收到', 'Received'), say('办结', 'Completed')],
      figures.received.map((row, n) => [
        row.of,
        number(row.count, language),
        number(figures.completed[n]?.count ?? null, language),
      ]),
      none,
    ),
    `### ${say('来源渠道', 'By channel')}`,
    '',
    ...shares(
      figures.byChannel,
      say('渠道', 'Channel'),
      (of) => plain(wordOf(channelWords, of, language)),
      pen,
    ),
    `### ${say('事项类别', 'By class')}`,
    '',
    ...shares(figures.byClass, say('类别', 'Class'), (of) => plain(wordOf(classWords, of, language)), pen),
    ...(figures.accusations === undefined
      ? []
      : [
          say(
            `另有检举控告类事项${number(figures.accusations.received, language)}件，不计入本报告其他各表。`,
            `Accusations: ${number(figures.accusations.received, language)}, in no other table of this report.`,
          ),
          '',
        ]),
  ]
}

function shares(rows: readonly ReportRow[], title: string, nameOf: (of: string) => string, pen: Pen) {
  const { say, language, none } = pen
  return table(
    [title, say('件数', 'Matters'), say('占比', 'Share')],
    rows.map(({ of, count, share: part }) => [
      nameOf(of),
      number(count, language),
      count === null ? hidden : percent(part),
    ]),
    none,
  )
}

function fields({ fields: { byMatter, byArea, table: cells } }: AnnualReport, pen: Pen): readonly string[] {
  const { say, language, matter, unit, none } = pen
  return [
    `## ${say('二、信访事项涉及领域', '2. Fields')}`,
    '',
    ...shares(byMatter, say('领域', 'Field'), matter, pen),
    `### ${say('涉及区域', 'Areas')}`,
    '',
    ...shares(byArea, say('区域', 'Area'), unit, pen),
    `### ${say('区域与领域', 'Areas and fields')}`,
    '',
    // Matters are many, areas few: a page is higher than it is wide.
    ...table(
      [say('领域', 'Field'), ...cells.rows.map(unit), say('合计', 'Total')],
      [
        ...cells.columns.map((column, j) => [
          matter(column),
          ...cells.cells.map((row) => number(row[j] ?? null, language)),
          number(cells.columnTotals[j] ?? null, language),
        ]),
        [say('合计', 'Total'), ...[...cells.rowTotals, cells.total].map((count) => number(count, language))],
      ],
      none,
    ),
  ]
}

function bodies({ bodies: rows }: AnnualReport, { say, language, unit, none }: Pen): readonly string[] {
  return [
    `## ${say('三、被投诉较多的机关、单位', '3. Bodies with many matters')}`,
    '',
    say(
      '下列机关、单位承办的信访事项超过各部门中位数的两倍，按单位编号排列；件数反映问题所在，不作为排名或考核依据。',
      'These bodies had more than twice as many matters as the body in the middle. They stand in the order of their ids: a number tells where problems lie, and is no ranking and no measure of anybody’s work.',
    ),
    '',
    ...table(
      [
        say('机关、单位', 'Body'),
        say('件数', 'Matters'),
        say('按期受理告知率', 'Notices in time'),
        say('按期办结率', 'Answers in time'),
      ],
      rows.map(({ unit: id, received, timeliness }) => [
        unit(id),
        number(received, language),
        share(timeliness.notice, language),
        share(timeliness.completion, language),
      ]),
      none,
    ),
  ]
}

function notes({ audience }: AnnualReport, { say }: Pen): readonly string[] {
  const lines = [
    say(
      '件数按事实发生之日计入当月；登记、重复、撤回、并案、重新办理按收到之日计入。',
      'A matter is counted on the day of the fact; registration, repeats, withdrawal, joining and taking up again on the day of the receipt.',
    ),
    say(
      '时限在按期完成之日，或逾期之最后一日计入；因撤回、退回、并案等提前终止的不计入。',
      'A limit is counted on the day on which it was kept, or on its last day where it was not; one that ended early by withdrawal, return or joining is left out.',
    ),
    say(
      '时间用中位数和九成位数（最近秩法）表示，不用平均数。',
      'Times are told by percentiles (nearest rank), not by means.',
    ),
    say(
      '满意率以参评者为分母，未参评不视为满意。',
      'The rate of satisfaction is of those who answered; silence is not satisfaction.',
    ),
    ...(audience === 'public'
      ? [
          say(
            `${hidden} 为保护个人信息未予公布的较小数字，以及可据以推算的数字。`,
            `${hidden} Small counts, and those from which they could be computed, are kept back to protect persons.`,
          ),
        ]
      : []),
  ]
  return [`## ${say('说明', 'Notes')}`, '', ...lines.map((line) => `- ${line}`), '']
}
