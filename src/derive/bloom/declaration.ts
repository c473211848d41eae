/** A perspective as we declare it; all else in its file comes from the ontology. */
export interface PerspectiveDeclaration {
  /** The name of its file: `legal-basis`. */
  readonly key: string
  readonly name: Wording
  /** The node types that are shown, in order of precedence; nodes of all others are not. */
  readonly categories: Readonly<Record<string, CategoryDeclaration>>
  /** Relationship types that would only clutter this view. */
  readonly hidden: readonly string[]
  readonly phrases: readonly PhraseDeclaration[]
  readonly actions: readonly ActionDeclaration[]
}

/** How the nodes of one type are drawn. */
export interface CategoryDeclaration {
  /** Properties drawn beside the node. */
  readonly captions: readonly string[]
  readonly size?: number
}

/** The languages that phrases are worded in. */
export type PhraseLanguage = 'EN' | 'FR'
export type Wording = Readonly<Record<PhraseLanguage, string>>

/** A search phrase: its words and its description in both languages, and the Cypher that it stands for. */
export interface PhraseDeclaration {
  readonly text: Wording
  readonly description: Wording
  readonly parameters: readonly ParameterDeclaration[]
  /** `label` is the stored property that holds the names of things in the language of the phrase. */
  readonly cypher: (label: string) => string
}

/** A parameter, which each language names in its own words; Cypher has the English ones. */
export interface ParameterDeclaration {
  readonly name: Wording
  readonly type: 'String' | 'Date'
  /** The property whose values are suggested. */
  readonly suggest: { readonly nodeType: string; readonly property: string }
}

/** A scene action: its `$nodes` or `$relationships` are what is selected. */
export interface ActionDeclaration {
  readonly name: Wording
  readonly cypher: string
}
