import letters from '../../examples/huaian/data/letters.json' with { type: 'json' }
import { seededRandom } from './measure.js'

/** What is written to a petition office: the letters of the Huai'an example, longer and each with words of its own. */
export interface TextSource {
  /** A letter; one in six is English. */
  letter(): string
  /** The same letter as somebody else hands it in: some of its words are others, and some sentences. */
  edited(letter: string): string
}

/** The same letters in every run. Words follow Zipf's law, as those of people do. */
export function createTextSource(seed: number): TextSource {
  const random = seededRandom(seed)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const oneOf = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One
  const times = <One>(count: number, make: () => One): One[] => Array.from({ length: count }, make)

  /** The n-th of as many has a share of one in n and a bit. */
  const zipf = (count: number, bit: number) => {
    const sums: number[] = []
    let sum = 0
    for (let rank = 0; rank < count; rank++) {
      sum += 1 / (rank + bit)
      sums.push(sum)
    }
    return () => {
      const at = random() * sum
      let [low, high] = [0, count - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((sums[middle] as number) < at) low = middle + 1
        else high = middle
      }
      return low
    }
  }

  const characters = shuffled(
    Array.from({ length: 2500 }, (_, n) => String.fromCharCode(0x4e00 + n * 8)),
    random,
  )
  const character = zipf(characters.length, 20)
  const chinese = times(6000, () =>
    times(oneOf([1, 2, 2, 2, 2, 2, 2, 3, 4]), () => characters[character()] as string).join(''),
  )
  const syllables = times(
    160,
    () =>
      oneOf('bcdfghklmnprstvw'.split('')) +
      oneOf('aeiou'.split('')) +
      oneOf(['', '', 'n', 'r', 's', 't', 'l']),
  )
  const english = [
    ...functionWords,
    ...times(7000, () => times(oneOf([1, 2, 2, 3]), () => oneOf(syllables)).join('')),
  ]
  const words = {
    zh: { pick: zipf(chinese.length, 3), list: chinese },
    en: { pick: zipf(english.length, 3), list: english },
  }
  const word = (language: Language) => words[language].list[words[language].pick()] as string
  const places = times(400, () => ({
    zh: `${times(2, () => oneOf(characters)).join('')}${oneOf(['镇', '街道', '乡', '小区', '路'])}`,
    en: `${oneOf(english)} ${oneOf(['Town', 'Street', 'Village', 'Estate', 'Road'])}`,
  }))

  const sentence = (language: Language): string =>
    language === 'zh'
      ? `${times(whole(3, 7), () => word('zh')).join('')}，${times(whole(3, 8), () => word('zh')).join('')}。`
      : `${times(whole(7, 16), () => word('en')).join(' ')}. `

  const fill = (template: string, language: Language): string => {
    const details = {
      place: oneOf(places)[language],
      month: language === 'zh' ? `${whole(1, 12)}月` : oneOf(months),
      n: String(whole(2, 30)),
      days: String(whole(5, 90)),
      sum: String(whole(4, 180) * 500),
    }
    return Object.entries(details).reduce(
      (text, [name, value]) => text.replaceAll(`{${name}}`, value),
      template,
    )
  }

  return {
    letter() {
      const language = random() < 5 / 6 ? 'zh' : 'en'
      const { title, text } = oneOf(templates)[language]
      const body = times(Math.round(2 + random() * random() * 20), () => sentence(language)).join('')
      const end = random() < 0.5 ? oneOf(endings[language]) : ''
      return `${title}\n${fill(text, language)}${body}${end}`
    },

    edited(letter) {
      const language: Language = /[㐀-鿿]/.test(letter) ? 'zh' : 'en'
      // From a copy to a retelling.
      const share = random() < 0.15 ? 0 : random() * random() * 0.25
      const parts = letter.split(language === 'zh' ? '' : ' ')
      const other = () => (language === 'zh' ? (characters[character()] as string) : word('en'))
      const changed = parts.flatMap((part) => {
        if (random() >= share) return [part]
        const act = random()
        return act < 0.5 ? [other()] : act < 0.75 ? [] : [part, other()]
      })
      let text = changed.join(language === 'zh' ? '' : ' ')
      if (random() < 0.3) text += sentence(language)
      if (random() < 0.3) text = text.replaceAll('，', ', ').replaceAll('。', ' . ').toUpperCase()
      return text
    },
  }
}

type Language = 'zh' | 'en'

const templates = [...Object.values(letters.appeals), ...letters.suggestions]
const months = ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'December']
const endings = {
  zh: [
    '恳请有关部门尽快调查处理，给群众一个答复。',
    '请求领导重视，依法依规解决我的诉求。',
    '多次反映无果，希望上级部门督促落实。',
    '特此反映，望予以解决为盼。',
  ],
  en: [
    'I ask the competent department to look into this and to answer me.',
    'We have told the office several times and nothing was done.',
    'Please see to it that this is settled according to the law.',
  ],
}
const functionWords =
  'the of and to in a is that for it was on are as with they be at this have from or had by not but what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more write go see number no way could people my than first water been call who its now find long down day did get come made may part'.split(
    ' ',
  )

function shuffled<One>(list: One[], random: () => number): One[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other] as One, list[at] as One]
  }
  return list
}
