import { MultiDirectedGraph } from 'graphology'
import { write } from 'graphology-gexf/browser'
import type { Scene } from '../graph/scene.ts'
import { colourOf } from '../ontology/ontology.ts'
import type { Point } from '../view/view.ts'

/** The scene for Gephi and its kin, with places and colours. */
export function writeGexf({ nodes, statements }: Scene, place: (id: string) => Point | undefined): string {
  const graph = new MultiDirectedGraph()
  for (const { id, type, label } of nodes.values()) graph.addNode(id, { label, type, color: colourOf(type), ...place(id) })
  for (const { id, from, to, type, ...says } of statements.values())
    if (graph.hasNode(from) && graph.hasNode(to)) {
      const said = Object.entries(says).filter(([, value]) => value !== null && value !== undefined)
      graph.addEdgeWithKey(id, from, to, { label: type, ...Object.fromEntries(said) })
    }
  return write(graph, {
    formatNode: (_, { label, x, y, color, type }) => ({ label, viz: { x, y, color }, attributes: { type } }),
    formatEdge: (_, { label, ...attributes }) => ({ label, attributes }),
  })
}
