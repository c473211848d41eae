/** A label with the place under which it is written. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly strong: boolean
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const lineHeight = 15
const widest = 150

/** Writes these labels, the first ones first, each only where no other stands already. */
export function writeLabels(
  context: CanvasRenderingContext2D,
  labels: Iterable<Label>,
  style: { readonly ink: string; readonly halo: string; readonly font: string },
  most: number,
): void {
  const taken: Box[] = []
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  let written = 0
  for (const label of labels) {
    if (written >= most) return
    context.font = `${label.strong ? '600' : '500'} 12px ${style.font}`
    const lines = wrap(label.text, text => context.measureText(text).width)
    const width = Math.max(...lines.map(line => context.measureText(line).width))
    const box = {
      left: label.x - width / 2 - 3,
      right: label.x + width / 2 + 3,
      top: label.y - 1,
      bottom: label.y + lines.length * lineHeight + 1,
    }
    if (!label.strong && taken.some(other => overlaps(box, other))) continue
    taken.push(box)
    written += 1
    lines.forEach((line, index) => {
      context.strokeStyle = style.halo
      context.lineWidth = 4
      context.strokeText(line, label.x, label.y + index * lineHeight)
      context.fillStyle = style.ink
      context.fillText(line, label.x, label.y + index * lineHeight)
    })
  }
}

/** A label on at most two lines; what does not fit is cut. */
export function wrap(text: string, measure: (text: string) => number): string[] {
  const words = text.split(' ')
  let first = words.shift() ?? ''
  while (words.length > 0 && measure(`${first} ${words[0]}`) <= widest) first += ` ${words.shift()}`
  if (words.length === 0) return [cut(first, measure)]
  return [cut(first, measure), cut(words.join(' '), measure)]
}

function cut(text: string, measure: (text: string) => number): string {
  if (measure(text) <= widest + 10) return text
  let kept = text
  while (kept.length > 1 && measure(`${kept}…`) > widest) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
