import type { Complaint } from '../complaint/state.js'
import type { Text } from '../matter/text.js'

/** A short message in both languages. */
export interface Note {
  readonly subject: Text
  readonly text: Text
}

/** What goes to the petitioner by a channel that others may read: that there is an answer, not what it says. */
export function answerNote({ number }: Pick<Complaint, 'number'>): Note {
  const of = numbered(number)
  return {
    subject: { zh: '信访事项答复送达', en: 'Your matter has been answered' },
    text: {
      zh: `您的信访事项${of.zh}已作出答复，现予送达。可凭查询码或账号查阅全文。`,
      en: `Your matter${of.en} has been answered. Your query code or your account shows the answer.`,
    },
  }
}

export function evaluationNote({ number }: Pick<Complaint, 'number'>): Note {
  const of = numbered(number)
  return {
    subject: { zh: '满意度评价', en: 'How satisfied are you?' },
    text: {
      zh: `请对您的信访事项${of.zh}的办理作出评价：分别评价信访部门和办理单位，满意、基本满意或不满意。不评价不影响您的任何权利。`,
      en: `Please say how your matter${of.en} was handled, by the petition office and by the handling body: satisfied, basically satisfied or not satisfied. You lose no right if you do not.`,
    },
  }
}

/** The number of a matter in a sentence. */
export const numbered = (number: string | null): Text =>
  number === null ? { zh: '', en: '' } : { zh: `（${number}）`, en: ` (${number})` }
