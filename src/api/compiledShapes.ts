import { type Leaf, readLeaf, Slot } from '../plan/slot.ts'
import { findTypeOfId } from '../schema/entityId.ts'
import type { NodeType, Ontology } from '../schema/ontology.ts'

/** Few shapes of variables meet one document; a client that makes up ever new ones must not fill the memory. */
const mostShapes = 100

/** The type of what an id identifies. */
export type TypeOf = (id: Leaf) => NodeType | undefined

/**
 * What is made of one operation: once for each shape of its variables and, where it asks about one thing, for the type of this thing, which
 * its id tells. A statement for one type is far smaller than one for all.
 */
export class CompiledShapes<Made> {
  readonly #shapes = new Map<string, { readonly deciding?: Slot; readonly made: Map<string, Made> }>()

  constructor(private readonly ontology: Ontology) {}

  /** What was made for these variables, or is now. */
  get(shape: string, variables: Readonly<Record<string, unknown>>, make: (typeOf: TypeOf) => Made): Made {
    const typeOf: TypeOf = id => {
      const value = readLeaf(id, variables)
      return typeof value === 'string' ? findTypeOfId(this.ontology, value) : undefined
    }
    const known = this.#shapes.get(shape)
    const kept = known?.made.get(typeOf(known.deciding)?.name ?? '')
    if (kept !== undefined) return kept
    let deciding = known?.deciding
    const made = make(id => {
      if (!(id instanceof Slot)) return typeOf(id)
      // Of several ids that come with a request one decides: there would be a statement for each pair of types.
      deciding ??= id
      return id.path.join() === deciding.path.join() ? typeOf(id) : undefined
    })
    if (this.#shapes.size >= mostShapes) this.#shapes.clear()
    const ofShape = known?.made ?? new Map<string, Made>()
    this.#shapes.set(shape, { made: ofShape.set(typeOf(deciding)?.name ?? '', made), ...(deciding && { deciding }) })
    return made
  }
}
