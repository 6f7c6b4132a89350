import { describe, expect, it } from 'vitest'
import { citizen, host, refusal, staff, why } from '../complaint/county.fixture.js'
import { formChannel } from './channels/form.js'
import { file, form, mail, town } from './town.fixture.js'

const nobody = { kind: 'anonymous' } as const
const gateway = { kind: 'system', id: 'mail-gateway' } as const

describe('a message', () => {
  it('is filed, and its sender gets a receipt: code, time, what comes next by when and by which article', async () => {
    const { centre, inquiry, complaint } = await town()
    const receipt = await centre.submit('web', form, citizen)
    expect(receipt).toMatchObject({
      about: 'complaint',
      number: undefined,
      at: '2024-08-01T01:00:00.000Z',
      receivedOn: '2024-08-01',
      unit: { id: 'county-petition' },
      next: [{ by: '2024-08-16', source: '信访工作条例 2022 Art. 22' }],
      query: { source: '信访工作条例 2022 Art. 21 ¶2' },
      remarks: [],
      leftOut: [],
    })
    const matter = await inquiry.track(receipt.queryCode ?? '')
    expect(matter).toMatchObject({ id: receipt.id, title: '我家楼上水管漏水三个月，请求尽快维修。' })
    // The account of who files is the petitioner's, without their having to say so.
    expect((await complaint.get(receipt.id, citizen)).state.petitionerIds).toEqual(['r1'])
  })

  it.each([
    ['complaint', 'petition.complaint'],
    ['suggestion', 'petition.suggestion'],
    ['accusation', 'petition.accusation'],
  ] as const)('goes where the person chose: %s', async (about, kind) => {
    const { centre, platform, inquiry } = await town()
    const receipt = await centre.submit('web', { ...form, about, unit: 'city-petition' }, citizen)
    const { items } = await platform.cases.find({ kind, limit: 5 }, host)
    expect(items.map((one) => one.id)).toEqual([receipt.id])
    expect(receipt.next.length).toBeGreaterThan(0)
    expect((await inquiry.track(receipt.queryCode ?? '')).id).toBe(receipt.id)
  })

  it('delivered twice is filed once, also by two gateways at once, and the sender gets the same receipt', async () => {
    const { centre, platform } = await town()
    const sent = { ...mail, attachments: [file('图.pdf')] }
    const [first, second] = await Promise.all([
      centre.submit('email', sent, gateway),
      centre.submit('email', sent, gateway),
    ])
    const third = await centre.submit('email', sent, gateway)
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect((await platform.cases.find({ kind: 'petition.complaint', limit: 5 }, host)).items).toHaveLength(1)
    expect(await centre.attachments.list(first.id, host)).toHaveLength(1)
  })

  it('with the id of another and other words is another: a false id swallows nothing', async () => {
    const { centre } = await town()
    const first = await centre.submit('email', mail, gateway)
    const other = await centre.submit('email', { ...mail, text: '另一件事' }, gateway)
    expect(other.id).not.toBe(first.id)
  })

  it('with the same id and words from somebody else is a case of its own, with its files', async () => {
    const { centre } = await town()
    const sent = { ...form, messageId: 'm', attachments: [file('图.pdf')] }
    const first = await centre.submit('web', sent, citizen)
    const other = await centre.submit('web', sent, staff.desk)
    expect(other.id).not.toBe(first.id)
    for (const { id } of [first, other]) expect(await centre.attachments.list(id, host)).toHaveLength(1)
  })

  it('sent again with the key of the caller is the same, and with other words under that key a conflict', async () => {
    const { centre } = await town()
    const again = { idempotencyKey: 'form-1' }
    const first = await centre.submit('web', form, citizen, again)
    expect((await centre.submit('web', form, citizen, again)).id).toBe(first.id)
    const other = centre.submit('web', { ...form, text: '别的' }, citizen, again)
    expect(await why(other)).toEqual(['IDEMPOTENCY_KEY_REUSED'])
  })

  it('of a channel that nobody installed, or that cannot be filed, is refused with the way out', async () => {
    const { centre, platform } = await town()
    expect(await why(centre.submit('pigeon', form, citizen))).toEqual(['CHANNEL_UNKNOWN'])
    const error = await refusal(centre.submit('web', { petitioners: [] }, citizen))
    expect(error).toMatchObject({ code: 'INTAKE_INVALID', kind: 'invalid' })
    const { problems } = error.details as { problems: { field: string; text: { zh: string } }[] }
    expect(problems.map(({ field }) => field)).toEqual(['petitioners[0].name', 'text'])
    expect(problems[1]?.text.zh).toBe('请写清楚发生了什么事，您希望解决什么问题。')
    expect((await platform.cases.find({ kind: 'petition.complaint', limit: 5 }, host)).items).toEqual([])
  })

  it('never goes to whom it accuses', async () => {
    const { centre } = await town()
    const accusing = { ...form, about: 'accusation', accused: { units: ['county-petition'] } }
    expect(await why(centre.submit('web', accusing, citizen))).toEqual(['ACCUSED_RECIPIENT'])
  })

  it('with ten thousand files is filed with those that the policy lets in', async () => {
    const { centre } = await town()
    const attachments = Array.from({ length: 10_000 }, (_, n) => file(`${n}.pdf`))
    const receipt = await centre.submit('email', { ...mail, attachments }, gateway)
    expect(receipt.attachments).toHaveLength(20)
    expect(receipt.leftOut).toMatchObject([{ reason: 'tooMany', count: 9980 }])
    expect(await centre.attachments.list(receipt.id, host)).toHaveLength(20)
  })

  it('of somebody unknown gives nobody else an account in the case', async () => {
    const { centre, complaint } = await town()
    const posing = { ...form, petitioners: [{ ...form.petitioners[0], id: 'r2' }] }
    const { id } = await centre.submit('web', posing, nobody)
    expect((await complaint.get(id, host)).state.petitionerIds).toEqual([])
  })

  it.each([[null], [undefined], [7], ['system'], [{}], [{ kind: 'resident' }]])(
    'of an actor that is none is refused: %j',
    async (by) => {
      const { centre } = await town()
      expect(await why(centre.submit('web', form, by as never))).toEqual(['ACTOR_INVALID'])
    },
  )

  it.each([[null], [7], [{ origin: 7 }], [{ idempotencyKey: '' }], [{ origin: 'x'.repeat(2000) }]])(
    'with options that are none is refused: %j',
    async (options) => {
      const { centre } = await town()
      const work = centre.submit('web', form, citizen, options as never)
      if (options === null || options === 7) expect((await work).id).toBeTypeOf('string')
      else expect(await why(work)).toEqual(['INPUT_INVALID'])
    },
  )
})

describe('filing anonymously', () => {
  const nameless = { text: '夜间施工噪音', anonymous: true }

  it('tells before what it costs, and files only when that was shown', async () => {
    const { centre } = await town()
    expect(await centre.validate('web', nameless)).toMatchObject([
      { field: 'toldOfAnonymity', code: 'anonymousUntold', step: 'confirm', blocks: true },
    ])
    expect(centre.anonymousTerms.en).toContain('nobody can tell you in writing')
    expect(await why(centre.submit('web', nameless, nobody))).toEqual(['INTAKE_INVALID'])
    const receipt = await centre.submit('web', { ...nameless, toldOfAnonymity: true }, nobody)
    expect(receipt.remarks).toEqual([centre.anonymousTerms])
  })

  it('keeps no account, no contact, no origin and no name of a file, also of somebody who is signed in', async () => {
    const { centre, complaint, platform, textsOf, store } = await town({
      identity: () => {
        throw new Error('must not be asked')
      },
    })
    const told = {
      ...nameless,
      toldOfAnonymity: true,
      petitioners: [{ name: '李某某', phone: '13911112222' }],
      attachments: [file('李某某的照片.pdf')],
      identity: { card: '320800199001011234' },
    }
    const { id } = await centre.submit('web', told, citizen, { origin: '203.0.113.7' })
    const { state } = await complaint.get(id, host)
    expect(state).toMatchObject({ anonymous: true, petitioners: [], petitionerIds: [] })
    const all = JSON.stringify([
      await store.readAll(0, 10_000),
      await textsOf(id),
      await complaint.history(id, host),
      await platform.personal.accesses(id, host),
      await centre.attachments.list(id, host),
    ])
    for (const trace of ['李某某', '13911112222', '203.0.113.7', '3208001990', '"r1"'])
      expect(all).not.toContain(trace)
    expect(await centre.attachments.list(id, host)).toMatchObject([{ name: '附件1.pdf' }])
  })

  it('needs a key that nobody guesses, since those without a name share them', async () => {
    const { centre } = await town()
    const told = { ...nameless, toldOfAnonymity: true }
    expect(await why(centre.submit('web', told, nobody, { idempotencyKey: '1' }))).toEqual(['INPUT_INVALID'])
    const key = { idempotencyKey: '4f2c1a9e8b7d6c5f4e3d2c1b' }
    const first = await centre.submit('web', told, nobody, key)
    expect(await centre.submit('web', told, nobody, key)).toEqual(first)
  })
})

describe('filing for somebody who cannot', () => {
  const proxy = { name: '王某某', phone: '13700000000', relation: '邻居', reason: '行动不便', consent: true }

  it('makes the person the petitioner, gives the proxy no right, and asks the desk to make sure', async () => {
    const { centre, complaint, textsOf } = await town()
    const { id } = await centre.submit('web', { ...form, proxy }, citizen)
    expect((await complaint.get(id, host)).state).toMatchObject({ petitionerIds: [], anonymous: false })
    expect(await why(complaint.get(id, citizen))).toEqual(['READ_NOT_ALLOWED'])
    const noted = (await textsOf(id)).find((one) => one.type === 'petition.complaint-noted')
    expect(noted?.fields.text).toContain('王某某 13700000000 r1')
    expect(noted?.fields.text).toContain('请向本人核实')
  })

  it('needs the word that the person wants it', async () => {
    const { centre } = await town()
    for (const consent of [false, undefined, 'yes'])
      expect(await centre.validate('web', { ...form, proxy: { ...proxy, consent } })).toMatchObject([
        { code: 'proxyConsent' },
      ])
  })
})

describe('what is said', () => {
  const spoken = { readBack: true, confirmed: true, language: '淮安话' }

  it('is recorded by an officer, read back and confirmed', async () => {
    const { centre, complaint, textsOf } = await town()
    expect(await centre.validate('desk', { ...form, spoken: { readBack: true } })).toMatchObject([
      { code: 'spokenUnconfirmed', step: 'confirm' },
    ])
    const { id } = await centre.submit('desk', { ...form, spoken }, staff.desk)
    expect((await complaint.get(id, host)).state.channel).toBe('visit')
    expect(JSON.stringify(await textsOf(id))).toContain('本人确认无误。淮安话')
  })

  it('is no way around the limits for somebody at a screen', async () => {
    const { centre } = await town()
    const error = await refusal(centre.submit('desk', { ...form, spoken }, citizen))
    expect(error.details).toMatchObject({ problems: [{ code: 'spokenByStaff' }] })
  })
})

it.each([
  [{ channels: [formChannel(), formChannel()] }],
  [{ channels: {} }],
  [{ channels: [{ id: 'x' }] }],
  [{ identity: 'x' }],
  [{ mayFile: {} }],
  [{ attachments: {} }],
  [{ attachments: { store: { put: () => {} } } }],
  [{ publications: [] }],
])('options that are none are refused: %#', async (options) => {
  expect(await why(town(options as never))).toEqual(['OPTIONS_INVALID'])
})
