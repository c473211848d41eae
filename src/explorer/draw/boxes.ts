/** A line between two points of the screen. */
export interface Segment {
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
}

/** A part of the screen that something stands in. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The first of the boxes that the fewest lines pass through. */
export function leastCrossed(boxes: readonly Box[], lines: readonly Segment[]): Box | undefined {
  let best = boxes[0]
  let least = Number.POSITIVE_INFINITY
  for (const box of boxes) {
    const crossings = lines.filter(line => crosses(line, box)).length
    if (crossings < least) {
      best = box
      least = crossings
    }
    if (least === 0) break
  }
  return best
}

/** Whether a line passes through a box: the part of it that lies between the sides also lies between top and bottom. */
export function crosses({ from, to }: Segment, { left, right, top, bottom }: Box): boolean {
  let [begin, end] = [0, 1]
  for (const [start, way, low, high] of [
    [from.x, to.x - from.x, left, right],
    [from.y, to.y - from.y, top, bottom],
  ] as const) {
    if (way === 0) {
      if (start < low || start > high) return false
      continue
    }
    const [a, b] = [(low - start) / way, (high - start) / way]
    begin = Math.max(begin, Math.min(a, b))
    end = Math.min(end, Math.max(a, b))
  }
  return begin <= end
}

/** Whether two boxes have a part in common. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
