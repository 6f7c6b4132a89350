import type { Bulletin } from './bulletin.js'
import { share, table } from './markdown.js'
import {
  countLines,
  earlier,
  penOf,
  problemLines,
  satisfactionLines,
  supervisionLines,
  timelinessLines,
  unitLines,
} from './render-parts.js'
import type { Language, RenderOptions } from './words.js'

/**
 * Writes a monthly bulletin (信访工作通报) as Markdown.
 *
 * @example
 * ```ts
 * const bulletin = await platform.petition.analysis.bulletin({ month: '2025-05' }, officer)
 * const text = renderBulletin(bulletin, 'zh')
 * ```
 */
export function renderBulletin(bulletin: Bulletin, language: Language, options: RenderOptions = {}): string {
  const pen = penOf(language, bulletin.names, options)
  const { say, unit } = pen
  const { month, asOf, timeliness, timelinessYearBefore: before } = bulletin
  const [year = '', number = ''] = month.split('-')
  const place = bulletin.unit === undefined ? '' : unit(bulletin.unit)
  const zhTitle = `${place}${year}年${Number(number)}月信访工作通报`
  const enTitle = `Petitions in ${month}: bulletin${place === '' ? '' : ` of ${place}`}`
  const titles = {
    item: say('项目', 'Item'),
    now: say('本月（件）', 'This month'),
    change: say('增减', 'Change'),
  }
  return [
    `# ${say(zhTitle, enTitle)}`,
    '',
    `> ${say(`统计截至${asOf.slice(0, 10)}。内部资料。`, `As of ${asOf.slice(0, 10)}. Internal.`)}${bulletin.isFinished ? '' : say('本月尚未结束。', ' The month is not over.')}${bulletin.isComplete ? '' : say('历史数据仍在统计中，数字不完整。', ' The history is still being counted: the figures are incomplete.')}`,
    '',
    `## ${say('一、总体情况', '1. Figures')}`,
    '',
    ...countLines(
      bulletin.counts,
      earlier([
        { title: say('上月', 'Month before'), counts: bulletin.before },
        { title: say('上年同月', 'Year before'), counts: bulletin.yearBefore },
      ]),
      titles,
      pen,
    ),
    `## ${say('二、办理时效', '2. Time limits')}`,
    '',
    ...table(
      [say('指标', 'Measure'), say('本月', 'This month'), say('上年同月', 'Year before')],
      (
        [
          [say('按期受理告知率', 'Notices in time'), timeliness.notice, before.notice],
          [say('按期办结率', 'Answers in time'), timeliness.completion, before.completion],
        ] as const
      ).map(([name, now, then]) => [name, share(now, language), share(then, language)]),
      pen.none,
    ),
    ...timelinessLines(timeliness, pen),
    `### ${say('各机关、单位（按单位编号排列，不作排名）', 'Bodies, in the order of their ids; no ranking')}`,
    '',
    ...unitLines(bulletin.units, pen),
    `## ${say('三、群众满意度评价', '3. Satisfaction')}`,
    '',
    ...satisfactionLines(bulletin.satisfaction, pen),
    `## ${say('四、督办与三项建议', '4. Supervision and proposals')}`,
    '',
    ...supervisionLines(bulletin.supervision, pen),
    `## ${say('五、需要主动治理的问题', '5. Problems to be solved as a class')}`,
    '',
    ...problemLines(bulletin.topics, bulletin.hotSpots, pen),
  ].join('\n')
}
