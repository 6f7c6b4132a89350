/** The clocks of agencies, short enough for a table. */
export const duties: Readonly<Record<string, string>> = {
  sortAndForward: '甄别转送 sort and send on',
  directNotice: '受理告知 notice by the body itself',
  forwardedNotice: '转送后告知 notice after a transfer',
  handle: '作出处理意见 answer',
  assignedReport: '交办反馈 report on an order',
  decideReview: '复查 review',
  decideReReview: '复核 re-review',
}

export const channels = {
  online: '网上',
  email: '电子邮件',
  letter: '来信',
  fax: '传真',
  phone: '来电',
  hotline: '热线',
  visit: '来访',
  superior: '上级转送',
} as const

export const classes = {
  appeal: '申诉求决 appeal',
  suggestion: '建议意见 suggestion',
  accusation: '检举控告 accusation',
} as const

/** What a petitioner can do, by the command. */
export const petitionersActs: Readonly<Record<string, string>> = {
  supplement: '补充材料 supplement',
  withdraw: '撤回 withdraw',
  requestRecusal: '申请回避 ask for recusal',
  evaluate: '评价 evaluate',
  requestReview: '申请复查 ask for review',
  requestReReview: '申请复核 ask for re-review',
}

export const stages = {
  handling: '处理意见 answer',
  review: '复查意见 review',
  reReview: '复核意见 re-review',
} as const

export const purposeNames: Readonly<Record<string, string>> = {
  registration: '登记 registration',
  duplicateCheck: '查重比对 comparing',
  handling: '办理 handling',
  delivery: '送达 delivery',
  supervision: '督办 supervision',
  followUp: '跟踪 follow-up',
  ownMatter: '本人 own matter',
  recordKeeping: '档案 record keeping',
  duplicates: '查重 duplicates',
  subjectAccess: '本人查阅 subject access',
}

export const fieldNames: Readonly<Record<string, string>> = {
  name: '姓名 name',
  phone: '电话 phone',
  address: '地址 address',
  idNumber: '证件号 id number',
  receipt: '查询码 code',
}
