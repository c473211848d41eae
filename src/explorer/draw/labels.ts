import { type Box, leastCrossed, overlaps, type Segment } from './boxes.ts'

/** Where a dot is drawn. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly radius: number
}

const lineHeight = 15
const widest = 150

/** What is written at a dot. */
export interface Label extends Dot {
  readonly text: string
  readonly strong: boolean
}

/** A label of a line, which can stand at its middle or nearer to one of its ends. */
export interface LineLabel extends Segment {
  readonly text: string
}

export interface LabelStyle {
  readonly ink: string
  readonly halo: string
  readonly font: string
  /** On how many lines a label may be broken. */
  readonly lines?: number
}

/** What is drawn already, where labels look for their places. */
export interface Drawn {
  readonly dots: readonly Dot[]
  /** Labels stand rather where none of these passes. */
  readonly lines: readonly Segment[]
}

/**
 * Writes these labels, the first ones first, each beside its dot where neither a label nor another dot stands and, if it can, no
 * line passes. Gives the boxes that they and the dots take.
 */
export function writeLabels(
  context: CanvasRenderingContext2D,
  labels: Iterable<Label>,
  style: LabelStyle,
  most: number,
  { dots, lines: drawn }: Drawn,
): readonly Box[] {
  const taken: Box[] = dots.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }))
  let written = 0
  for (const label of labels) {
    if (written >= most) break
    const { lines, width } = prepare(context, label.text, label.strong, style)
    const boxes = placesAround(label, width, lines.length * lineHeight)
    const free = boxes.filter(place => isInside(place, context.canvas) && !taken.some(other => overlaps(place, other)))
    const box = leastCrossed(free, drawn) ?? (label.strong ? boxes[0] : undefined)
    if (!box) continue
    taken.push(box)
    written += 1
    writeInto(context, box, lines, style)
  }
  return taken
}

/** Writes what lines say on them, where nothing that is `taken` stands. */
export function writeLineLabels(
  context: CanvasRenderingContext2D,
  labels: readonly LineLabel[],
  style: LabelStyle,
  taken: readonly Box[],
): void {
  const all = [...taken]
  for (const { text, from, to } of labels) {
    const { lines, width } = prepare(context, text, false, style)
    const height = lines.length * lineHeight
    const box = placesOnLine
      .map((share): Box => {
        const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
        return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 }
      })
      .find(place => isInside(place, context.canvas) && !all.some(other => overlaps(place, other)))
    if (!box) continue
    all.push(box)
    writeInto(context, box, lines, style)
  }
}

/** First at the middle of the line, then on both sides of it. */
const placesOnLine = [0.5, 0.4, 0.6, 0.3, 0.7]

function prepare(context: CanvasRenderingContext2D, text: string, strong: boolean, style: LabelStyle) {
  context.font = `${strong ? '600' : '500'} 12px ${style.font}`
  return breakLines(text, context, style.lines ?? 2)
}

function writeInto(context: CanvasRenderingContext2D, box: Box, lines: readonly string[], style: LabelStyle): void {
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
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

function isInside(box: Box, { clientWidth, clientHeight }: HTMLCanvasElement): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= clientWidth && box.bottom <= clientHeight
}

/** Below the dot, above it, at its sides, or aslant. */
function placesAround({ x, y, radius }: Label, width: number, height: number): Box[] {
  const gap = radius + 3
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  const below = at(x - width / 2, y + gap)
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
