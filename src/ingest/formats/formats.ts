import { csv } from './csv.ts'
import { eurLex } from './eurLex.ts'
import { followTheMoney } from './followTheMoney.ts'
import type { Format } from './format.ts'
import { ndjson } from './ndjson.ts'
import { wikidata } from './wikidata.ts'

/** Every format beside the YAML of the seed. */
export const formats: readonly Format[] = [followTheMoney, wikidata, eurLex, csv, ndjson]

/** The format of this name, or the one by which a file is known; none stands for the YAML of the seed. */
export function findFormat(file: string, name?: string): Format | undefined {
  if (name !== undefined) return formats.find(format => format.name === name)
  return formats.find(({ endings }) => endings.some(ending => file.toLowerCase().endsWith(ending)))
}
