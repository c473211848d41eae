import type { AskError } from '../api/ask.ts'
import { text } from '../texts/text.ts'

/** What went wrong, in the words of the reader. */
export function explain({ trouble, message }: AskError): string {
  const t = text.value
  if (trouble === 'refused') return `${t.refused} ${message}`
  return trouble === 'down' ? t.databaseDown : t[trouble]
}
