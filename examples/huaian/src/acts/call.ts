import { addDays } from '@redress/core'
import type { Act, Scene } from '../plot.js'
import { city } from '../units.js'

const api = ({ platform }: Scene) => platform.petition.suggestion.calls
const desk = ({ officer }: Scene) => officer('petitionOfficer', `${city}/petition`)

/** The city asks for suggestions on one theme, for six weeks. */
export const draftCall: Act = async (scene) => {
  const { id } = await api(scene).draft(
    {
      unit: `${city}/petition`,
      title: '“停车充电献良策”人民建议征集',
      text: '老旧小区停车难、电动车充电难，请您说说哪里最难、怎样改善。',
      questions: ['什么时候最难？', '您愿意参加协商吗？'],
      from: addDays(scene.today, 7),
      until: addDays(scene.today, 50),
    },
    await desk(scene),
  )
  scene.filed(id)
}

export const publishCall: Act = async (scene) => api(scene).publish(scene.id, {}, await desk(scene))

export const extendCall: Act = async (scene) => {
  const { state } = await api(scene).get(scene.id, await desk(scene))
  const input = { until: addDays(state.until, 15), reason: '来件踊跃，延长征集。' }
  return api(scene).extend(scene.id, input, await desk(scene))
}

export const closeCall: Act = async (scene) => api(scene).close(scene.id, {}, await desk(scene))

export const reportCall: Act = async (scene) =>
  api(scene).report(
    scene.id,
    { report: '征集结束后逐件研究答复：多数建议全部或者部分采纳，首批错时停车和充电棚项目已经落实。' },
    await desk(scene),
  )
