/** A place in the order of all changes: by revision, then by part of it, then by key. */
export interface ChangePosition {
  readonly revision: number
  /** The part reached: `entity`, a relationship type or `removed`; none when the whole revision lies before. */
  readonly part?: string
  /** The id of the entity, or the key of the statement. */
  readonly key?: string
}

const form = /^(\d{1,15})(?:~(\w{1,100})~([^~\s]{1,500}))?$/

/** The text of a position: `17` after all of revision 17, `17~entity~institution/europol` in the middle of it. */
export function printPosition({ revision, part, key }: ChangePosition): string {
  return part === undefined ? String(revision) : `${revision}~${part}~${key}`
}

/** The position that a text says; undefined when it says none. */
export function readPosition(text: string): ChangePosition | undefined {
  const [, revision, part, key] = form.exec(text.trim()) ?? []
  return revision === undefined ? undefined : { revision: Number(revision), ...(part && key && { part, key }) }
}
