/** A stretch of a text, in code points, its end not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a text has these words; spaces, apostrophes, quotation marks and capitals may differ. */
export function findQuote(characters: readonly string[], quote: string, within?: Span): Span | undefined {
  const { letters, places } = plain(characters.slice(within?.start, within?.end))
  const sought = plain(Array.from(quote)).letters
  const at = sought === '' ? -1 : letters.indexOf(sought)
  if (at < 0) return within ? findQuote(characters, quote) : undefined
  const offset = within?.start ?? 0
  return { start: offset + places[at]!, end: offset + places[at + sought.length - 1]! + 1 }
}

/** A text reduced to what counts, and for each of its letters the place it comes from. */
function plain(characters: readonly string[]): { letters: string; places: number[] } {
  const places: number[] = []
  let letters = ''
  characters.forEach((character, place) => {
    for (const unit of character
      .toLowerCase()
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]/gu, '')) {
      letters += unit
      // A letter outside the first plane counts as two in a string.
      for (let half = 0; half < unit.length; half += 1) places.push(place)
    }
  })
  return { letters, places }
}
