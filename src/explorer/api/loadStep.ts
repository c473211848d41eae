import { emptyScene, type Scene } from '../graph/scene.ts'
import type { Language, Step } from '../view/view.ts'
import { ask } from './ask.ts'
import { documents } from './documents.ts'
import { type AnsweredEntity, type AnsweredRelationship, sceneOf } from './fragments.ts'
import { loadDocument } from './loadDocument.ts'
import { loadSide } from './loadSide.ts'

/** When and in which language a question is asked. */
export interface Asking {
  readonly lang: Language
  readonly asOf: { readonly validAt?: string; readonly knownAt?: string } | null
}

/** The most statements that one step brings: what a page can still draw smoothly. */
export const mostStatements = 12_000

/** What a step brings to the scene. */
export async function loadStep(step: Step, asking: Asking): Promise<Scene> {
  switch (step.kind) {
    case 'document':
      return (await loadDocument(step.id, asking))?.scene ?? emptyScene
    case 'node':
      return loadNode(step.id, asking)
    case 'expand':
      return loadExpansion(step, asking)
    case 'path':
      return loadPaths(step, asking)
    case 'all':
      return loadStatements(step.types.length > 0 ? { types: step.types } : {}, asking)
  }
}

/** An entity by itself, with what ties it to the rest of the scene. */
async function loadNode(id: string, asking: Asking): Promise<Scene> {
  const [{ entity }, ...sides] = await Promise.all([
    ask<{ entity: AnsweredEntity | null }>(documents.entity, { ...asking, id }),
    // The panel asks the same of what is brought to the scene.
    loadSide(id, 'OUT', asking),
    loadSide(id, 'IN', asking),
  ])
  if (!entity) return emptyScene
  const { statements: ties } = sceneOf(sides.flatMap(({ statements }) => statements))
  return { ...sceneOf([], [entity]), ties }
}

async function loadExpansion({ id, type, direction }: Extract<Step, { kind: 'expand' }>, asking: Asking): Promise<Scene> {
  const { statements, cut } = await loadSide(id, direction, asking)
  if (cut) return loadStatements({ [direction === 'OUT' ? 'from' : 'to']: id, types: [type] }, asking)
  return sceneOf(statements.filter(statement => statement.type === type))
}

interface Page {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly node: AnsweredRelationship }[]
}

async function loadStatements(filter: object, asking: Asking): Promise<Scene> {
  const found: AnsweredRelationship[] = []
  let after: string | null = null
  for (;;) {
    const { relationships }: { relationships: Page } = await ask(documents.statements, { ...asking, filter, after })
    for (const { node } of relationships.edges) found.push(node)
    after = relationships.pageInfo.endCursor
    if (!relationships.pageInfo.hasNextPage) return sceneOf(found)
    if (found.length >= mostStatements) return { ...sceneOf(found), cutFrom: relationships.totalCount }
  }
}

interface Paths {
  readonly paths: readonly {
    readonly nodes: readonly AnsweredEntity[]
    readonly relationships: readonly AnsweredRelationship[]
  }[]
}

async function loadPaths({ from, to }: { from: string; to: string }, asking: Asking): Promise<Scene> {
  const { paths } = await ask<Paths>(documents.paths, { ...asking, from, to })
  return sceneOf(
    paths.flatMap(path => path.relationships),
    paths.flatMap(path => path.nodes),
  )
}
