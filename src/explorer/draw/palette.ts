/** The colours of the drawing that depend on light and dark, as the style sheet says them. */
export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly faint: string
  readonly line: string
  readonly strongLine: string
  readonly accent: string
}

/** Reads the colours as they are now; a probe, since only a used colour is resolved between light and dark. */
export function readPalette(): Palette {
  const probe = document.createElement('span')
  document.body.append(probe)
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`
    return toHex(getComputedStyle(probe).color)
  }
  const palette = {
    paper: colour('scene'),
    ink: colour('ink'),
    quiet: colour('quiet'),
    faint: colour('faint'),
    line: colour('line'),
    strongLine: colour('strong-line'),
    accent: colour('accent'),
  }
  probe.remove()
  return palette
}

/** Sigma reads hexadecimal colours. */
function toHex(colour: string): string {
  const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0]
  return `#${numbers
    .slice(0, 3)
    .map(part => Math.round(part).toString(16).padStart(2, '0'))
    .join('')}`
}
