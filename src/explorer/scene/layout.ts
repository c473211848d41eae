import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'

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

const roomForOne = 95
const radius = 10

/** Arranges entities so that neighbours are near and labels have room; the same task always gives the same places. */
export function arrange({ ids, lines, known, fixed }: LayoutTask): Places {
  const graph = new Graph({ type: 'undirected', multi: true })
  const held = new Set(fixed)
  ids.forEach((id, index) => {
    const [x, y] = known[id] ?? besideNeighbours(index, ids, lines, known)
    graph.addNode(String(index), { x, y, size: radius, fixed: held.has(id) })
  })
  for (const [from, to] of lines) graph.addEdge(String(from), String(to))
  const before = ids.filter(id => known[id]).length
  if (ids.length > 1 && before < ids.length) settle(graph, before > 0)
  return ids.map((_, index) => [graph.getNodeAttribute(String(index), 'x'), graph.getNodeAttribute(String(index), 'y')] as const)
}

/** Lets the forces work: lines pull, entities push each other away, and all are held together in the middle. */
function settle(graph: Graph, warm: boolean): void {
  const many = graph.order > 800
  forceAtlas2.assign(graph, {
    iterations: many ? 120 : warm ? 120 : 500,
    settings: { barnesHutOptimize: many, strongGravityMode: true, gravity: many ? 0.02 : 0.06, scalingRatio: 12, slowDown: 4 },
  })
  if (!warm) giveRoom(graph)
  noverlap.assign(graph, {
    maxIterations: many ? 30 : 300,
    settings: { margin: many ? 4 : 30, ratio: 1, expansion: 1.1, gridSize: many ? 60 : 20, speed: 3 },
  })
}

/** Makes the picture so large that each entity has room for its label. */
function giveRoom(graph: Graph): void {
  const xs = graph.mapNodes((_, { x }) => x as number)
  const ys = graph.mapNodes((_, { y }) => y as number)
  const extent = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)
  const area = Math.max(extent(xs), 1) * Math.max(extent(ys), 1)
  const factor = Math.sqrt((graph.order * roomForOne * roomForOne) / area)
  graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, x: attributes['x'] * factor, y: attributes['y'] * factor }))
}

/** A first place near a neighbour that has one, else on a spiral: by the id alone, so that no chance is in it. */
function besideNeighbours(
  index: number,
  ids: readonly string[],
  lines: LayoutTask['lines'],
  known: LayoutTask['known'],
): readonly [number, number] {
  const angle = (hash(ids[index]!) % 6283) / 1000
  for (const [from, to] of lines) {
    const other = from === index ? to : to === index ? from : undefined
    const place = other === undefined ? undefined : known[ids[other]!]
    if (place) return [place[0] + 60 * Math.cos(angle), place[1] + 60 * Math.sin(angle)]
  }
  const radius = 20 * Math.sqrt(index + 1)
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

function hash(text: string): number {
  let value = 2166136261
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 16777619)
  return value >>> 0
}
