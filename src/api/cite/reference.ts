/** What a bibliography says of an answer. */
export interface Reference {
  readonly key: string
  readonly title: string
  readonly publisher: string
  /** The day of the revision that it was answered from. */
  readonly issued: string
  /** The day on which it was cited. */
  readonly accessed: string
  readonly url: string
  readonly version: string
  readonly note: string
}

/** A reference as an item of CSL-JSON. */
export function toCslItem({ key, title, publisher, issued, accessed, url, version, note }: Reference): object {
  const dateOf = (day: string): object => ({ 'date-parts': [day.split('-').map(Number)] })
  return {
    id: key,
    type: 'dataset',
    title,
    author: [{ literal: publisher }],
    publisher,
    issued: dateOf(issued),
    accessed: dateOf(accessed),
    URL: url,
    version,
    note,
  }
}
