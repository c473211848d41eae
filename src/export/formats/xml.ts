const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in XML, also between quotes: line ends and tabs as references, since parsers would make spaces of them. */
export function escapeXml(text: string): string {
  return (
    text
      .replaceAll(/[&<>"]/g, mark => escapes[mark]!)
      .replaceAll(/[\t\n\r]/g, mark => `&#${mark.charCodeAt(0)};`)
      // XML has no way to say these.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  )
}

/** A value as XML holds it: lists as JSON. */
export function printXml(value: unknown): string {
  return escapeXml(Array.isArray(value) ? JSON.stringify(value) : String(value))
}
