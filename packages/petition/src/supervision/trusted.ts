import * as z from 'zod'

/** A part of a command that the plugin itself has made: the API builds it, and no caller reaches past the API. */
export const trusted = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null)
