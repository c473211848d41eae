import type { Scene } from '../graph/scene.ts'
import type { Point } from '../view/view.ts'

/** The nearest entity from here in this direction; without a here, the one with the most lines. */
export function nextInDirection(
  scene: Scene,
  positions: ReadonlyMap<string, Point>,
  from: string | undefined,
  direction: Point,
): string | undefined {
  const here = from && scene.nodes.has(from) ? positions.get(from) : undefined
  if (!here) return busiest(scene)
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const id of scene.nodes.keys()) {
    const there = positions.get(id)
    if (!there || id === from) continue
    const ahead = (there.x - here.x) * direction.x + (there.y - here.y) * direction.y
    const aside = Math.abs((there.x - here.x) * direction.y) + Math.abs((there.y - here.y) * direction.x)
    // What lies further aside than ahead is in another direction.
    if (ahead <= 0 || aside > ahead * 1.5) continue
    const distance = ahead + aside * 2
    if (distance < least) {
      least = distance
      best = id
    }
  }
  return best
}

function busiest(scene: Scene): string | undefined {
  const lines = new Map<string, number>()
  for (const { from, to } of scene.statements.values()) for (const end of [from, to]) lines.set(end, (lines.get(end) ?? 0) + 1)
  const [first] = [...scene.nodes.keys()].sort((a, b) => (lines.get(b) ?? 0) - (lines.get(a) ?? 0))
  return first
}
