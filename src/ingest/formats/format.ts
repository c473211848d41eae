import type { Hash } from 'node:crypto'
import type { Ontology } from '../../schema/ontology.ts'
import type { Report } from '../problem.ts'
import type { YamlMap } from '../yamlValue.ts'

/** What a format may need beside the file that it reads. */
export interface FormatContext {
  readonly ontology: Ontology
  readonly report: Report
  /** Hears of a part that could not be read at all, in which what seems missing may stand. */
  readonly skip: () => void
  /** Takes in the bytes that are read, so that the same files can be known again. */
  readonly digest?: Hash
  /** The file that says how the columns of a table are meant. */
  readonly mapping?: string
}

/** A format that files are read in: whatever it is, it gives records and statements in the form of a line of NDJSON. */
export interface Format {
  /** Its name after `--format`. */
  readonly name: string
  /** The endings by which a file of it is known. */
  readonly endings: readonly string[]
  read(file: string, context: FormatContext): AsyncIterable<YamlMap>
}
