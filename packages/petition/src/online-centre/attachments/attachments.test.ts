import { describe, expect, it } from 'vitest'
import { citizen, host, neighbour, staff, why } from '../../complaint/county.fixture.js'
import { cn2022 } from '../../rules/cn-2022.js'
import { file, form, pdf, town } from '../town.fixture.js'
import { memoryAttachments } from './store.js'

const withFiles = { ...form, attachments: [file('合同.pdf'), file('照片.pdf')] }

describe('the files of a case', () => {
  it('come in with it, are listed with their digests, and are read by whoever may read it', async () => {
    const { centre, platform } = await town()
    const { id, attachments } = await centre.submit('web', withFiles, citizen)
    expect(attachments.map(({ name, type, size }) => [name, type, size])).toEqual([
      ['合同.pdf', 'application/pdf', pdf('合同.pdf').length],
      ['照片.pdf', 'application/pdf', pdf('照片.pdf').length],
    ])
    const [first] = await centre.attachments.list(id, staff.desk)
    expect(first).toMatchObject({ name: '合同.pdf', at: '2024-08-01T01:00:00.000Z' })
    const read = await centre.attachments.read(id, first?.sha256 ?? '', staff.desk)
    expect(new TextDecoder().decode(read.content)).toContain('合同.pdf')
    expect((await centre.attachments.list(id, citizen)).length).toBe(2)
    expect((await platform.personal.accesses(id, host)).map(({ by, purpose }) => [by.id, purpose])).toEqual([
      ['desk', 'handling'],
      ['desk', 'handling'],
      ['r1', 'ownMatter'],
    ])
  })

  it('are for nobody else, and a digest of another case opens nothing', async () => {
    const { centre } = await town()
    const { id, attachments } = await centre.submit('web', withFiles, citizen)
    const { sha256 = '' } = attachments[0] ?? {}
    expect(await why(centre.attachments.list(id, neighbour))).toEqual(['READ_NOT_ALLOWED'])
    expect(await why(centre.attachments.read(id, sha256, staff.water))).toEqual(['READ_NOT_ALLOWED'])
    const forged = `{"name":"x","type":"application/pdf","size":1,"sha256":"${sha256}"}`
    const other = await centre.submit('web', { ...form, text: forged }, citizen)
    expect(await centre.attachments.list(other.id, citizen)).toMatchObject([{ name: 'x' }])
    expect(await why(centre.attachments.read(other.id, sha256, citizen))).toEqual(['ATTACHMENT_NOT_FOUND'])
  })

  it('that were changed behind the back of the platform are not given out', async () => {
    const { centre, files } = await town()
    const { id, attachments } = await centre.submit('web', withFiles, citizen)
    const { sha256 = '' } = attachments[0] ?? {}
    await files.put({ case: id, sha256 }, pdf('forged'), 'application/pdf')
    expect(await why(centre.attachments.read(id, sha256, staff.desk))).toEqual(['ATTACHMENT_DAMAGED'])
    await files.delete(id)
    expect(await why(centre.attachments.read(id, sha256, staff.desk))).toEqual(['ATTACHMENT_NOT_FOUND'])
  })

  it('are added later by the petitioner or the desk, and by nobody else', async () => {
    const puts: string[] = []
    const store = memoryAttachments()
    const counting = {
      ...store,
      put: async (...args: Parameters<typeof store.put>) => {
        puts.push(args[0].case)
        await store.put(...args)
      },
    }
    const { centre } = await town({ attachments: { store: counting } })
    const { id } = await centre.submit('web', form, citizen)
    const added = await centre.attachments.add(
      'complaint',
      id,
      [file('x.pdf'), file('x.exe', pdf('2'))],
      citizen,
    )
    expect(added.stored.map(({ name }) => name)).toEqual(['x.pdf', 'x.exe.pdf'])
    expect(await why(centre.attachments.add('complaint', id, [file('y.pdf')], neighbour))).toEqual([
      'READ_NOT_ALLOWED',
    ])
    expect(await why(centre.attachments.add('complaint', id, [file('y.pdf')], staff.water))).toEqual([
      'READ_NOT_ALLOWED',
    ])
    expect(await why(centre.attachments.add('toString' as never, id, [], citizen))).toEqual([
      'TARGET_MISSING',
    ])
    expect(await why(centre.attachments.add('complaint', id, null as never, citizen))).toEqual([
      'INPUT_INVALID',
    ])
    expect(puts).toHaveLength(2)
  })

  it.each([
    ['suggestion', 'handling'],
    ['accusation', 'investigation'],
  ] as const)('come in with a matter of another kind: %s', async (about, purpose) => {
    const { centre } = await town()
    const receipt = await centre.submit('web', { ...withFiles, about, unit: 'city-petition' }, citizen)
    expect((await centre.attachments.list(receipt.id, host, purpose)).map(({ name }) => name)).toEqual([
      '合同.pdf',
      '照片.pdf',
    ])
  })
})

describe('a file that cannot be taken', () => {
  it('never keeps the matter from being filed, and the receipt says what is missing and why', async () => {
    const files = [file('病毒.pdf'), file('a.exe', new Uint8Array([0x4d, 0x5a])), file('好.pdf')]
    const asked: string[] = []
    const { centre, textsOf } = await town({
      attachments: {
        store: memoryAttachments(),
        scan: async (content, { name }) => {
          asked.push(`${name} ${content.length > 0}`)
          return name !== '病毒.pdf'
        },
      },
    })
    const receipt = await centre.submit('web', { ...form, attachments: files }, citizen)
    expect(asked).toEqual(['病毒.pdf true', '好.pdf true'])
    expect(receipt.attachments.map(({ name }) => name)).toEqual(['好.pdf'])
    expect(receipt.leftOut).toMatchObject([
      { reason: 'typeNotTaken', names: ['a.exe'], text: { zh: '不接收这种文件' } },
      { reason: 'unsafe', names: ['病毒.pdf'] },
    ])
    expect(JSON.stringify(await textsOf(receipt.id))).toContain('未接收的附件：病毒.pdf')
  })

  it('because store or scanner is down comes in when the message is delivered again', async () => {
    const store = memoryAttachments()
    let isDown = true
    const { centre } = await town({
      attachments: {
        store,
        scan: () => {
          if (isDown) throw new Error('down')
          return true
        },
      },
    })
    const sent = { ...withFiles, messageId: 'form-7' }
    const first = await centre.submit('web', sent, citizen)
    expect(first.leftOut).toMatchObject([{ reason: 'notStored', count: 2 }])
    isDown = false
    const second = await centre.submit('web', sent, citizen)
    expect(second).toMatchObject({ id: first.id, leftOut: [] })
    expect(await centre.attachments.list(first.id, citizen)).toHaveLength(2)
  })

  it('because the case is over when the message comes again is not stored, and the gateway may stop', async () => {
    const { centre, complaint, files } = await town()
    const sent = { ...withFiles, messageId: 'form-8' }
    const first = await centre.submit('web', { ...sent, attachments: [] }, citizen)
    const { id } = await centre.submit('web', sent, citizen)
    expect(id).toBe(first.id)
    await complaint.withdraw(id, { reason: 'r', freely: true }, citizen)
    const late = await centre.submit('web', { ...sent, attachments: [file('更多.pdf')] }, citizen)
    expect(late).toMatchObject({ id, attachments: [], leftOut: [{ reason: 'notStored', count: 1 }] })
    const digests = (await centre.attachments.list(id, citizen)).map(({ sha256 }) => sha256)
    expect(digests).toHaveLength(2)
    expect(await files.get({ case: id, sha256: digests[0] ?? '' })).toBeDefined()
  })

  it('because the host has no store is told before and after', async () => {
    const { centre } = await town({ attachments: undefined })
    expect(await centre.validate('web', withFiles)).toMatchObject([{ code: 'filesLeftOut', blocks: false }])
    const receipt = await centre.submit('web', withFiles, citizen)
    expect(receipt.leftOut).toMatchObject([{ reason: 'notInstalled', count: 2 }])
    expect(await why(centre.attachments.followErasure())).toEqual(['ATTACHMENTS_NOT_INSTALLED'])
    expect(await why(centre.attachments.read(receipt.id, 'x', citizen))).toEqual([
      'ATTACHMENTS_NOT_INSTALLED',
    ])
  })
})

it('the content goes when the personal data of its case is erased', async () => {
  const short = { title: 's', eraseAfter: 1, source: 'made for tests', verified: false }
  const { centre, complaint, platform, clock, files } = await town({}, [{ ...cn2022, retention: { short } }])
  const subscription = await centre.attachments.followErasure()
  const kept = await centre.submit('web', withFiles, citizen)
  const { id, attachments } = await centre.submit('web', withFiles, citizen)
  const place = { case: id, sha256: attachments[0]?.sha256 ?? '' }
  await complaint.withdraw(id, { reason: 'r', freely: true }, citizen)
  await platform.retention.assign(id, { class: 'short', from: '2024-08-01' }, host)
  expect(await files.get(place)).toBeDefined()
  clock.addDays(800)
  await platform.retention.sweep(host)
  await expect.poll(() => files.get(place), { timeout: 5000 }).toBeUndefined()
  await subscription.stop()
  expect(await files.get({ ...place, case: kept.id })).toBeDefined()
})
