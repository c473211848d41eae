/** Where a dot is drawn. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** What is written at a dot; at a point when its radius is none. */
export interface Label extends Dot {
  readonly text: string
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

/** Writes these labels, the first ones first, each beside its dot where neither a label nor another dot stands. */
export function writeLabels(
  context: CanvasRenderingContext2D,
  labels: Iterable<Label>,
  style: { readonly ink: string; readonly halo: string; readonly font: string; readonly lines?: number },
  most: number,
  dots: readonly Dot[] = [],
): void {
  const { clientWidth, clientHeight } = context.canvas
  const inside = (box: Box) => box.left >= 0 && box.top >= 0 && box.right <= clientWidth && box.bottom <= clientHeight
  const taken: Box[] = dots.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  let written = 0
  for (const label of labels) {
    if (written >= most) return
    context.font = `${label.strong ? '600' : '500'} 12px ${style.font}`
    const { lines, width } = breakLines(label.text, context, style.lines ?? 2)
    const height = lines.length * lineHeight
    const boxes = placesAround(label, width, height)
    const box =
      boxes.find(place => inside(place) && !taken.some(other => overlaps(place, other))) ?? (label.strong ? boxes[0] : undefined)
    if (!box) continue
    taken.push(box)
    written += 1
    lines.forEach((line, index) => {
      const x = (box.left + box.right) / 2
      const y = box.top + 1 + index * lineHeight
      context.strokeStyle = style.halo
      context.lineWidth = 4
      context.strokeText(line, x, y)
      context.fillStyle = style.ink
      context.fillText(line, x, y)
    })
  }
}

/** Below the dot, above it, at its sides, or aslant. */
function placesAround({ x, y, radius }: Label, width: number, height: number): Box[] {
  const gap = radius + 3
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  const below = at(x - width / 2, y + gap)
  if (radius === 0) return [at(x - width / 2, y - height / 2)]
  const [right, left, near] = [x + gap + 2, x - gap - 2 - width, gap * 0.6]
  return [
    below,
    at(x - width / 2, y - gap - height),
    at(right, y - height / 2),
    at(left, y - height / 2),
    at(x + near, y + near),
    at(x - near - width, y + near),
    at(x + near, y - near - height),
    at(x - near - width, y - near - height),
  ]
}

/** The lines of a label as they were broken before: measuring words takes longer than drawing them. */
const broken = new Map<string, { readonly lines: readonly string[]; readonly width: number }>()

function breakLines(
  text: string,
  context: CanvasRenderingContext2D,
  most: number,
): { readonly lines: readonly string[]; readonly width: number } {
  const key = `${context.font} ${most} ${text}`
  const known = broken.get(key)
  if (known) return known
  const measure = (part: string) => context.measureText(part).width
  const lines = wrap(text, measure, most)
  const fresh = { lines, width: Math.max(...lines.map(measure)) }
  if (broken.size > 4000) broken.clear()
  broken.set(key, fresh)
  return fresh
}

/** A label on at most so many lines; what does not fit is cut. */
export function wrap(text: string, measure: (text: string) => number, most = 2): string[] {
  const words = text.split(' ')
  let first = words.shift() ?? ''
  while (words.length > 0 && measure(`${first} ${words[0]}`) <= widest) first += ` ${words.shift()}`
  if (words.length === 0) return [cut(first, measure)]
  const rest = words.join(' ')
  return [cut(first, measure), ...(most > 2 ? wrap(rest, measure, most - 1) : [cut(rest, measure)])]
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
