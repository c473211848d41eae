import type { TypeOf } from '../plan/selection.ts'
import { type Leaf, readLeaf, Slot } from '../plan/slot.ts'
import { findTypeOfId } from '../schema/entityId.ts'
import type { Ontology } from '../schema/ontology.ts'

/** Few shapes of variables meet one document; a client that makes up ever new ones must not fill the memory. */
const mostShapes = 100

interface OfShape<Made> {
  /** The id that comes with a request and whose type decides. */
  readonly deciding?: Slot
  /** What was made for each type of it. */
  readonly made: Map<string, Made>
}

/**
 * What is made of one operation: once for each shape of its variables and, where it asks about one thing, for the type of this thing, which
 * its id tells. A statement for one type is far smaller than one for all.
 */
export class CompiledShapes<Made> {
  readonly #shapes = new Map<string, OfShape<Made>>()

  constructor(private readonly ontology: Ontology) {}

  /** What was made for these variables, or is now. */
  get(shape: string, variables: Readonly<Record<string, unknown>>, make: (typeOf: TypeOf) => Made): Made {
    const typeOf: TypeOf = id => {
      const value = readLeaf(id, variables)
      return typeof value === 'string' ? findTypeOfId(this.ontology, value) : undefined
    }
    const nameOf = (id: Leaf): string => typeOf(id)?.name ?? ''
    let ofShape = this.#shapes.get(shape)
    const kept = ofShape?.made.get(nameOf(ofShape.deciding))
    if (kept !== undefined) return kept
    let deciding = ofShape?.deciding
    const made = make(id => {
      if (!(id instanceof Slot)) return typeOf(id)
      // Of several ids that come with a request one decides: there would be a statement for each pair of types.
      deciding ??= id
      return id.path.join() === deciding.path.join() ? typeOf(id) : undefined
    })
    if (!ofShape) {
      if (this.#shapes.size >= mostShapes) this.#shapes.clear()
      this.#shapes.set(shape, (ofShape = { made: new Map(), ...(deciding && { deciding }) }))
    }
    ofShape.made.set(nameOf(deciding), made)
    return made
  }
}
