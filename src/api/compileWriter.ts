import type {
  ConnectionPlan,
  CoverageFieldPlan,
  DisputeFieldPlan,
  EdgeFieldPlan,
  FieldPlan,
  GraphFieldPlan,
  HandlingFieldPlan,
  NodePlan,
  RelationshipFieldPlan,
  RootPlan,
  TypenameField,
} from '../plan/plan.ts'

/** Writes one value of an answer, as the database gave it in lists, as JSON. */
export type Write = (value: unknown) => string
type Child = TypenameField | { readonly kind: 'value'; readonly key: string; readonly write: Write }

/**
 * Makes the writer of a root field's answer from its plan. The statement gives each object as a list of its values in the
 * order of the selection, so the keys are written from the plan and the response has the order that was asked for.
 */
export function compileWriter(plan: RootPlan): Write {
  switch (plan.kind) {
    case 'node':
      return compileNode(plan.node)
    case 'connection':
      return compileConnection(plan.connection)
    case 'paths':
      return writeList(compileGraph(plan.fields))
    case 'neighbourhood':
      return compileGraph(plan.fields)
    case 'coverage':
      return compileObject(plan.fields.map(compileCoverageField))
    case 'revision':
      return compileObject(plan.fields.map(field => (field.kind === 'typename' ? field : child(field.key, writeScalar))))
  }
}

/** What does not stand in JSON as it is: a quotation mark, a backslash, control characters, and surrogates, of which one may be alone. */
const escaped = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

const writeScalar: Write = value => {
  if (value === undefined) return 'null'
  // Most texts need nothing but quotation marks, which takes less than asking for their JSON.
  return typeof value === 'string' && !escaped.test(value) ? `"${value}"` : JSON.stringify(value)
}

function child(key: string, write: Write): Child {
  return { kind: 'value', key, write }
}

function writeList(write: Write): Write {
  return value => {
    const items = value as readonly unknown[]
    let text = '['
    for (let index = 0; index < items.length; index++) text += (index === 0 ? '' : ',') + write(items[index])
    return `${text}]`
  }
}

/** An object: what stands before each value is known beforehand, with all constants in it. */
function compileObject(children: readonly Child[], skipped = 0): Write {
  const heads: string[] = []
  const writes: Write[] = []
  let head = '{'
  children.forEach((field, index) => {
    head += `${index === 0 ? '' : ','}${JSON.stringify(field.key)}:`
    if (field.kind === 'typename') {
      head += JSON.stringify(field.name)
    } else {
      heads.push(head)
      writes.push(field.write)
      head = ''
    }
  })
  const tail = `${head}}`
  return value => {
    if (value === null || value === undefined) return 'null'
    const values = value as readonly unknown[]
    let text = ''
    for (let index = 0; index < writes.length; index++) text += heads[index]! + writes[index]!(values[index + skipped])
    return text + tail
  }
}

function compileNode({ variants, abstract }: NodePlan): Write {
  const writes = variants.map(({ fields }) => compileObject(fields.map(compileField), abstract ? 1 : 0))
  if (!abstract) return writes[0] ?? writeScalar
  return value => (value === null || value === undefined ? 'null' : writes[(value as number[])[0]!]!(value))
}

function compileField(field: FieldPlan): Child {
  switch (field.kind) {
    case 'typename':
      return field
    case 'property':
    case 'bloomUrl':
      return child(field.key, writeScalar)
    case 'single':
    case 'computed':
      return child(field.key, compileNode(field.node))
    case 'connection':
      return child(field.key, compileConnection(field.connection))
    case 'status':
      return child(field.key, compileObject(field.fields.map(compileLeaf)))
    case 'history':
      return child(field.key, writeList(compileObject(field.fields.map(compileLeaf))))
    case 'gaps':
      return child(field.key, writeScalar)
  }
}

/** A field that holds a scalar, or a node where it has a plan for one. */
function compileLeaf(field: TypenameField | { readonly kind: string; readonly key: string; readonly node?: NodePlan }): Child {
  if (field.kind === 'typename') return field as TypenameField
  return child(field.key, 'node' in field && field.node ? compileNode(field.node) : writeScalar)
}

function compileCoverageField(field: CoverageFieldPlan | Extract<CoverageFieldPlan, { kind: 'group' }>['fields'][number]): Child {
  if (field.kind === 'group') return child(field.key, writeList(compileObject(field.fields.map(compileCoverageField))))
  if (field.kind === 'gaps') return child(field.key, writeList(compileObject(field.fields.map(compileLeaf))))
  return compileLeaf(field)
}

function compileDispute(fields: readonly DisputeFieldPlan[]): Write {
  return compileObject(
    fields.map(field =>
      field.kind === 'claims' ? child(field.key, writeList(compileObject(field.fields.map(compileLeaf)))) : compileLeaf(field),
    ),
  )
}

function compileConnection({ fields }: ConnectionPlan): Write {
  return compileObject(
    fields.map((field): Child => {
      switch (field.kind) {
        case 'typename':
          return field
        case 'totalCount':
          return child(field.key, writeScalar)
        case 'pageInfo':
          return child(
            field.key,
            compileObject(field.fields.map(part => (part.kind === 'typename' ? part : child(part.key, writeScalar)))),
          )
        case 'edges':
          return child(field.key, writeList(compileObject(field.fields.map(compileEdgeField))))
      }
    }),
  )
}

function compileEdgeField(field: EdgeFieldPlan): Child {
  switch (field.kind) {
    case 'typename':
      return field
    case 'node':
      return child(field.key, compileNode(field.node))
    case 'relationship':
      return child(field.key, compileRelationship(field.fields))
    case 'handling':
      return child(field.key, compileObject(field.fields.map(compileHandlingField)))
    case 'dispute':
      return child(field.key, compileDispute(field.fields))
    default:
      return child(field.key, writeScalar)
  }
}

function compileRelationship(fields: readonly RelationshipFieldPlan[]): Write {
  return compileObject(
    fields.map((field): Child => {
      if (field.kind === 'typename') return field
      return child(field.key, 'node' in field ? compileNode(field.node) : writeScalar)
    }),
  )
}

function compileHandlingField(field: HandlingFieldPlan): Child {
  switch (field.kind) {
    case 'typename':
      return field
    case 'property':
      return child(field.key, writeScalar)
    case 'rivals':
      return child(field.key, writeList(compileRelationship(field.fields)))
    case 'legalBasis':
    case 'passages':
      return child(field.key, writeList(compileNode(field.node)))
    default:
      return child(field.key, compileNode(field.node))
  }
}

function compileGraph(fields: readonly GraphFieldPlan[]): Write {
  return compileObject(
    fields.map((field): Child => {
      switch (field.kind) {
        case 'typename':
          return field
        case 'length':
          return child(field.key, writeScalar)
        case 'nodes':
          return child(field.key, writeList(compileNode(field.node)))
        case 'relationships':
          return child(field.key, writeList(compileRelationship(field.fields)))
      }
    }),
  )
}
