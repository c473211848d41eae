import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse, print, visit } from 'graphql'
import { findBreaking } from '../../scripts/findBreaking.mjs'

const present = readFileSync('schema/schema.graphql', 'utf8')

test('the SDL breaks nothing of itself', async () => {
  expect(await findBreaking(present, present)).toEqual([])
})

test.each<[string, (sdl: string) => string, string[]]>([
  ['a field that is gone', without('LegalInstrument', 'celex'), ['LegalInstrument.celex']],
  ['an enum value that is gone', without('HandlerRole', 'CHANNEL'), ['HandlerRole.CHANNEL']],
  ['an argument that is now required', sdl => sdl.replace('whoHandles(', 'whoHandles(added: Int!, '), ['Query.whoHandles.added']],
])('%s is named', async (_name, change, paths) => {
  const changed = change(present)
  expect(changed).not.toBe(present)
  expect((await findBreaking(present, changed)).map(({ path }) => path)).toEqual(paths)
})

test('what is added breaks nothing', async () => {
  const changed = present
    .replace('whoHandles(', 'whoHandles(added: Int, ')
    .replace(/^type Query \{/m, 'type Query {\n  added: Int')
  expect(await findBreaking(present, changed)).toEqual([])
})

/** The SDL without one field or one value of a type. */
function without(type: string, part: string): (sdl: string) => string {
  const drop = (name: string, node: { readonly name: { readonly value: string } }) =>
    name === type && node.name.value === part ? null : undefined
  return sdl => {
    let inside = ''
    const enter = ({ name }: { readonly name: { readonly value: string } }) => {
      inside = name.value
    }
    return print(
      visit(parse(sdl), {
        ObjectTypeDefinition: { enter },
        InterfaceTypeDefinition: { enter },
        InputObjectTypeDefinition: { enter },
        EnumTypeDefinition: { enter },
        FieldDefinition: node => drop(inside, node),
        EnumValueDefinition: node => drop(inside, node),
      }),
    )
  }
}
