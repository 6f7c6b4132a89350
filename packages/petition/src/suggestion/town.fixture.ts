import type { Actor, Store } from '@redress/core'
import { citizen, county, staff } from '../complaint/county.fixture.js'
import type { County } from '../fuzz/target.fixture.js'
import type { PetitionOptions } from '../plugin.js'
import { cn2022 } from '../rules/cn-2022.js'
import type { PetitionRules } from '../rules/policy.js'
import type { DraftCall } from './call/commands.js'
import type { FileSuggestion } from './commands/intake.js'
import type { SuggestionPolicy } from './policy.js'
import type { SuggestionOutcome } from './state.js'

export const idea: FileSuggestion = {
  channel: 'online',
  unit: 'county-petition',
  title: '在三号楼旁增设电动车充电棚',
  text: '我是三号楼张某某，电话13800000000，建议在楼旁空地增设充电棚，避免飞线充电。',
  petitioners: [{ id: 'r1', name: '张某某', phone: '13800000000', address: '幸福小区三号楼201室' }],
}

export const theme: DraftCall = {
  unit: 'county-petition',
  title: '“我为出行献一策”人民建议征集',
  text: '征集改善老旧小区出行条件的建议。',
  questions: ['哪里最不方便？', '您建议怎样改善？'],
  from: '2024-08-01',
  until: '2024-08-31',
}

export const publicText = {
  title: '增设电动车充电棚',
  text: '有居民建议在小区空地增设电动车充电棚。',
}

export const resident = (n: number): Actor => ({ kind: 'resident', id: `s${n}` })

/** The national rules with what a place may add to them: thresholds, and limits that the law leaves open. */
export function placeRules(
  thresholds: SuggestionPolicy['thresholds'],
  limits: PetitionRules['limits'] = {},
): readonly PetitionRules[] {
  return [
    {
      ...cn2022,
      limits: { ...cn2022.limits, ...limits },
      policy: { ...cn2022.policy, suggestion: { thresholds } },
    },
  ]
}

/** A county with its suggestions, and how to bring one to each point. */
export async function town(options: PetitionOptions = {}, at?: string, on?: Store) {
  return withSuggestions(await county(options, at, on))
}

export type Town = ReturnType<typeof withSuggestions>

/** The same in some county of tests. */
export function withSuggestions(made: County) {
  const { suggestion } = made.platform.petition

  const registered = async (more: Partial<FileSuggestion> = {}, by: Actor = citizen) => {
    const { id } = await suggestion.file({ ...idea, ...more }, by)
    return await suggestion.register(id, { matter: 'transport' }, staff.desk)
  }
  const screened = async (more: Partial<FileSuggestion> = {}, by: Actor = citizen) =>
    await suggestion.screen((await registered(more, by)).id, {}, staff.desk)
  const published = async (more: Partial<FileSuggestion> = {}) =>
    await suggestion.publish((await screened(more)).id, publicText, staff.desk)
  const referred = async (more: Partial<FileSuggestion> = {}) =>
    await suggestion.transfer((await screened(more)).id, { to: 'county-housing' }, staff.desk)
  const inStudy = async (more: Partial<FileSuggestion> = {}) =>
    await suggestion.study((await referred(more)).id, { officer: 'hou' }, staff.housingDesk)
  const decided = async (outcome: SuggestionOutcome = 'notAdopt', more: Partial<FileSuggestion> = {}) => {
    const { id } = await inStudy(more)
    const input = {
      outcome,
      reasons: '经研究论证',
      ...(outcome === 'adoptPartly' ? { adopted: '先建一处' } : {}),
    }
    return await suggestion.decide(id, input, staff.housing)
  }
  const replied = async (outcome: SuggestionOutcome = 'notAdopt', more: Partial<FileSuggestion> = {}) => {
    const { id } = await decided(outcome, more)
    return await suggestion.reply(id, { channel: 'phone', proof: '录音 7' }, staff.housing)
  }
  const planned = async () => {
    const { id } = await replied('adoptFully')
    return await suggestion.plan(id, { by: '2024-12-31', measures: '招标、施工' }, staff.housing)
  }
  const closed = async () => await suggestion.close((await replied()).id, {}, staff.housingHead)

  return {
    ...made,
    suggestion,
    registered,
    screened,
    published,
    referred,
    inStudy,
    decided,
    replied,
    planned,
    closed,
  }
}
