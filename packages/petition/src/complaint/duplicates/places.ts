import { canonicalText } from '../../duplicate/shingles.js'

/** Which cases name the same place. Keeps digests under a secret of this process, no place. */
export interface Places {
  add(id: string, place: string): Promise<void>
  remove(id: string): void
  /** The other cases that name the place of this one. */
  others(id: string): readonly string[]
}

const besideCharacters = /(?<=[\u2e80-\ud7ff]) | (?=[\u2e80-\ud7ff])/gu

export function createPlaces(digest: (text: string) => Promise<string>): Places {
  const secret = crypto.randomUUID()
  const placeOf = new Map<string, string>()
  const casesAt = new Map<string, Set<string>>()

  const remove = (id: string): void => {
    const place = placeOf.get(id)
    if (place === undefined) return
    placeOf.delete(id)
    const there = casesAt.get(place)
    there?.delete(id)
    if (there?.size === 0) casesAt.delete(place)
  }

  return {
    async add(id, named) {
      remove(id)
      // Spaces around characters are chance; those between numbers are not.
      const canonical = canonicalText(named).replace(besideCharacters, '')
      if (canonical === '') return
      const place = await digest(`${secret} ${canonical}`)
      placeOf.set(id, place)
      const there = casesAt.get(place)
      if (there === undefined) casesAt.set(place, new Set([id]))
      else there.add(id)
    },
    remove,
    others(id) {
      const place = placeOf.get(id)
      return place === undefined ? [] : [...(casesAt.get(place) ?? [])].filter((one) => one !== id)
    },
  }
}
