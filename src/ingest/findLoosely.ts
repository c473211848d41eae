/** Finds words that differ only in apostrophes, quotation marks, dashes, spaces or case, and gives them as the text has them. */
export function findLoosely(text: string, words: string): string | undefined {
  const [loose, from, to] = loosen(text)
  const [wanted] = loosen(words)
  const at = wanted.trim() ? loose.indexOf(wanted.trim()) : -1
  return at < 0 ? undefined : text.slice(from[at], to[at + wanted.trim().length - 1])
}

/** The text with lookalikes made alike, and where in it each character came from. */
function loosen(text: string): [string, number[], number[]] {
  const from: number[] = []
  const to: number[] = []
  let loose = ''
  for (const [character] of text.matchAll(/\s+|./gsu)) {
    const at = to.at(-1) ?? 0
    for (const unit of loosenOne(character)) {
      loose += unit
      from.push(at)
      to.push(at + character.length)
    }
  }
  return [loose, from, to]
}

function loosenOne(character: string): string {
  if (/^\s/.test(character)) return ' '
  if (/[‘’‛ʼ′]/.test(character)) return "'"
  if (/[“”«»„]/.test(character)) return '"'
  return /[‐‑–—−]/.test(character) ? '-' : character.toLowerCase()[0]!
}
