import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readRevisions } from '../database/listRevisions.ts'
import type { ExportFormat } from './formats/format.ts'
import { fileOf, usualFiles } from './formats/formats.ts'
import { Pieces } from './pieces.ts'
import { type GraphState, readEntities, readStatements } from './readGraph.ts'
import type { ExportSource } from './readTable.ts'
import { nameOfPart, removeLeftovers } from './removeLeftovers.ts'
import { Target, type Written } from './target.ts'

const manifestName = 'manifest.json'

/** Where files are written: into a folder, or the one file of a format. */
export type Destination = { readonly folder: string } | { readonly file: string }

/**
 * Writes a state of the graph in a format. Files get their names when all of them are whole; in a folder, `manifest.json`
 * comes last.
 */
export async function writeFiles(
  source: ExportSource,
  format: ExportFormat,
  state: GraphState,
  destination: Destination,
): Promise<Written[]> {
  const folder = 'folder' in destination ? destination.folder : path.dirname(destination.file)
  await mkdir(folder, { recursive: true })
  await removeLeftovers(folder, name => isMade(name, format, destination))
  const targets = new Map<string, Target>()
  const open = async (file: string): Promise<Target> => {
    const name = 'file' in destination ? path.basename(destination.file) : `${file}.${format.extension}`
    const target = await Target.open(path.join(folder, name), new Pieces(format.open(source, file)))
    targets.set(file, target)
    return target
  }
  try {
    for (const file of usualFiles(format)) await open(file)
    for (const read of [readEntities, readStatements])
      for await (const record of read(source.database, source.ontology, state)) {
        const file = fileOf(format, record)
        await (targets.get(file) ?? (await open(file))).add(record)
      }
    const describing = [...targets.values()].filter(target => target.describes)
    if (describing.length > 0)
      for await (const revision of readRevisions(source.database, state.since ?? 0)) {
        if (revision.number > state.revision) break
        for (const target of describing) await target.describe(revision)
      }
    const written: Written[] = []
    for (const target of targets.values()) written.push(await target.end())
    for (const target of targets.values()) await target.publish()
    if (format.guide) await replace(path.join(folder, format.guide.name), format.guide.print([...targets.keys()]))
    if ('folder' in destination) await replace(path.join(folder, manifestName), printManifest(format, state, written))
    return written
  } finally {
    for (const target of targets.values()) await target.discard()
  }
}

/** Whether an export to this destination makes a file of this name. */
function isMade(name: string, { extension, guide }: ExportFormat, destination: Destination): boolean {
  if ('file' in destination) return name === path.basename(destination.file)
  return name.endsWith(`.${extension}`) || name === manifestName || name === guide?.name
}

function printManifest({ name }: ExportFormat, { revision, since }: GraphState, written: readonly Written[]): string {
  const files = Object.fromEntries(written.map(({ name: file, ...measure }) => [file, measure]))
  return `${JSON.stringify({ format: name, revision, ...(since && { since }), files }, null, 2)}\n`
}

async function replace(file: string, text: string): Promise<void> {
  const made = nameOfPart(file)
  try {
    await writeFile(made, text)
    await rename(made, file)
  } finally {
    await rm(made, { force: true })
  }
}
