import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendars/china.js'
import { compileCalendar } from './calendar.js'
import { china, extension, newYork, rules, runOf } from './clock.fixture.js'
import { dueOf } from './due.js'
import { explainDue, formatExplanation } from './explain.js'
import type { ClockRun } from './run.js'

const explain = (run: ClockRun, calendar = china) => explainDue(run, rules, calendar)
const write = (run: ClockRun, language: 'en' | 'zh' = 'en', calendar = china) =>
  formatExplanation(explain(run, calendar), language)

describe('an explanation of calendar days', () => {
  it('says each step with its source, and each day', () => {
    const run = runOf('handle', '2024-08-02')
    expect(explain(run)).toMatchObject({
      clock: 'handle',
      unit: 'naturalDay',
      rules: 'test-2022',
      due: dueOf(run, rules, china),
    })
    expect(explain(run).steps.map(({ kind }) => kind)).toEqual([
      'start',
      'count',
      'nominal',
      'rollForward',
      'end',
    ])
    expect(explain(run).days.slice(58, 62)).toEqual([
      { date: '2024-09-29', counted: 58 },
      { date: '2024-09-30', counted: 59 },
      { date: '2024-10-01', counted: 60 },
      { date: '2024-10-02', counted: null, note: 'holiday' },
    ])
    expect(write(run)).toMatchInlineSnapshot(`
      "handle, 60 calendar days (test-2022)
      1. Starts on 2024-08-02; that day is not counted. [Civil Code Art. 201, 203]
      2. The limit is 60 calendar days. [Art. 1]
      3. The count is complete on 2024-10-01. [Art. 1]
      4. 2024-10-01 is a day of rest, so the limit ends on the first working day after it: 2024-10-08. [Civil Code Art. 201, 203]
      5. Ends on 2024-10-08 at 24:00. [Civil Code Art. 201, 203]
      Day by day:
        2024-08-02  start, not counted
        2024-08-03 – 2024-10-01  days 1–60
        2024-10-02 – 2024-10-07  holiday
        2024-10-08  first working day after"
    `)
    expect(write(run, 'zh')).toMatchInlineSnapshot(`
      "handle, 60个自然日 (test-2022)
      1. 自2024-08-02起算，当日不计入。 [Civil Code Art. 201, 203]
      2. 期限为60个自然日。 [Art. 1]
      3. 期限计至2024-10-01。 [Art. 1]
      4. 2024-10-01为休息日，顺延至其后第一个工作日：2024-10-08。 [Civil Code Art. 201, 203]
      5. 2024-10-08 24:00届满。 [Civil Code Art. 201, 203]
      逐日计算：
        2024-08-02  起算日，不计入
        2024-08-03 – 2024-10-01  第1–60日
        2024-10-02 – 2024-10-07  节假日
        2024-10-08  顺延后的工作日"
    `)
  })

  it('shows extensions and pauses, and pauses that change nothing', () => {
    const pauses = [
      { from: '2024-04-09T16:00:00Z', to: '2024-04-17', ground: 'hearing' },
      { from: '2024-04-20', to: '2024-04-22', ground: 'leave' },
    ]
    const run = runOf('review', '2024-04-01', { pauses, extensions: [extension(1)] })
    expect(write(run)).toMatchInlineSnapshot(`
      "review, 30 calendar days (test-2022)
      1. Starts on 2024-04-01; that day is not counted. [Civil Code Art. 201, 203]
      2. The limit is 30 calendar days. [Art. 1]
      3. Extended by 1 calendar day: complex. [Art. 1]
      4. Paused on 2024-04-10, resumed on 2024-04-17 (hearing): 7 calendar days not counted. [Art. 1]
      5. Paused on 2024-04-20, resumed on 2024-04-22 (leave): this does not stop the limit. [Art. 1]
      6. The count is complete on 2024-05-09. [Art. 1]
      7. Ends on 2024-05-09 at 24:00. [Civil Code Art. 201, 203]
      Day by day:
        2024-04-01  start, not counted
        2024-04-02 – 2024-04-09  days 1–8
        2024-04-10 – 2024-04-16  paused
        2024-04-17 – 2024-05-09  days 9–31"
    `)
    expect(write(run, 'zh')).toMatchInlineSnapshot(`
      "review, 30个自然日 (test-2022)
      1. 自2024-04-01起算，当日不计入。 [Civil Code Art. 201, 203]
      2. 期限为30个自然日。 [Art. 1]
      3. 延长1个自然日：complex。 [Art. 1]
      4. 2024-04-10中止，2024-04-17恢复计算（hearing）：扣除7个自然日。 [Art. 1]
      5. 2024-04-20中止，2024-04-22恢复计算（leave）：不影响本期限。 [Art. 1]
      6. 期限计至2024-05-09。 [Art. 1]
      7. 2024-05-09 24:00届满。 [Civil Code Art. 201, 203]
      逐日计算：
        2024-04-01  起算日，不计入
        2024-04-02 – 2024-04-09  第1–8日
        2024-04-10 – 2024-04-16  中止
        2024-04-17 – 2024-05-09  第9–31日"
    `)
  })

  it('says that the clock stands still', () => {
    const run = runOf('review', '2024-04-01', { pauses: [{ from: '2024-04-10', ground: 'hearing' }] })
    expect(explain(run).due).toBe(undefined)
    expect(write(run)).toMatchInlineSnapshot(`
      "review, 30 calendar days (test-2022)
      1. Starts on 2024-04-01; that day is not counted. [Civil Code Art. 201, 203]
      2. The limit is 30 calendar days. [Art. 1]
      3. Paused since 2024-04-10 (hearing): the limit stands still while it lasts. [Art. 1]
      The clock stands still: it has no end now.
      Day by day:
        2024-04-01  start, not counted
        2024-04-02 – 2024-04-09  days 1–8
        2024-04-10  paused"
    `)
    expect(write(run, 'zh')).toContain('期限中止计算')
  })

  it('says which holidays are missing', () => {
    const calendar = compileCalendar({
      ...chinaCalendar,
      years: { 2022: { holidays: '1231', workdays: '' } },
    })
    expect(write(runOf('sort', '2022-12-16'), 'en', calendar)).toMatchInlineSnapshot(`
      "sort, 15 calendar days (test-2022)
      1. Starts on 2022-12-16; that day is not counted. [Civil Code Art. 201, 203]
      2. The limit is 15 calendar days. [Art. 1]
      3. The count is complete on 2022-12-31. [Art. 1]
      4. 2022-12-31 is a day of rest, so the limit does not end before 2023-01-01. [Civil Code Art. 201, 203]
      5. The holidays of 2023 are not announced yet: the end may move to a later day. [Notices of the General Office of the State Council on the arrangement of public holidays]
      6. Ends on 2023-01-01 at 24:00. [Civil Code Art. 201, 203]
      Day by day:
        2022-12-16  start, not counted
        2022-12-17 – 2022-12-31  days 1–15
        2023-01-01  holidays not announced yet"
    `)
    expect(write(runOf('sort', '2022-12-16'), 'zh', calendar)).toContain('2023年节假日安排尚未公布')
  })

  it('says that an order fixed the day, with or without a limit in the rules', () => {
    expect(write(runOf('report', '2024-08-02', { until: '2024-08-10' }))).toMatchInlineSnapshot(`
      "report (test-2022)
      1. Starts on 2024-08-02; that day is not counted. [Civil Code Art. 201, 203]
      2. An order fixes 2024-08-10 as the last day. [Test regulation 2022]
      3. Ends on 2024-08-10 at 24:00. [Civil Code Art. 201, 203]
      Day by day:
        2024-08-02  start, not counted
        2024-08-03 – 2024-08-10  days 1–8"
    `)
    expect(explain(runOf('report', '2024-08-02', { until: '2024-08-10' }))).not.toHaveProperty('limit')
  })

  it('does not list the days of decades', () => {
    const far = explain(runOf('handle', '2024-08-02', { until: '9999-12-31' }))
    expect(far.days).toEqual([])
    expect(far.due?.date).toBe('9999-12-31')
  })
})

describe('an explanation of working days', () => {
  it('tells weekends, holidays and make-up workdays apart', () => {
    expect(write(runOf('object', '2024-09-12'))).toMatchInlineSnapshot(`
      "object, 5 working days (test-2022)
      1. Starts on 2024-09-12; that day is not counted. [Civil Code Art. 201, 203]
      2. The limit is 5 working days. [Art. 1]
      3. The count is complete on 2024-09-20. [Art. 1]
      4. Ends on 2024-09-20 at 24:00. [Civil Code Art. 201, 203]
      Day by day:
        2024-09-12  start, not counted
        2024-09-13  day 1
        2024-09-14  day 2, make-up workday
        2024-09-15 – 2024-09-17  holiday
        2024-09-18 – 2024-09-20  days 3–5"
    `)
    expect(write(runOf('object', '2024-09-12'), 'zh')).toMatchInlineSnapshot(`
      "object, 5个工作日 (test-2022)
      1. 自2024-09-12起算，当日不计入。 [Civil Code Art. 201, 203]
      2. 期限为5个工作日。 [Art. 1]
      3. 期限计至2024-09-20。 [Art. 1]
      4. 2024-09-20 24:00届满。 [Civil Code Art. 201, 203]
      逐日计算：
        2024-09-12  起算日，不计入
        2024-09-13  第1日
        2024-09-14  第2日，调休上班
        2024-09-15 – 2024-09-17  节假日
        2024-09-18 – 2024-09-20  第3–5日"
    `)
  })
})

describe('an explanation of hours', () => {
  it('lists the working time that was used', () => {
    expect(write(runOf('clean', '2024-03-08T16:00:00+08:00'))).toMatchInlineSnapshot(`
      "clean, 5 working hours (test-2022)
      1. Starts at 2024-03-08 16:00. [Civil Code Art. 201, 203]
      2. The limit is 5 working hours. [Art. 1]
      3. Ends on 2024-03-11 at 11:00. [Art. 1]
      Day by day:
        2024-03-08  16:00–18:00  120 min
        2024-03-11  08:00–11:00  180 min"
    `)
    expect(explain(runOf('clean', '2024-03-08')).spans).toEqual([
      { date: '2024-03-08', from: '08:00', to: '12:00', minutes: 240 },
      { date: '2024-03-08', from: '14:00', to: '15:00', minutes: 60 },
    ])
  })

  it('leaves the rain out and runs over midnight', () => {
    const pauses = [{ from: '2024-03-08T23:30:00+08:00', to: '2024-03-09T00:15:00+08:00', ground: 'rain' }]
    expect(write(runOf('rescue', '2024-03-08T22:30:00+08:00', { pauses }))).toMatchInlineSnapshot(`
      "rescue, 2 hours (test-2022)
      1. Starts at 2024-03-08 22:30. [Civil Code Art. 201, 203]
      2. The limit is 2 hours. [Art. 1]
      3. Paused on 2024-03-08 23:30, resumed on 2024-03-09 00:15 (rain): 0.75 hours not counted. [Art. 1]
      4. Ends on 2024-03-09 at 01:15. [Art. 1]
      Day by day:
        2024-03-08  22:30–23:30  60 min
        2024-03-09  00:15–01:15  60 min"
    `)
    expect(explain(runOf('rescue', '2024-03-08T22:00:00+08:00')).steps.at(-1)?.text.en).toBe(
      'Ends on 2024-03-08 at 24:00.',
    )
  })

  it('shows the local clock on the day when it changes', () => {
    expect(explain(runOf('rescue', '2024-03-10T01:30:00-05:00'), newYork).spans).toEqual([
      { date: '2024-03-10', from: '01:30', to: '04:30', minutes: 120 },
    ])
  })
})

describe('what cannot be explained', () => {
  it('fails as dueOf fails', () => {
    expect(() => explain(runOf('tea', '2024-01-01'))).toThrow(
      expect.objectContaining({ code: 'LIMIT_UNKNOWN' }),
    )
    expect(() => explain(runOf('object', '2031-01-01'))).toThrow(
      expect.objectContaining({ code: 'CALENDAR_NOT_COVERED' }),
    )
    expect(() => explain(runOf('handle', '9999-12-01'))).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    )
    expect(() => explain(runOf('rescue', '9999-12-31T23:00:00+08:00'))).toThrow(
      expect.objectContaining({ code: 'DATE_INVALID' }),
    )
  })
})
