import { loadDetails } from '../api/loadDetails.ts'
import { asking, loaded } from '../scene/current.ts'
import { expandAll } from './actions.ts'

/** Puts all statements of an entity on the scene. */
export async function expandEverything(id: string): Promise<void> {
  const details = await loadDetails(id, asking.value, loaded.value.nodes.get(id)?.type).catch(() => undefined)
  if (details) expandAll(id, details.groups)
}
