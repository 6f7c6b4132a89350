import type { FoundTrigger, SupervisionFinding } from '@redress/petition'
import { officeDay } from '../calendar.js'
import { host } from '../city.js'
import { newCourse, type Today } from '../course.js'
import { listed, urged } from '../plots/supervision.js'
import type { Room } from '../rooms.js'
import { officerOf } from '../staff.js'
import { city } from '../units.js'

/** On the first working day from the fifth of each month on the petition office of the city looks through everything. */
export const sweep: Room = async (today) => {
  const { city: place, day, notes } = today
  if (day !== officeDay(`${day.slice(0, 7)}-05`)) return
  const { supervision } = place.platform.petition
  const { findings, told, failed } = await supervision.sweep(host)
  if (failed.length > 0) throw failed[0]?.error
  const levels: Record<string, number> = {}
  for (const { level } of told) levels[level] = (levels[level] ?? 0) + 1
  notes.sweeps.push({ month: day.slice(0, 7), findings, told: levels })
  await takeUp(today)
}

/** Of what was found and is not supervised yet, the office takes up the two oldest; every second time one is put on the list. */
async function takeUp({ city: { platform }, day, begin, notes }: Today): Promise<void> {
  const { supervision } = platform.petition
  const office = await officerOf(platform, `${city}/petition`, 'petitionOfficer')
  const triggers: readonly FoundTrigger[] = ['late', 'notReported', 'procedure']
  const { findings } = await supervision.findings({ triggers, limit: 200 }, office)
  const since = ({ fact }: SupervisionFinding) => (fact.found === 'lateDuty' ? fact.dueOn : day)
  const unsupervised = findings.filter(
    ({ matters, unit, case: of }) =>
      matters.length === 0 && unit !== office.unit && of.kind === 'petition.complaint',
  )
  const oldest = unsupervised.sort((a, b) => (since(a) < since(b) ? -1 : 1)).slice(0, 2)
  for (const [n, { case: of, unit, trigger }] of oldest.entries()) {
    const serial = notes.sweeps.length * 10 + n
    const number = `督〔${day.slice(0, 4)}〕${serial}号`
    const input = { case: of.id, unit, grounds: [trigger], text: '发现逾期，请说明。', number }
    const { id } = await supervision.matters.open(input, office)
    const plot = n === 1 && notes.sweeps.length % 2 === 0 ? listed : urged
    begin(newCourse(plot, 9000 + serial, { id, elder: of.id }))
  }
}
