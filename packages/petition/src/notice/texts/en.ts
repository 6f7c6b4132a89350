/** The words of the documents in English. Placeholders stand in braces. */
export const noticeEn: Readonly<Record<string, string>> = {
  'layout.indent': '',
  'list.separator': ', ',
  date: '{day} {monthName} {year}',
  'month.1': 'January',
  'month.2': 'February',
  'month.3': 'March',
  'month.4': 'April',
  'month.5': 'May',
  'month.6': 'June',
  'month.7': 'July',
  'month.8': 'August',
  'month.9': 'September',
  'month.10': 'October',
  'month.11': 'November',
  'month.12': 'December',
  'law.numerals': 'arabic',
  'law.unit': '{law}, ',
  'law.dated': '{law} ({year}), ',
  'law.article': 'Article {n}',
  'law.articles': 'Articles {n} to {to}',
  'law.paragraph': ', paragraph {n}',
  'law.paragraphs': ', paragraphs {n} to {to}',
  'law.item': ' ({n})',
  'law.信访工作条例': 'Regulation on Petition Work',
  'law.信访条例': 'Regulations on Letters and Visits',
  'law.行政复议法': 'Administrative Reconsideration Law',
  'law.行政诉讼法': 'Administrative Litigation Law',

  'notice.number': 'No. {number}',
  'notice.addressee': 'To {names}:',
  'notice.petitioner': 'To the petitioner:',
  'notice.blank': '(missing)',
  'notice.basis': 'This document rests on the {source}.',
  'notice.step': '{what}, by {by} at the latest ({source}).',
  'notice.stepWithoutDay': '{what} ({source}).',

  'receiptNotice.title': 'Receipt of a Petition',
  'receiptNotice.received': '{unit} received your petition on {receivedOn}.',
  'receiptNotice.code': 'Query code: {code}',
  'receiptNotice.howToQuery':
    'With this code you can see at any time how your matter goes on and what came of it, and say how satisfied you are. Keep it safe, and tell it to nobody.',
  'receiptNotice.next': 'What happens next',

  'acceptanceNotice.title': 'Notice of Acceptance',
  'acceptanceNotice.accepted':
    'On {acceptedOn}, {unit} accepted the matter that you brought on {receivedOn}.',
  'acceptanceNotice.path': 'Path and procedure',
  'acceptanceNotice.path.petition':
    'Your matter follows the petition procedure: you will be heard on facts and reasons, the matter will be investigated, and you will receive a written handling opinion.',
  'acceptanceNotice.path.statutoryDuty':
    'You ask for a violation to be investigated or for a statutory duty to be performed: it will be performed, or you will be answered, as the law provides.',
  'acceptanceNotice.path.other':
    'Your matter will be handled under the rules that apply to it, and you will hear of it.',
  'acceptanceNotice.limit':
    'The time for handling ends on {by} ({source}). If the matter is complex and more time is needed, you will be told why.',
  'acceptanceNotice.rights':
    'You may add material and ask how your matter goes on. Staff with a direct interest in the matter or in you must stay out of it, and you may ask for that.',

  'nonAcceptanceNotice.title': 'Notice of Non-Acceptance',
  'nonAcceptanceNotice.refused':
    '{unit} has decided not to accept the matter that you brought on {receivedOn}.',
  'noFurtherAcceptanceNotice.title': 'Notice of No Further Acceptance',
  'noFurtherAcceptanceNotice.refused':
    'The matter that you brought on {receivedOn} rests on the same facts and reasons as one that has ended by a re-review. {unit} does not accept it again.',
  'noFurtherAcceptanceNotice.newFacts': 'New facts, reasons or evidence can still be brought.',
  'refusal.reasons': 'Reasons',
  'refusal.advice': 'What you can do',
  'refusal.ground.notCompetent': 'The matter is outside the powers of this body and of those below it.',
  'refusal.ground.notAPetition': 'The matter is no petition matter.',
  'refusal.ground.alreadyEnded': 'The matter has ended by review and re-review.',
  'refusal.ground.pendingElsewhere': 'The same matter has been accepted or is being handled already.',

  'routingNotice.title': 'Notice of the Procedure that Applies',
  'routingNotice.routed': 'The matter that you brought on {receivedOn} is to be dealt with by {route}.',
  'routingNotice.body': 'Please turn to: {body}',
  'routingNotice.advice': 'How to do it',
  'routingNotice.limits': 'Mind these limits',
  'routingNotice.limit': '{what}: {on} ({source}).',
  'routingNotice.ownCount': 'The bodies concerned count these limits themselves. Please act early.',
  'route.judicial': 'the courts or another judicial procedure',
  'route.arbitration': 'arbitration',
  'route.partyAppeal': 'an appeal of Party members or an application for renewed examination',
  'route.administrativeProcedure':
    'administrative reconsideration, adjudication, confirmation, licensing or penalty',
  'route.statutoryDuty': 'the investigation of a violation or the performance of a statutory duty',
  'route.accusation': 'the procedure of accusations',
  'route.petition': 'the petition procedure',

  'procedure.administrativeReconsideration': 'Last day to apply for administrative reconsideration',
  'procedure.administrativeLitigation': 'Last day to bring an administrative suit',
  'procedure.litigationAgainstInaction':
    'If the duty is not performed by then, you may apply for reconsideration and then sue',

  'extensionNotice.title': 'Notice of Extension',
  'extensionNotice.extended':
    'The matter that you brought on {receivedOn} is complex. With the approval of the head of this body, the time for handling is extended by {days} days.',
  'extensionNotice.until': 'It now ends on {by}.',
  'extensionNotice.reason': 'Reasons for the extension',

  'handlingOpinion.title': 'Handling Opinion',
  'handlingOpinion.opening':
    '{unit} has investigated the matter that you brought on {receivedOn} and gives the following opinion.',
  'reviewOpinion.title': 'Review Opinion',
  'reviewOpinion.opening':
    'You disagreed with the handling opinion and asked for review. {unit} has reviewed it and gives the following opinion.',
  'reReviewOpinion.title': 'Re-Review Opinion',
  'reReviewOpinion.opening':
    'You disagreed with the review opinion and asked for re-review. {unit} has reviewed it again and gives the following opinion.',
  'opinion.request': '1. What you asked for',
  'opinion.facts': '2. Facts and reasons',
  'opinion.opinion.handlingOpinion': '3. Opinion',
  'opinion.opinion.reviewOpinion': '3. Opinion of the review',
  'opinion.opinion.reReviewOpinion': '3. Opinion of the re-review',
  'opinion.outcome': 'Result: {outcome}.',
  'opinion.legalBasis': '4. Legal basis',
  'opinion.remedy': '5. What you can do if you disagree',
  'opinion.final': '5. What this opinion means',
  'outcome.supported': 'the request is supported and will be carried out',
  'outcome.explained': 'the request is reasonable but has no basis in law, which is explained here',
  'outcome.notSupported': 'the request is not supported',
  'outcome.upheld': 'the earlier opinion stands',
  'outcome.changed': 'the earlier opinion is changed',
  'outcome.quashedRemanded': 'the earlier opinion is quashed and the matter is handled anew',
  'outcome.rejectedInadmissible': 'the application does not meet the conditions and is not accepted',
  'remedy.review':
    'If you disagree with this opinion, you may ask for review within {days} days from the day on which you received it. Turn to: {body} ({source}).',
  'remedy.reReview':
    'If you disagree with this opinion, you may ask for re-review within {days} days from the day on which you received it. Turn to: {body} ({source}).',
  'remedy.nextHigher.review': 'the next-higher body of the body that handled the matter',
  'remedy.nextHigher.reReview': 'the next-higher body of the reviewing body',
  'remedy.until': 'This opinion has been delivered; the last day is {until}.',
  'remedy.remanded':
    'The matter goes back to the body that handled it. You may ask for review of its new opinion as well.',
  'remedy.none':
    'A matter brought again on the same facts and reasons will not be accepted any more. This does not hold for new facts, reasons or evidence.',

  'transferLetter.title': 'Letter of Transfer',
  'transferLetter.sent':
    'The petition matter received on {receivedOn} is transferred to you. Please handle it as the rules provide.',
  'assignmentOrder.title': 'Order of Assignment',
  'assignmentOrder.sent': 'The petition matter received on {receivedOn} is assigned to you for handling.',
  'assignmentOrder.reportBy': 'Please report the result by {reportBy}, with a completion report.',
  'letter.forwardedNotice': 'Tell the petitioner in writing of the receipt, the path and the procedure',
  'letter.jurisdictionObjection':
    'If it is outside your powers and those of the bodies below you, object and give your reasons in detail',
  'letter.secrecy':
    'Nothing of what the petitioner reports of others may reach the persons or bodies that are reported.',

  'completionReport.title': 'Completion Report',
  'completionReport.reported':
    'This is the result of the petition matter that you assigned to us (received on {receivedOn}).',
  'completionReport.report': 'What was done',
  'completionReport.deliveredOn': 'The answer was delivered to the petitioner on {deliveredOn}.',
  'completionReport.petitionOffice': 'To the assigning body:',

  'mediationAgreement.title': 'Mediation Agreement',
  'settlementAgreement.title': 'Settlement Agreement',
  'agreement.parties': 'Parties',
  'agreement.petitioner': 'Petitioner: {names}',
  'agreement.body': 'Body: {unit}',
  'agreement.mediator': 'Mediator: {mediator}',
  'agreement.text': 'Agreement',
  'agreement.free': 'Both sides have agreed of their own free will.',
  'agreement.performed': 'The agreement was performed on {performedOn}.',
  'agreement.signaturePetitioner': 'Petitioner (signature):',
  'agreement.signatureBody': 'Body (seal):',

  'secondLookAnswer.title': 'Answer after a Second Look',
  'secondLookAnswer.opening':
    'You said that you are not satisfied with how your matter was handled. {unit} has looked at it again, and this is what it found.',
  'secondLookAnswer.finding': 'What was found',
  'secondLookAnswer.right':
    'This answer takes nothing from your right to ask for review or re-review, nor from the time for it.',
  'secondLook.answerStands': 'there is nothing to add to the answer',
  'secondLook.putRight': 'it has been put right',
  'secondLook.takeUpAgain': 'the matter is to be taken up again',
}
