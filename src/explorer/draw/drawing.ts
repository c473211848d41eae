import type { MultiDirectedGraph } from 'graphology'
import type { Scene } from '../graph/scene.ts'
import { colourOf } from '../ontology/ontology.ts'
import type { Point } from '../view/view.ts'

/** What the drawing keeps of an entity. */
export interface DrawnNode {
  x: number
  y: number
  size: number
  color: string
  label: string
  kind: string
}

/** What the drawing keeps of a statement. */
export interface DrawnLine {
  size: number
  statement: string
  relationship: string
  detail: string
  named: boolean
}

export type Drawing = MultiDirectedGraph<DrawnNode, DrawnLine>

/** Brings the drawing to what the scene holds; says where each entity of the drawing is to go. */
export function updateDrawing(
  drawing: Drawing,
  scene: Scene,
  place: (id: string) => Point | undefined,
): Record<string, { x: number; y: number }> {
  const gone = drawing.filterNodes(id => !scene.nodes.has(id) || !place(id))
  for (const id of gone) drawing.dropNode(id)
  const goals: Record<string, { x: number; y: number }> = {}
  const many = scene.nodes.size > 600
  const degrees = new Map<string, number>()
  for (const { from, to } of scene.statements.values())
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  for (const { id, label, type } of scene.nodes.values()) {
    const goal = place(id)
    if (!goal) continue
    const size = sizeOf(degrees.get(id) ?? 0, many)
    if (drawing.hasNode(id)) {
      drawing.mergeNodeAttributes(id, { label, size })
      goals[id] = { x: goal.x, y: goal.y }
    } else drawing.addNode(id, { ...goal, size, label, kind: type, color: colourOf(type) })
  }
  for (const line of drawing.filterEdges(id => !scene.statements.has(id))) drawing.dropEdge(line)
  for (const { id, from, to, type, role, aspect, basis } of scene.statements.values())
    if (!drawing.hasEdge(id) && drawing.hasNode(from) && drawing.hasNode(to))
      drawing.addEdgeWithKey(id, from, to, {
        size: many ? 0.6 : 1.6,
        statement: id,
        relationship: type,
        detail: role ?? aspect ?? '',
        named: basis === 'NAMED_IN_TEXT' || basis === 'BY_LAW',
      })
  return goals
}

function sizeOf(degree: number, many: boolean): number {
  const size = 6 + 2.1 * Math.sqrt(degree)
  return many ? Math.min(1.5 + size / 5, 9) : Math.min(size, 20)
}
