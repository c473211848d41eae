import type { Reference } from './reference.ts'

/** A citation as a BibTeX entry. */
export function printBibtex({ key, title, publisher, issued, accessed, url, version, note }: Reference): string {
  const fields = {
    title: `{${escapeTex(title)}}`,
    author: `{${escapeTex(publisher)}}`,
    year: issued.slice(0, 4),
    month: String(Number(issued.slice(5, 7))),
    version: escapeTex(version),
    // The package url prints it as it stands.
    howpublished: `\\url{${url}}`,
    url,
    urldate: accessed,
    note: escapeTex(note),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@misc{${key},\n${lines.join('')}}\n`
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeTex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, sign => special[sign] ?? `\\${sign}`)
}
