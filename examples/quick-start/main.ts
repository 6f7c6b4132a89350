import { createPlatform, memoryStore } from '@redress/core'
import { petition } from '@redress/petition'

const platform = createPlatform({ store: memoryStore(), plugins: [petition()] })
const { complaint, inquiry } = platform.petition
const setup = { kind: 'system', id: 'setup' } as const
const district = { id: 'huaian/qinghe', name: '清河区', level: 'county', type: 'government' }
const office = { id: 'huaian/qinghe/petition', name: '清河区信访局', level: 'county', type: 'petitionOffice' }
await platform.organizations.open([district, { ...office, parent: district.id }], setup)
await platform.organizations.appoint({ unit: office.id, person: 'p-7', roles: ['petitionOfficer'] }, setup)
const officer = await platform.organizations.actor('p-7', office.id)
const citizen = { kind: 'resident', id: 'r-1' } as const

platform.events.on('petition.complaint-registered', ({ data }) => console.log('registered as', data.number))

const petitioners = [{ id: 'r-1', name: '张某某', phone: '13800000000' }]
const matter = {
  channel: 'online',
  title: '夜间施工噪声',
  text: '工地每晚施工到两点。',
  petitioners,
} as const
const filed = await complaint.file({ ...matter, unit: office.id }, citizen)
await complaint.register(filed.id, { matter: 'noise' }, officer)

const { statusText, next } = await inquiry.track(filed.receipt.queryCode)
console.log(`${statusText.en}. ${next[0]?.text.en} by ${next[0]?.by} (${next[0]?.source}).`)
const { items } = await platform.cases.find({ unit: district.id, open: true }, officer)
console.log('open in the district:', items.map((item) => item.title).join(', '))

// Names, numbers and texts are sealed. Each reading needs a purpose, is masked, and stands in the access log.
const { persons, texts } = await platform.personal.read(filed.id, { purpose: 'handling' }, officer)
console.log(persons[0]?.fields.name, persons[0]?.fields.phone, 'writes:', texts[0]?.fields.text)
const log = await platform.personal.accesses(filed.id, officer)
console.log('read for:', log.map((one) => one.purpose).join(', '))
