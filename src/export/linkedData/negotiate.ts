/** The forms that an entity is given in, the one for people first, each with the ending that asks for it in an address. */
export const forms = {
  html: 'text/html',
  json: 'application/ld+json',
  ttl: 'text/turtle',
  nt: 'application/n-triples',
} as const
export type Form = keyof typeof forms

/** What clients call a form besides its own name. */
const alsoCalled: Readonly<Record<string, Form>> = {
  'application/json': 'json',
  'application/xhtml+xml': 'html',
  'application/x-turtle': 'ttl',
  'text/plain': 'nt',
  'text/*': 'html',
  '*/*': 'html',
}

/** The form that an `Accept` header likes best; undefined when it takes none of them. */
export function negotiate(accept: string | undefined): Form | undefined {
  if (!accept) return 'html'
  const wishes = accept.split(',').flatMap((part, index) => {
    const [type = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const form = nameOf(type)
    const quality = Number(parameters.find(parameter => parameter.startsWith('q='))?.slice(2) ?? 1)
    return form && quality > 0 ? [{ form, quality, vague: type.includes('*'), index }] : []
  })
  const [best] = wishes.sort((a, b) => b.quality - a.quality || Number(a.vague) - Number(b.vague) || a.index - b.index)
  return best?.form
}

/** The form that the end of an address asks for, and what stands before it. */
export function readEnding(path: string): { readonly id: string; readonly form?: Form } {
  const [, id, ending] = /^(.+)\.(\w+)$/.exec(path) ?? []
  return id && ending && Object.hasOwn(forms, ending) ? { id, form: ending as Form } : { id: path }
}

function nameOf(type: string): Form | undefined {
  const own = (Object.keys(forms) as Form[]).find(form => forms[form] === type)
  return own ?? (Object.hasOwn(alsoCalled, type) ? alsoCalled[type] : undefined)
}
