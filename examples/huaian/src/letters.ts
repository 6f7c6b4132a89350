import { addDays } from '@redress/core'
import type { AccusedParties, AnswerChannel, Channel, PersonFiling } from '@redress/petition'
import letterData from '../data/letters.json' with { type: 'json' }
import { monthOf } from './calendar.js'
import { type Dice, diceOf } from './dice.js'
import type { Casting } from './plot.js'
import { city, placeName, territoryOf, townships } from './units.js'

/** What comes in, by whatever channel. */
export interface Letter {
  readonly channel: Channel
  /** The unit that receives it. */
  readonly unit: string
  readonly area: string
  readonly matter: string
  readonly title: string
  readonly text: string
  readonly petitioners: readonly PersonFiling[]
  readonly people: number
  readonly anonymous: boolean
  readonly accused?: AccusedParties
  /** The day on which it came in, where that is not the day on which it is filed. */
  readonly receivedOn?: string
  /** How the answer shall come. */
  readonly answerBy?: AnswerChannel
}

/** Of what does not begin with a letter. */
export const noLetter: Letter = {
  channel: 'online',
  unit: '',
  area: '',
  matter: '',
  title: '',
  text: '',
  petitioners: [],
  people: 1,
  anonymous: false,
}

/** Who answers for a matter, and who heads a unit: what a letter has to know of the organisation. */
export interface Addresses {
  /** The unit itself, or the one that took it over. */
  readonly today: (unit: string) => string
  readonly responsibleFor: (matter: string, area: string) => string
  readonly headOf: (unit: string) => string
}

interface Template {
  readonly title: string
  readonly text: string
}

const appeals: Readonly<Record<string, { readonly zh: Template; readonly en: Template }>> = letterData.appeals
const laws: Readonly<Record<string, { readonly law: string }>> = letterData.appeals
const matters = Object.keys(appeals)
const channels: readonly Channel[] = [
  ...(['online', 'online', 'online', 'online', 'phone', 'phone', 'letter', 'letter'] as const),
  ...(['visit', 'visit', 'hotline', 'email', 'fax', 'superior'] as const),
]

/** Writes a letter that fits a plot. The same number gives the same letter. */
export function writeLetter(number: number, casting: Casting, on: string, addresses: Addresses): Letter {
  const dice = diceOf(number)
  const language = dice.real() < 0.85 ? 'zh' : 'en'
  const { area: places = townships } = casting
  const area = addresses.today(typeof places === 'string' ? places : dice.pick(places))
  const kind = casting.letter ?? 'appeal'
  const { matter, template } = contentOf(kind, casting, dice)
  const channel = dice.pick(casting.channels ?? channels)
  const answerBy = casting.answerBy ?? answersBy[channel]
  const people = casting.people ?? 1
  const details = detailsOf(area, on, language, dice)
  const head = kind === 'accusation' ? addresses.headOf(area) : undefined
  return {
    channel,
    unit: receiver(channel, casting, matter, area, addresses),
    area,
    matter,
    title: fill(template[language].title, details),
    text: fill(template[language].text, details),
    petitioners:
      casting.anonymous === true
        ? []
        : Array.from({ length: Math.min(people, 5) }, (_, index) =>
            person(number, index, channel, casting.account ?? dice.real() < 0.8, language, area, dice),
          ),
    people,
    anonymous: casting.anonymous ?? false,
    ...receiptOf(casting, channel, on, dice),
    ...(casting.anonymous === true && channel !== 'online' ? {} : { answerBy }),
    ...(head === undefined ? {} : { accused: { persons: [head], units: [area] } }),
  }
}

/** How people who come by a channel want the answer, if they say nothing else. */
const answersBy: Readonly<Record<Channel, AnswerChannel>> = {
  online: 'online',
  email: 'email',
  letter: 'post',
  fax: 'post',
  superior: 'post',
  phone: 'sms',
  hotline: 'sms',
  visit: 'inPerson',
}

/** A letter lies a day or two before it is opened. */
function receiptOf({ receivedOn }: Casting, channel: Channel, on: string, dice: Dice) {
  if (receivedOn !== undefined) return { receivedOn }
  const lies = channel === 'letter' || channel === 'superior'
  return lies ? { receivedOn: addDays(on, -dice.int(0, 3)) } : {}
}

/** The national or provincial act that an answer about a matter rests on. */
export const lawOf = (matter: string): string => laws[matter]?.law ?? '信访工作条例'

/** A second request for the letter of somebody who has more than one. */
export function furtherRequest(kind: 'appeal' | 'suggestion', area: string, on: string, dice: Dice) {
  const { matter, template } = contentOf(kind, {}, dice)
  const details = detailsOf(area, on, 'zh', dice)
  return { matter, title: fill(template.zh.title, details), text: fill(template.zh.text, details) }
}

function contentOf(kind: NonNullable<Casting['letter']>, casting: Casting, dice: Dice) {
  if (kind === 'accusation') {
    return { matter: 'official-misconduct', template: dice.pick(letterData.accusations) }
  }
  if (kind === 'suggestion' || kind === 'answerToCall') {
    const template = dice.pick(kind === 'suggestion' ? letterData.suggestions : letterData.answersToCall)
    return { matter: template.matter, template }
  }
  const matter = dice.pick(casting.matters ?? matters)
  const template = appeals[matter]
  if (template === undefined) throw new Error(`There is no letter about '${matter}'.`)
  return { matter, template }
}

function receiver(channel: Channel, { at }: Casting, matter: string, area: string, addresses: Addresses) {
  if (at === 'body') return addresses.responsibleFor(matter, area)
  if (at === 'city' || channel === 'superior' || area === city) return `${city}/petition`
  const [, county = ''] = area.split('/')
  return `${city}/${county}/petition`
}

function detailsOf(area: string, on: string, language: 'zh' | 'en', dice: Dice): Details {
  const days = dice.int(5, 90)
  return {
    place: placeName(territoryOf(area), language),
    month: monthOf(addDays(on, -days), language),
    n: String(dice.int(2, 30)),
    days: String(days),
    sum: String(dice.int(4, 180) * 500),
  }
}

type Details = Readonly<Record<'place' | 'month' | 'n' | 'days' | 'sum', string>>

function fill(template: string, details: Details): string {
  return Object.entries(details).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, value),
    template,
  )
}

const surnames = Array.from('张李王赵陈刘周吴徐孙马朱胡林')
const roles = ['Resident', 'Tenant', 'Parent', 'Worker', 'Farmer', 'Shopkeeper', 'Driver', 'Pensioner']

/** Nobody: a surname and 某某, or a letter and a role. */
function person(
  number: number,
  index: number,
  channel: Channel,
  account: boolean,
  language: 'zh' | 'en',
  area: string,
  dice: Dice,
): PersonFiling {
  const serial = `${String(number).padStart(4, '0')}${index}`
  const name =
    language === 'zh'
      ? `${dice.pick(surnames)}某某`
      : `${String.fromCharCode(65 + dice.int(0, 25))}. ${dice.pick(roles)}`
  return {
    ...(account || channel === 'online' ? { id: `r-${serial}` } : {}),
    name,
    // Like those on a sample form.
    phone: `138000${serial}`,
    ...(channel === 'email' ? { email: `r${serial}@mail.example` } : {}),
    address: placeName(territoryOf(area), language),
  }
}
