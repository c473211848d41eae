import { foldText } from '../schema/foldText.ts'
import { identifyingProperties, namingProperties } from '../schema/identity.ts'
import { Language, translatedName } from '../schema/language.ts'
import { isEnum, type NodeType, type Property } from '../schema/ontology.ts'

type Stored = Readonly<Record<string, unknown>>

/** A name of an entity as it is written; `main` when it is a label and not another name. */
export interface Name {
  readonly written: string
  readonly main: boolean
}

/** What an entity can be known by. */
export interface Named {
  readonly id: string
  /** Its names in all languages, by how they read when case, accents and signs are not told apart. */
  readonly names: ReadonlyMap<string, Name>
  /** What others identify it by: the value of each property. */
  readonly identifiers: ReadonlyMap<string, string>
  readonly sameAs: readonly string[]
  /** The values that say what kind of thing it is. */
  readonly kinds: ReadonlyMap<string, string>
}

/** Reads from what is stored of an entity what it can be known by. */
export function readNamed(type: NodeType, id: string, stored: Stored): Named {
  const names = new Map<string, Name>()
  for (const property of namingProperties(type))
    for (const written of textsOf(property, stored)) {
      const folded = foldName(written)
      if (folded && !names.has(folded)) names.set(folded, { written, main: property.name === 'label' })
    }
  return {
    id,
    names,
    identifiers: textMap(identifyingProperties(type), stored),
    sameAs: textsIn(stored['sameAs']),
    kinds: textMap(
      [...type.properties.values()].filter(property => isEnum(property.type) && property.required),
      stored,
    ),
  }
}

/** A name as it reads when case, accents, signs and spaces are not told apart. */
export function foldName(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** All texts that a stored property holds, in whatever language. */
export function textsOf({ name, translated }: Property, stored: Stored): string[] {
  const held = translated ? (Object.values(Language) as Language[]).map(language => translatedName(name, language)) : [name]
  return held.flatMap(key => textsIn(stored[key]))
}

function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string')
}

function textMap(properties: readonly Property[], stored: Stored): Map<string, string> {
  return new Map(properties.flatMap(({ name }) => textsIn(stored[name]).map(text => [name, text] as const)))
}
