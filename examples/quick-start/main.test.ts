import { expect, it, vi } from 'vitest'

it('registers a complaint and tells what comes next, by when and why', async () => {
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void printed.push(words.join(' ')))
  await import('./main.js')
  expect(printed[0]).toMatch(/^registered as XF\d{8}-/)
  expect(printed[1]).toMatch(
    /^Registered, being sorted\. .* by \d{4}-\d\d-\d\d \(信访工作条例 2022 Art\. 22\)\.$/,
  )
  expect(printed.slice(2)).toEqual([
    'open in the district: 信访事项 · petition',
    '张** 138****0000 writes: 工地每晚施工到两点。',
    'read for: ownMatter, handling',
  ])
})
