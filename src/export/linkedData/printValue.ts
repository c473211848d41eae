import { idPattern } from '../../schema/entityId.ts'
import { html, type Markup } from './markup.ts'

/** A web address and an id become links; the rest is text. */
export function printValue(value: unknown, search: string): Markup {
  const text = String(value)
  if (/^https?:\/\/\S+$/.test(text)) return html`<a href="${text}" rel="noreferrer">${text}</a>`
  return idPattern.test(text) ? html`<a href="/id/${text}${search}">${text}</a>` : html`${text}`
}
