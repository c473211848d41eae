import { type DocumentNode, type FieldNode, getDirectiveValues, Kind, type OperationDefinitionNode } from 'graphql'
import { citeDirective } from '../graphql/citeDirective.ts'

/** Whether any part of a document is to be cited. */
export function hasMark(document: DocumentNode): boolean {
  return document.definitions.some(node => node.kind === Kind.OPERATION_DEFINITION && findMarked(node).length > 0)
}

/** What is to be cited, each as an operation of its own, under its response key. */
export function findMarked(operation: OperationDefinitionNode): [string, OperationDefinitionNode][] {
  if (isMarked(operation)) return [['operation', operation]]
  const fields = operation.selectionSet.selections.filter((node): node is FieldNode => node.kind === Kind.FIELD)
  return fields.filter(isMarked).map(field => {
    const selectionSet = { ...operation.selectionSet, selections: [field] }
    return [field.alias?.value ?? field.name.value, { ...operation, selectionSet }]
  })
}

function isMarked(node: OperationDefinitionNode | FieldNode): boolean {
  return getDirectiveValues(citeDirective, node) !== undefined
}
