import type { Text } from '@redress/petition'
import departmentData from '../../data/departments.json' with { type: 'json' }

/** What the matters of the city's list are called. */
export const matterWords: Readonly<Record<string, Text>> = Object.fromEntries(
  departmentData.matters.map(({ id, name, en }) => [id, { zh: name, en }]),
)

/** In both languages. */
export function matterName(id: string): string {
  const { zh = id, en = '' } = matterWords[id] ?? {}
  return `${zh} ${en}`.trim()
}
