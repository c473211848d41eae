import type { AskError } from '../api/ask.ts'
import { text } from '../texts/text.ts'

/** What went wrong, in the words of the reader. */
export function explain({ trouble, message }: AskError): string {
  const t = text.value
  return trouble === 'refused' ? `${t.refused} ${message}` : t[trouble]
}
