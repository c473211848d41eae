import { text } from '../texts/text.ts'

/** A source: a link when it is an address of the web, else its plain text. */
export function SourceLink({ source }: { source: string }) {
  if (!isWebAddress(source)) return <span class="plain-source">{source}</span>
  return (
    <a href={source} target="_blank" rel="noopener noreferrer" title={text.value.openInNewTab}>
      {shorten(source)}
    </a>
  )
}

/** Only these schemes become links: an address from the data must not run anything. */
export function isWebAddress(source: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(source).protocol)
  } catch {
    return false
  }
}

function shorten(address: string): string {
  const short = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return short.length > 60 ? `${short.slice(0, 57)}…` : short
}
