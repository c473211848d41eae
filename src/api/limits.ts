import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/** How much one operation may hold, whatever it would cost to answer. */
export const limits = { depth: 20, aliases: 30, rootFields: 20, directives: 50, tokens: 2000 } as const

interface Size {
  readonly depth: number
  /** Fields of the selection itself, those of its fragments with them. */
  readonly fields: number
  readonly aliases: number
  readonly directives: number
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 }

/** A validation rule that refuses operations deeper or wider than {@link limits}. */
export function limitOperation(context: ValidationContext): ASTVisitor {
  const known = new Map<string, Size>()
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of context.getDocument().definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  return {
    OperationDefinition(operation) {
      const size = measure(operation.selectionSet)
      const found = { ...size, rootFields: size.fields }
      for (const [name, largest] of Object.entries(limits)) {
        const value = found[name as keyof typeof found]
        if (value > largest)
          context.reportError(
            new GraphQLError(
              `The operation has ${value > 10_000 ? 'far too many' : value} ${words[name]}; at most ${largest} are allowed.`,
              {
                nodes: operation,
              },
            ),
          )
      }
    },
  }

  function measure({ selections }: SelectionSetNode): Size {
    let [depth, fields, aliases, directives] = [0, 0, 0, 0]
    for (const selection of selections) {
      const below = measureSelection(selection)
      depth = Math.max(depth, below.depth)
      fields += below.fields
      aliases += below.aliases
      directives += below.directives + (selection.directives?.length ?? 0)
    }
    return { depth, fields, aliases, directives }
  }

  function measureSelection(selection: SelectionSetNode['selections'][number]): Size {
    if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value)
    const aliased = selection.alias ? 1 : 0
    // Introspection is deep by nature and costs the database nothing.
    if (selection.name.value.startsWith('__')) return { ...nothing, fields: 1, aliases: aliased }
    const below = selection.selectionSet ? measure(selection.selectionSet) : nothing
    return { ...below, depth: below.depth + 1, fields: 1, aliases: below.aliases + aliased }
  }

  function measureFragment(name: string): Size {
    const measured = known.get(name)
    if (measured) return measured
    // Set before it is measured, so that a cycle, which another rule reports, ends here.
    known.set(name, nothing)
    const fragment = fragments.get(name)
    if (fragment) known.set(name, measure(fragment.selectionSet))
    return known.get(name)!
  }
}

const words: Record<string, string> = {
  depth: 'levels of fields',
  aliases: 'aliases',
  rootFields: 'root fields',
  directives: 'directives',
}
