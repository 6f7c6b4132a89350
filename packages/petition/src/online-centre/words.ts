import type { Text } from '../matter/text.js'

/** What the centre says to the people who file, in plain words. Placeholders stand in braces. */
export const centreWords: Readonly<Record<string, Text>> = {
  'error.unknown': {
    zh: '系统出现问题，请稍后再试。',
    en: 'Something went wrong. Please try again later.',
  },

  'problem.missing': { zh: '请填写：{label}。', en: 'Please fill in: {label}.' },
  'problem.textMissing': {
    zh: '请写清楚发生了什么事，您希望解决什么问题。',
    en: 'Please write what happened and what you ask for.',
  },
  'problem.nameMissing': {
    zh: '请填写您的姓名；不愿意留姓名的，可以选择匿名。',
    en: 'Please give your name. If you do not want to, you can file anonymously.',
  },
  'problem.tooLong': {
    zh: '{label}太长了，最多 {most} 个字。可以把其余内容作为附件提交。',
    en: 'This is too long: {label}. At most {most} characters; the rest can come as a file.',
  },
  'problem.tooMany': { zh: '{label}太多了，最多 {most} 个。', en: 'Too many: {label}. At most {most}.' },
  'problem.tooShort': { zh: '{label}太短了，请检查。', en: 'This is too short: {label}. Please check.' },
  'problem.wrongForm': {
    zh: '{label}的格式不对，请检查。',
    en: 'This does not look right: {label}. Please check.',
  },
  'problem.notKnown': {
    zh: '多出了无法识别的内容：{label}。请删除后再提交。',
    en: 'There is something here that nobody knows: {label}. Please take it away.',
  },
  'problem.unreadable': {
    zh: '无法读取这条信息，请重新提交。',
    en: 'This message cannot be read. Please send it again.',
  },
  'problem.anonymousUntold': {
    zh: '匿名提出前，请确认您已了解：{terms}',
    en: 'Before you file anonymously, please confirm that you know this: {terms}',
  },
  'problem.proxyConsent': {
    zh: '代为提出的，请确认这是本人的意愿。',
    en: 'If you file for somebody else, please confirm that they want it.',
  },
  'problem.spokenUnconfirmed': {
    zh: '口头提出的，请宣读记录，并由本人确认无误。',
    en: 'What was said must be read back, and the person must confirm that it is right.',
  },
  'problem.spokenByStaff': {
    zh: '口头提出的事项由工作人员记录。',
    en: 'What is said is recorded by staff.',
  },
  'problem.automatic': {
    zh: '这是自动回复，不予登记。',
    en: 'This is an automatic answer. Nothing is filed of it.',
  },
  'problem.noContact': {
    zh: '您没有留下联系方式，我们无法书面告知您。请保存好查询码。',
    en: 'You left no way to reach you, so nobody can write to you. Keep the query code.',
  },
  'problem.filesLeftOut': {
    zh: '有 {count} 个文件不能接收（{reason}）：{names}',
    en: '{count} files cannot be taken ({reason}): {names}',
  },
  'problem.anonymousFiles': {
    zh: '文件里可能含有您的信息（例如照片的拍摄地点），请在提交前检查。',
    en: 'Files can tell of you, for example where a photo was taken. Please check them before you send them.',
  },
  'anonymous.terms': {
    zh: '匿名提出的，我们不保存您的账号、联系方式和来源；因此无法书面告知您受理和处理情况，无法向您核实，您也不能通过账号办理复查、复核。凭查询码仍可查询进展和结果。',
    en: 'If you file anonymously, your account, your contact and where you write from are not kept. So nobody can tell you in writing of acceptance and result, nobody can ask you back, and you cannot ask for review by account. With the query code you can still see progress and result.',
  },

  'field.about': { zh: '事项类别', en: 'what kind of matter it is' },
  'field.unit': { zh: '接收的机关、单位', en: 'the body that receives it' },
  'field.title': { zh: '标题', en: 'the title' },
  'field.text': { zh: '内容', en: 'what you want to say' },
  'field.place': { zh: '地点', en: 'the place' },
  'field.area': { zh: '地区', en: 'the area' },
  'field.matter': { zh: '事项', en: 'the matter' },
  'field.petitioners': { zh: '信访人', en: 'who you are' },
  'field.name': { zh: '姓名', en: 'the name' },
  'field.phone': { zh: '电话', en: 'the telephone number' },
  'field.email': { zh: '电子邮箱', en: 'the e-mail address' },
  'field.address': { zh: '住址', en: 'the address' },
  'field.idNumber': { zh: '身份证号码', en: 'the identity number' },
  'field.people': { zh: '人数', en: 'the number of people' },
  'field.representatives': { zh: '代表', en: 'the representatives' },
  'field.accused': { zh: '被反映的人或者单位', en: 'whom it is about' },
  'field.accusedAs': { zh: '被反映的人或者单位', en: 'whom it is about' },
  'field.attachments': { zh: '附件', en: 'the files' },
  'field.receivedOn': { zh: '收到日期', en: 'the day of receipt' },
  'field.proxy': { zh: '代为提出的人', en: 'who files for the person' },
  'field.relation': { zh: '与本人的关系', en: 'the relation to the person' },
  'field.reason': { zh: '原因', en: 'the reason' },
  'field.spoken': { zh: '口头记录', en: 'the record of what was said' },
  'field.answerBy': { zh: '答复方式', en: 'how the answer shall come' },
  'field.newsBy': { zh: '进展通知方式', en: 'how news shall come' },
  'field.messageId': { zh: '信息编号', en: 'the id of the message' },
  'field.other': { zh: '这一项', en: 'this field' },

  'file.tooMany': { zh: '文件太多', en: 'too many files' },
  'file.tooBig': { zh: '文件太大', en: 'the file is too big' },
  'file.empty': { zh: '文件是空的', en: 'the file is empty' },
  'file.typeNotTaken': { zh: '不接收这种文件', en: 'files of this kind are not taken' },
  'file.unsafe': { zh: '未通过安全检查', en: 'it did not pass the safety check' },
  'file.notStored': { zh: '暂时无法保存，请稍后补交', en: 'it could not be stored; please send it later' },
  'file.unreadable': { zh: '无法读取', en: 'it cannot be read' },
  'file.notInstalled': {
    zh: '本渠道不接收文件，请当面或者邮寄提交',
    en: 'no files are taken here; please bring or post them',
  },

  'unsure.notGiven': { zh: '未提供', en: 'not given' },
  'unsure.recognition': { zh: '识别可信度 {confidence}', en: 'recognised with confidence {confidence}' },
  'unsure.encoding': { zh: '可能有乱码', en: 'characters may be lost' },
  'unsure.proxy': {
    zh: '由他人代为提出，请向本人核实',
    en: 'filed by somebody else; please ask the person',
  },

  'note.unsure': { zh: '请工作人员核对：', en: 'For staff to check:' },
  'note.spoken': {
    zh: '口头提出，由工作人员如实记录并宣读，本人确认无误。{language}',
    en: 'Said and not written: recorded by staff, read back, and confirmed by the person. {language}',
  },
  'note.proxy': {
    zh: '由他人代为提出。代为提出的人：{name}{phone}；与本人的关系：{relation}；原因：{reason}。其声明系本人意愿。',
    en: 'Filed by somebody else: {name}{phone}; relation: {relation}; reason: {reason}. They declare that the person wants it.',
  },
  'note.leftOut': { zh: '未接收的附件：{names}（{reason}）', en: 'Files not taken: {names} ({reason})' },
  'note.attachments': { zh: '附件材料', en: 'Files' },

  'next.complaint': {
    zh: '登记并甄别，转送、交办有权处理的机关、单位',
    en: 'It is registered, sorted and sent to the competent body',
  },
  'next.suggestion': {
    zh: '由有权处理的机关、单位研究论证，采纳的予以回复',
    en: 'The competent body studies it and replies to what it adopts',
  },
  'next.accusation': {
    zh: '由有权处理的机关依规依纪依法处理；材料和情况不会透露或者转给被反映的人员、单位',
    en: 'The competent body handles it under its rules; nothing of it reaches those it is about',
  },

  'receipt.title': { zh: '信访回执', en: 'Receipt' },
  'receipt.received': { zh: '我们已经收到您的信访事项。', en: 'We have received your matter.' },
  'receipt.at': { zh: '收到时间：{at}', en: 'Received: {at}' },
  'receipt.unit': { zh: '接收单位：{unit}', en: 'Received by: {unit}' },
  'receipt.number': { zh: '编号：{number}', en: 'Number: {number}' },
  'receipt.code': { zh: '查询码：{code}', en: 'Query code: {code}' },
  'receipt.keep': {
    zh: '请保管好查询码，不要告诉别人。',
    en: 'Keep this code safe. Tell it to nobody.',
  },
  'receipt.next': { zh: '下一步：{what}。', en: 'What comes next: {what}.' },
  'receipt.nextBy': { zh: '下一步：{what}，最迟 {by}。', en: 'What comes next: {what}, by {by}.' },
  'receipt.source': { zh: '依据：{source}', en: 'Under the {source}' },
  'receipt.query': {
    zh: '凭查询码可以随时查询进展和结果，并作出评价。',
    en: 'With the query code you can see progress and result at any time, and say how satisfied you are.',
  },
  'receipt.filesTaken': { zh: '已收到文件 {count} 个。', en: 'Files received: {count}.' },
  'receipt.filesLeftOut': {
    zh: '没有收到的文件（{reason}）：{names}。可以之后补交。',
    en: 'Files not received ({reason}): {names}. You can hand them in later.',
  },
  'receipt.sms': {
    zh: '【{unit}】已收到您的信访事项，查询码 {code}，请勿告诉他人。',
    en: '{unit}: your matter has been received. Query code {code}. Tell it to nobody.',
  },
}
