import * as z from 'zod'
import { id, line } from '../../matter/words.js'
import { minutesOf, type OpeningHours } from '../local-time.js'
import type { HelpOffered, ReceptionWindow } from './state.js'

/** What everybody may know of a centre. It is published as it is written here. */
export interface DescribeCentre {
  readonly name?: string | undefined
  readonly nameEn?: string | undefined
  readonly address?: string | undefined
  readonly directions?: string | undefined
  readonly phone?: string | undefined
  readonly online?: string | undefined
  readonly howToQuery?: string | undefined
  readonly procedure?: string | undefined
  /** Default when it opens: the working hours of the calendar of the rules. */
  readonly hours?: OpeningHours | undefined
  readonly languages?: readonly string[] | undefined
  readonly help?: readonly HelpOffered[] | undefined
}

export interface OpenCentre extends DescribeCentre {
  /** The unit that runs it: a petition office, or what stands for one. */
  readonly unit: string
  readonly name: string
  readonly address: string
  /** At least one. Whoever names none is sent to the first. */
  readonly windows: readonly ReceptionWindow[]
}

export interface CloseWindow {
  readonly window: string
}

export interface CloseCentre {
  /** Where people turn now. */
  readonly continuesAt: string
}

/** Every command of a centre. */
export interface CentreCommands {
  /**
   * Opens a centre (2022 Art. 18 ¶3: joint reception at city and county level).
   * @throws CENTRE_OF_OTHERS, UNIT_UNKNOWN
   */
  open: OpenCentre
  /** Changes what everybody may know of it. */
  change: DescribeCentre
  /** Opens a window, or gives one another name, unit, services or number of appointments; days already planned keep theirs. */
  setWindow: ReceptionWindow
  /** Closes a window; days already planned keep it. @throws WINDOW_UNKNOWN, WINDOW_LAST */
  closeWindow: CloseWindow
  /** Closes the centre for good. */
  close: CloseCentre
}

/** A word that people read on a sign. Its characters are those of a name in a query. */
export const windowWord = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u)

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const hours = z
  .strictObject({ from: time, until: time })
  .refine(({ from, until }) => minutesOf(from) < minutesOf(until), {
    path: ['until'],
    message: 'before from',
  })
const openingHours = z
  .strictObject({ morning: hours.optional(), afternoon: hours.optional() })
  .refine(({ morning, afternoon }) => (morning ?? afternoon) !== undefined, { message: 'open at no time' })
  .refine(
    ({ morning, afternoon }) =>
      morning === undefined ||
      afternoon === undefined ||
      minutesOf(morning.until) <= minutesOf(afternoon.from),
    { path: ['afternoon'], message: 'it begins before the morning ends' },
  )

const window = z.strictObject({
  window: windowWord,
  name: line,
  unit: id,
  services: z.array(line).max(50).readonly(),
  appointments: z.int().min(0).max(500),
})

const facts = {
  name: line.optional(),
  nameEn: line.optional(),
  address: line.optional(),
  directions: line.optional(),
  phone: line.optional(),
  online: line.optional(),
  howToQuery: line.optional(),
  procedure: line.optional(),
  hours: openingHours.optional(),
  languages: z.array(id).max(50).readonly().optional(),
  help: z
    .array(
      z.enum([
        'signLanguage',
        'wheelchair',
        'interpreter',
        'scribe',
        'largePrint',
        'hearingLoop',
        'childCare',
        'firstAid',
      ]),
    )
    .max(20)
    .readonly()
    .optional(),
}

export const centreInputs = {
  open: z.strictObject({
    ...facts,
    unit: id,
    name: line,
    address: line,
    windows: z
      .array(window)
      .min(1)
      .max(100)
      .refine((all) => new Set(all.map((one) => one.window)).size === all.length, {
        message: 'two windows have one name',
      })
      .readonly(),
  }),
  change: z.strictObject(facts),
  setWindow: window,
  closeWindow: z.strictObject({ window: windowWord }),
  close: z.strictObject({ continuesAt: line }),
}
