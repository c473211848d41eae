/** One Cypher statement: values from outside stand only in its parameters. */
export interface CypherStatement {
  readonly text: string
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A day as a parameter, so that it reaches Neo4j as a native date: ISO 8601, `2018-06-11`. */
export class CypherDate {
  constructor(readonly iso: string) {}

  /** A day is written as its text, wherever it comes from. */
  toJSON(): string {
    return this.iso
  }
}

/** An instant as a parameter, so that it reaches Neo4j as a native date-time: ISO 8601 with its offset. */
export class CypherDateTime {
  constructor(readonly iso: string) {}
}
