import { expect, test } from '@jest/globals'
import { joinScenes, type Scene, type SceneStatement } from '../../src/explorer/graph/scene.ts'

test('What ties two entities is on the scene when both are, and only then', () => {
  const tie: SceneStatement = { id: 't', type: 'HANDLES', from: 'a', to: 'b', basis: 'CURATED', rank: 'NORMAL', source: 'x' }
  const holding = (id: string): Scene => ({
    nodes: new Map([[id, { id, type: 'Institution', label: id }]]),
    statements: new Map(),
  })
  const tied = { ...holding('a'), ties: new Map([[tie.id, tie]]) }
  expect([...joinScenes([tied, holding('b')]).statements.values()]).toEqual([tie])
  expect(joinScenes([tied, holding('c')]).statements.size).toBe(0)
})
