import { type ArgumentNode, type FieldNode, Kind, type ObjectValueNode, parse, print, visit } from 'graphql'
import { buildGraphQLSchema } from '../../src/api/graphql/buildSchema.ts'

/** A query with this `knownAt` on each of its root fields that takes times and names none. */
export function askedAt(query: string, knownAt: string): string {
  const fields = buildGraphQLSchema().schema.getQueryType()!.getFields()
  const known: ObjectValueNode['fields'][number] = {
    kind: Kind.OBJECT_FIELD,
    name: { kind: Kind.NAME, value: 'knownAt' },
    value: { kind: Kind.STRING, value: knownAt },
  }
  return print(
    visit(parse(query), {
      Field: node => (fields[node.name.value]?.args.some(({ name }) => name === 'asOf') ? withTime(node, known) : undefined),
      // Only root fields take times here; what stands below them is left as it is.
      SelectionSet: (_node, _key, parent) => (parent && 'kind' in parent && parent.kind === Kind.FIELD ? false : undefined),
    }),
  )
}

function withTime(node: FieldNode, known: ObjectValueNode['fields'][number]): FieldNode {
  const args = node.arguments ?? []
  const given = args.find(({ name }) => name.value === 'asOf')
  if (given && given.value.kind !== Kind.OBJECT) return node
  const fields = given?.value.kind === Kind.OBJECT ? given.value.fields : []
  if (fields.some(({ name }) => name.value === 'knownAt')) return node
  const asOf: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'asOf' },
    value: { kind: Kind.OBJECT, fields: [...fields, known] },
  }
  return { ...node, arguments: [...args.filter(argument => argument !== given), asOf] }
}
