import { describe, expect, it } from 'vitest'
import { citizen, refusal, staff, why } from '../complaint/county.fixture.js'
import { cn2022 } from '../rules/cn-2022.js'
import { onlineCentre2022 } from './policy.js'
import { form, town } from './town.fixture.js'

const nobody = { kind: 'anonymous' } as const

describe('the policy', () => {
  const withPolicy = (more: Partial<typeof onlineCentre2022>) => [
    { ...cn2022, policy: { ...cn2022.policy, onlineCentre: { ...onlineCentre2022, ...more } } },
  ]
  const limits = {
    perOrigin: { attempts: 2, windowMs: 600_000 },
    perAccount: { attempts: 3, windowMs: 600_000 },
    source: 'made for tests',
  }
  const publications = (unit: string) =>
    unit === 'county' ? { phones: [{ zh: '电话 12345' }], postalAddress: [{ zh: '清河路1号' }] } : undefined

  it('limits an origin and an account, tells other ways, and never limits a desk', async () => {
    const { centre, clock } = await town({ publications }, withPolicy({ limits }))
    const from = (origin: string) => centre.submit('web', form, nobody, { origin })
    await from('a')
    await from('a')
    const error = await refusal(from('a'))
    expect(error).toMatchObject({ code: 'FILING_LIMITED', kind: 'not-allowed' })
    expect(error.details).toEqual({ otherWays: [{ zh: '清河路1号' }, { zh: '电话 12345' }] })
    await from('b')
    for (let n = 0; n < 3; n++) await centre.submit('web', form, citizen)
    expect(await why(centre.submit('web', form, citizen))).toEqual(['FILING_LIMITED'])
    for (let n = 0; n < 5; n++) await centre.submit('desk', form, staff.desk, { origin: 'a' })
    clock.set('2024-08-01T10:00:00+08:00')
    await from('a')
  })

  it('lets the host count, and asks it without the account of somebody anonymous', async () => {
    const asked: unknown[] = []
    const mayFile = (subject: unknown) => {
      asked.push(subject)
      return asked.length < 3
    }
    const { centre } = await town({ mayFile })
    await centre.submit('web', form, citizen, { origin: 'a' })
    const told = { text: 't', anonymous: true, toldOfAnonymity: true }
    await centre.submit('web', told, citizen, { origin: 'a' })
    expect(await why(centre.submit('web', form, citizen))).toEqual(['FILING_LIMITED'])
    expect(asked[0]).toEqual({ origin: 'a', account: 'r1' })
    expect(asked[1]).toEqual({ origin: 'a', account: undefined })
  })

  it('says what each proved level may file; by default everybody everything, as the law does', async () => {
    const [none, account, realName] = onlineCentre2022.identity
    if (none === undefined || account === undefined || realName === undefined) throw new Error('levels')
    const identity = [{ ...none, files: ['complaint', 'accusation'] as const }, account, realName]
    const { centre } = await town(
      { identity: (claim) => (claim === 'card' ? 'realName' : 'none') },
      withPolicy({ identity }),
    )
    const suggestion = { ...form, about: 'suggestion' }
    const error = await refusal(centre.submit('web', suggestion, citizen))
    expect(error).toMatchObject({
      code: 'IDENTITY_INSUFFICIENT',
      details: { level: 'none', enough: ['account', 'realName'] },
    })
    await centre.submit('web', form, citizen)
    await centre.submit('web', { ...suggestion, identity: 'card' }, citizen)
    await centre.submit('desk', suggestion, staff.desk)
    const odd = await town({ identity: () => 'platinum' })
    expect(await why(odd.centre.submit('web', form, citizen))).toEqual(['IDENTITY_LEVEL_UNKNOWN'])
  })

  it('names what a unit must publish and does not', async () => {
    const { centre } = await town({ publications })
    const { information, missing } = await centre.published('county')
    expect(information.phones).toEqual([{ zh: '电话 12345' }])
    expect(missing.map(({ item }) => item)).toEqual([
      'onlineChannels',
      'receptionTimes',
      'receptionPlaces',
      'howToQuery',
      'rules',
      'procedure',
    ])
    expect(missing[0]).toMatchObject({ text: { zh: '网络信访渠道' }, source: '信访工作条例 2022 Art. 18 ¶1' })
    expect(await why(centre.published('nowhere'))).toEqual(['UNIT_UNKNOWN'])
    const bad = await town({ publications: () => ({ phones: [{ zh: ' ' }, null, 7] }) as never })
    expect((await bad.centre.published('county')).missing).toHaveLength(8)
  })
})
