import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'

/** What the layout needs to know: entities by their place in the list, the lines between them, where each is already. */
export interface LayoutTask {
  readonly ids: readonly string[]
  readonly lines: readonly (readonly [number, number])[]
  /** Where those are that were there before; the others begin beside their neighbours. */
  readonly known: Readonly<Record<string, readonly [number, number]>>
  readonly fixed: readonly string[]
}

/** A place for each entity, in the order of the task. */
export type Places = readonly (readonly [number, number])[]

/** The distances of a scene that is read label by label, and of one that is seen as a whole. */
const roomy = { length: 90, room: 44, charge: -420, reach: 700, ticks: 320 }
const dense = { length: 40, room: 12, charge: -60, reach: 300, ticks: 110 }
const fewest = 800

/** Arranges entities so that neighbours are near and labels have room; there is no chance in it. */
export function arrange({ ids, lines, known, fixed }: LayoutTask): Places {
  const neighbours = listNeighbours(ids.length, lines)
  const held = new Set(fixed)
  const entities = ids.map((id, index): SimulationNodeDatum => {
    const [x, y] = known[id] ?? beside(neighbours[index]!.map(other => known[ids[other]!]).find(Boolean), index)
    return { x, y, ...(held.has(id) && known[id] && { fx: x, fy: y }) }
  })
  const warm = ids.some(id => known[id])
  if (ids.some(id => !known[id])) settle(entities, lines, warm)
  return entities.map(({ x = 0, y = 0 }) => [x, y] as const)
}

function settle(entities: SimulationNodeDatum[], lines: LayoutTask['lines'], warm: boolean): void {
  const { length, room, charge, reach, ticks } = entities.length > fewest ? dense : roomy
  const links = lines.map(([source, target]): SimulationLinkDatum<SimulationNodeDatum> => ({ source, target }))
  const simulation = forceSimulation(entities)
    .force('lines', forceLink(links).distance(length))
    .force('room', forceCollide(room).iterations(2))
    .force('charge', forceManyBody().strength(charge).distanceMax(reach))
    // Each entity is drawn to the middle, so that parts without a line between them stay together.
    .force('x', forceX(0).strength(0.07))
    .force('y', forceY(0).strength(0.09))
    .alpha(warm ? 0.4 : 1)
    .stop()
  simulation.tick(warm ? Math.ceil(ticks / 2) : ticks)
}

/** Where an entity begins: near a neighbour that has a place, else on a spiral. */
function beside(place: readonly [number, number] | undefined, index: number): readonly [number, number] {
  const angle = index * Math.PI * (3 - Math.sqrt(5))
  const [x, y] = place ?? [0, 0]
  const radius = place ? 60 : 20 * Math.sqrt(index + 1)
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
}

function listNeighbours(count: number, lines: LayoutTask['lines']): readonly number[][] {
  const found = Array.from({ length: count }, (): number[] => [])
  for (const [from, to] of lines) {
    found[from]!.push(to)
    found[to]!.push(from)
  }
  return found
}
