import { ArgumentError } from './argumentError.ts'

/** Those of these types that an argument names, or all where it is not given; one that names none asks for nothing, and is refused. */
export function namedTypes<Type extends { readonly name: string }>(
  all: Iterable<Type>,
  names: unknown,
  argument: string,
): Type[] {
  if (names === null || names === undefined) return [...all]
  const wanted = names as readonly string[]
  if (wanted.length === 0) throw new ArgumentError(argument, wanted, 'at least one type')
  return [...all].filter(({ name }) => wanted.includes(name))
}
