import type {
  AgreementDocument,
  CompletionReport,
  NoticeModel,
  NoticeStep,
  ReferralLetter,
  RefusalNotice,
  RoutingNotice,
  SecondLookAnswer,
} from '../model.js'
import { opinionSections } from './opinion.js'
import { headed, isFilled, lines, list, type NoticeSection } from './section.js'
import type { Writer } from './writer.js'

/** The body of a document, by its type. */
export function sectionsOf(model: NoticeModel, writer: Writer): readonly NoticeSection[] {
  const { say, date, cite, unit, written } = writer
  const receivedOn = date(model.receivedOn)
  switch (model.type) {
    case 'receiptNotice':
      return [
        lines(say('receiptNotice.received', { receivedOn, unit: unit(model.unit) })),
        lines(
          ...(model.queryCode === null ? [] : [say('receiptNotice.code', { code: model.queryCode })]),
          say('receiptNotice.howToQuery'),
        ),
        list(say('receiptNotice.next'), steps(model.next, 'clock', writer)),
      ].filter(isFilled)
    case 'acceptanceNotice':
      return [
        lines(
          say('acceptanceNotice.accepted', {
            receivedOn,
            acceptedOn: date(model.acceptedOn),
            unit: unit(model.unit),
          }),
        ),
        headed(
          say('acceptanceNotice.path'),
          say(`acceptanceNotice.path.${pathOf(model.route)}`),
          ...(model.handle === null || model.handle.by === null
            ? []
            : [
                say('acceptanceNotice.limit', {
                  by: date(model.handle.by),
                  source: cite(model.handle.source),
                }),
              ]),
          say('acceptanceNotice.rights'),
        ),
      ]
    case 'nonAcceptanceNotice':
    case 'noFurtherAcceptanceNotice':
      return refusal(model, writer)
    case 'routingNotice':
      return routing(model, writer)
    case 'extensionNotice':
      return [
        lines(
          say('extensionNotice.extended', { receivedOn, days: model.days }),
          ...(model.until === null ? [] : [say('extensionNotice.until', { by: date(model.until) })]),
        ),
        headed(say('extensionNotice.reason'), written(model.reason)),
      ]
    case 'handlingOpinion':
    case 'reviewOpinion':
    case 'reReviewOpinion':
      return opinionSections(model, writer)
    case 'transferLetter':
    case 'assignmentOrder':
      return letter(model, writer)
    case 'completionReport':
      return report(model, writer)
    case 'mediationAgreement':
    case 'settlementAgreement':
      return agreement(model, writer)
    case 'secondLookAnswer':
      return secondLook(model, writer)
  }
}

const pathOf = (route: string | null): string =>
  route === 'petition' || route === 'statutoryDuty' ? route : 'other'

function refusal(model: RefusalNotice, { say, date, unit, written }: Writer): readonly NoticeSection[] {
  const values = { receivedOn: date(model.receivedOn), unit: unit(model.unit) }
  const isFurther = model.type === 'noFurtherAcceptanceNotice'
  return [
    lines(say(`${model.type}.refused`, values)),
    headed(say('refusal.reasons'), say(`refusal.ground.${model.ground}`), written(model.reasons)),
    headed(
      say('refusal.advice'),
      written(model.advice),
      ...(isFurther ? [say('noFurtherAcceptanceNotice.newFacts')] : []),
    ),
  ]
}

function routing(model: RoutingNotice, { say, date, cite, written }: Writer): readonly NoticeSection[] {
  const limits = model.limits.map(({ procedure, on, source }) =>
    say('routingNotice.limit', {
      what: say(`procedure.${procedure}`),
      on: date(on),
      source: cite(source),
    }),
  )
  return [
    lines(
      say('routingNotice.routed', {
        receivedOn: date(model.receivedOn),
        route: say(`route.${model.route}`),
      }),
      say('routingNotice.body', { body: written(model.body) }),
    ),
    headed(say('routingNotice.advice'), written(model.advice)),
    ...(limits.length === 0
      ? []
      : [list(say('routingNotice.limits'), limits), lines(say('routingNotice.ownCount'))]),
  ]
}

function letter(model: ReferralLetter, writer: Writer): readonly NoticeSection[] {
  const { say, date } = writer
  const { reportBy } = model
  return [
    lines(
      say(`${model.type}.sent`, { receivedOn: date(model.receivedOn) }),
      ...(reportBy === null ? [] : [say('assignmentOrder.reportBy', { reportBy: date(reportBy) })]),
    ),
    list(null, steps(model.next, 'letter', writer)),
    lines(say('letter.secrecy')),
  ].filter(isFilled)
}

function report(model: CompletionReport, { say, date, written }: Writer): readonly NoticeSection[] {
  const { outcome, deliveredOn } = model
  return [
    lines(say('completionReport.reported', { receivedOn: date(model.receivedOn) })),
    headed(
      say('completionReport.report'),
      written(model.report),
      ...(outcome === null ? [] : [say('opinion.outcome', { outcome: say(`outcome.${outcome}`) })]),
      ...(deliveredOn === null
        ? []
        : [say('completionReport.deliveredOn', { deliveredOn: date(deliveredOn) })]),
    ),
  ]
}

function agreement(
  model: AgreementDocument,
  { say, date, unit, names: joined, written }: Writer,
): readonly NoticeSection[] {
  const { mediator, performedOn, addressees } = model
  const names = addressees.length === 0 ? say('notice.blank') : joined(addressees)
  return [
    headed(
      say('agreement.parties'),
      say('agreement.petitioner', { names }),
      say('agreement.body', { unit: unit(model.unit) }),
      ...(mediator === null ? [] : [say('agreement.mediator', { mediator: written(mediator) })]),
    ),
    headed(say('agreement.text'), written(model.agreement), say('agreement.free')),
    ...(performedOn === null ? [] : [lines(say('agreement.performed', { performedOn: date(performedOn) }))]),
    lines(say('agreement.signaturePetitioner'), say('agreement.signatureBody')),
  ]
}

function secondLook(model: SecondLookAnswer, { say, unit, written }: Writer): readonly NoticeSection[] {
  return [
    lines(say('secondLookAnswer.opening', { unit: unit(model.unit) })),
    headed(
      say('secondLookAnswer.finding'),
      say('opinion.outcome', { outcome: say(`secondLook.${model.outcome}`) }),
      written(model.finding),
    ),
    lines(say('secondLookAnswer.right')),
  ]
}

/** What comes next, each with its day and its article. */
function steps(next: readonly NoticeStep[], prefix: string, { say, date, cite }: Writer): readonly string[] {
  return next.map(({ clock, by, source }) => {
    const values = { what: say(`${prefix}.${clock}`), source: cite(source) }
    return by === null
      ? say('notice.stepWithoutDay', values)
      : say('notice.step', { ...values, by: date(by) })
  })
}
