import type { Proposal } from '@redress/petition'
import { type HuaianPlatform, host } from '../city.js'
import { allCases } from '../survey.js'

const types = {
  improveWork: '改进工作 better work',
  improvePolicy: '完善政策 better policy',
  pursueResponsibility: '追究责任 responsibility',
} as const

const uptakes = {
  adopted: '采纳 adopted',
  partly: '部分采纳 in part',
  notAdopted: '未采纳 not adopted',
} as const

/** 三项建议: the three proposals with their uptake. Whose responsibility one pursues is told to nobody here. */
export async function proposals(platform: HuaianPlatform): Promise<string[]> {
  const { proposals: api } = platform.petition.supervision
  const items = await allCases(platform, { kind: 'petition.proposal', sort: 'opened' })
  const states = await Promise.all(items.map(async ({ id }) => (await api.get(id, host)).state))
  const directory = await platform.organizations.current()
  const line = ({ type, unit, proposedOn, answers, reminders, realisedOn }: Proposal): string => {
    const answer = answers.at(-1)
    const to = type === 'pursueResponsibility' ? '' : `, to ${directory.get(unit).name}`
    const uptake = answer === undefined ? '未反馈 no answer yet' : `${uptakes[answer.uptake]} ${answer.on}`
    const more = [
      ...(reminders.length > 0 ? [`催告 reminded ${reminders.length}`] : []),
      ...(realisedOn === null ? [] : [`确认落实 confirmed ${realisedOn}`]),
    ]
    return `    ${proposedOn} ${types[type]}${to}: ${[uptake, ...more].join(' · ')}`
  }
  return ['', '  三项建议 The three proposals, and their uptake in writing (Art. 40):', ...states.map(line)]
}
