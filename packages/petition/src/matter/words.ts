import * as z from 'zod'

// Bounds of what may come in. They keep a hostile input small; a real letter of 20,000 characters is rare.
export const id = z.string().trim().min(1).max(128)
export const line = z.string().trim().min(1).max(300)
export const text = z.string().trim().min(1).max(20_000)
export const date = z.iso.date()
export const proof = z.string().trim().min(1).max(500)
