const ascii = /^[\0-\x7f]*$/

/** Folds what readers do not tell apart (case, accents, ligatures, apostrophes): stored search text and queries alike. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ĳ/g, 'ij')
    .replace(/[‘’‛ʼ′]/g, "'")
}
