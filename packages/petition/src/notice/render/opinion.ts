import type { NoticeRemedy, OpinionNotice } from '../model.js'
import { headed, lines, type NoticeSection } from './section.js'
import type { Writer } from './writer.js'

/** The five sections of an opinion (信访工作条例 2022 Art. 32, 35–36). */
export function opinionSections(model: OpinionNotice, writer: Writer): readonly NoticeSection[] {
  const { say, date, cite, unit, written } = writer
  const { type, outcome, remedy } = model
  return [
    lines(say(`${type}.opening`, { receivedOn: date(model.receivedOn), unit: unit(model.unit) })),
    headed(say('opinion.request'), written(model.request)),
    headed(say('opinion.facts'), written(model.facts)),
    headed(
      say(`opinion.opinion.${type}`),
      written(model.opinion),
      say('opinion.outcome', { outcome: say(`outcome.${outcome}`) }),
    ),
    {
      heading: say('opinion.legalBasis'),
      paragraphs: model.legalBasis.length === 0 ? [say('notice.blank')] : [],
      items: model.legalBasis.map((one) => cite(one)),
    },
    ...remedySection(model, remedy, writer),
  ]
}

function remedySection(
  { type, outcome }: OpinionNotice,
  remedy: NoticeRemedy | null,
  writer: Writer,
): readonly NoticeSection[] {
  const { say, date } = writer
  if (remedy !== null) {
    const until = remedy.until === null ? [] : [say('remedy.until', { until: date(remedy.until) })]
    return [headed(say('opinion.remedy'), remedyText(remedy, writer), ...until)]
  }
  if (outcome === 'quashedRemanded') return [headed(say('opinion.remedy'), say('remedy.remanded'))]
  return type === 'reReviewOpinion' ? [headed(say('opinion.final'), say('remedy.none'))] : []
}

/**
 * What the opinion says of the remedy; where it says nothing, or gives less than the law, the paper tells what the law gives: whoever
 * reads it loses no right by it.
 */
function remedyText({ asks, body, days, least, source }: NoticeRemedy, { say, unit, cite }: Writer): string {
  return say(`remedy.${asks}`, {
    days: Math.max(days ?? 0, least ?? 0),
    body: body === null ? say(`remedy.nextHigher.${asks}`) : unit(body),
    source: cite(source),
  })
}
