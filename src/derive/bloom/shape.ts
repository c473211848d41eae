/** A perspective as Bloom 2.21.0 writes it to a file and reads it from one. */
export interface Perspective {
  /** Shown in the gallery, and what a deep link names it by. */
  readonly name: string
  readonly id: string
  /** In order of precedence: a node takes the style of the first that has one of its labels. */
  readonly categories: readonly Category[]
  /** Every label of the database, in a category or not. */
  readonly labels: Readonly<Record<string, readonly StoredProperty[]>>
  /** Every relationship type of the database, hidden or not. */
  readonly relationshipTypes: readonly RelationshipStyle[]
  readonly palette: { readonly colors: readonly string[]; readonly currentIndex: number }
  readonly createdAt: number
  readonly lastEditedAt: number
  readonly templates: readonly SearchPhrase[]
  readonly sceneActions: readonly SceneAction[]
  readonly hiddenRelationshipTypes: readonly string[]
  readonly hideUncategorisedData: boolean
  readonly type: 'STANDARD_PERSPECTIVE'
  readonly maxLimitToastMsgEnabled: boolean
  readonly parentPerspectiveId: null
  readonly metadata: {
    readonly pathSegments: readonly { readonly source: string; readonly relationshipType: string; readonly target: string }[]
    readonly indexes: readonly IndexedProperties[]
  }
  readonly version: '2.21.0'
}

/** The names that Bloom has for what a property holds. */
export type DataType = 'string' | 'bigint' | 'boolean' | 'array' | 'Date' | 'DateTime'

export interface StoredProperty {
  readonly propertyKey: string
  /** The label or relationship type that has it. */
  readonly type: string
  readonly dataType: DataType
}

export interface IndexedProperties {
  readonly label: string | null
  readonly type: 'native'
  readonly propertyKeys: readonly { readonly key: string; readonly metadataProp: boolean }[]
}

/** What is drawn beside a node or a relationship (`isCaption`), and shown when the pointer rests on it (`inTooltip`). */
export interface Caption {
  readonly key: string
  readonly type: 'label' | 'property' | 'relationship'
  readonly isCaption: boolean
  readonly inTooltip: boolean
  readonly styles: readonly []
  readonly isGdsData?: boolean
}

interface Style {
  readonly color: string
  readonly size: number
  readonly textSize: number
  readonly textAlign: 'top' | 'bottom'
  readonly captions: readonly Caption[]
  readonly captionKeys: readonly []
  readonly styleRules: readonly []
}

export interface Category extends Style {
  readonly id: number
  readonly name: string
  readonly labels: readonly string[]
  readonly properties: readonly { readonly name: string; readonly exclude: boolean; readonly dataType: DataType }[]
  readonly createdAt: number
  readonly lastEditedAt: number
  readonly icon: 'no-icon'
}

export interface RelationshipStyle extends Style {
  readonly id: string
  readonly name: string
  readonly properties: readonly StoredProperty[]
}

/** A question in words that stands for a Cypher statement. */
export interface SearchPhrase {
  /** The description, shown below the phrase. */
  readonly name: string
  readonly id: string
  readonly createdAt: number
  /** The phrase as it is typed, with its parameters. */
  readonly text: string
  readonly cypher: string
  readonly isUpdateQuery: null
  readonly isWriteTransactionChecked: null
  readonly params: readonly PhraseParameter[]
  readonly hasCypherErrors: boolean
}

export interface PhraseParameter {
  readonly name: string
  readonly dataType: 'String' | 'Date'
  readonly collapsed: boolean
  /** With `suggestionProp`: what is suggested are the values of this property of nodes with this label. */
  readonly suggestionLabel: string | null
  readonly suggestionProp: string | null
  readonly suggestionBoolean: boolean
  readonly cypher: string | null
}

/** A Cypher statement on what is selected, offered in the context menu. */
export interface SceneAction {
  readonly name: string
  readonly id: string
  readonly createdAt: number
  readonly cypher: string
  readonly isUpdateQuery: null
  readonly categories: null
  readonly relationshipTypes: null
  readonly hasCypherErrors: boolean
}
