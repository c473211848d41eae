/** An entity on the scene. */
export interface SceneNode {
  readonly id: string
  readonly type: string
  readonly label: string
}

/** A statement on the scene, which is a line between two of its entities. */
export interface SceneStatement {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly basis: string
  readonly rank: string
  readonly source: string
  readonly quote?: string | null
  readonly role?: string | null
  readonly aspect?: string | null
  readonly capacity?: string | null
  readonly validFrom?: string | null
  readonly validFromPrecision?: string | null
  readonly validTo?: string | null
  readonly validToPrecision?: string | null
}

/** What is on the scene, or what one step brings to it. */
export interface Scene {
  readonly nodes: ReadonlyMap<string, SceneNode>
  readonly statements: ReadonlyMap<string, SceneStatement>
  /** Statements that are on the scene when both their ends are, whatever brought these there. */
  readonly ties?: ReadonlyMap<string, SceneStatement>
  /** How many statements there are where not all were fetched. */
  readonly cutFrom?: number | undefined
}

export const emptyScene: Scene = { nodes: new Map(), statements: new Map() }

/** All that these scenes hold. */
export function joinScenes(scenes: readonly Scene[]): Scene {
  const cut = scenes.map(scene => scene.cutFrom ?? 0).reduce((a, b) => Math.max(a, b), 0)
  const nodes = new Map(scenes.flatMap(scene => [...scene.nodes]))
  const ties = scenes.flatMap(scene => [...(scene.ties ?? [])]).filter(([, { from, to }]) => nodes.has(from) && nodes.has(to))
  return {
    nodes,
    statements: new Map([...scenes.flatMap(scene => [...scene.statements]), ...ties]),
    ...(cut > 0 && { cutFrom: cut }),
  }
}

/** The neighbours of an entity on the scene. */
export function neighboursOf(scene: Scene, id: string): Set<string> {
  const found = new Set<string>()
  for (const { from, to } of scene.statements.values())
    if (from === id) found.add(to)
    else if (to === id) found.add(from)
  return found
}
