import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ManifestError, readManifest, TrustedDocuments } from '../api/trustedDocuments.ts'
import type { Config } from '../config.ts'

const shipped = fileURLToPath(new URL('../../documents/manifest.json', import.meta.url))

/** What the pages in the browser send, as their build wrote it; absent when they are not built. */
const ofPages = fileURLToPath(new URL('../../dist/explorer/documents.json', import.meta.url))

/** The documents that come with the service, those of its pages, and those of the manifest that the configuration names. */
export async function readTrustedDocuments({ documents, documentsFile }: Config): Promise<TrustedDocuments> {
  const texts = new Map<string, string>()
  const pages = existsSync(ofPages) ? [ofPages] : []
  for (const file of [shipped, ...pages, ...(documentsFile === undefined ? [] : [documentsFile])])
    for (const [id, text] of readManifest(file, await read(file))) texts.set(id, text)
  return new TrustedDocuments(texts, documents === 'trusted')
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new ManifestError(`The manifest of documents cannot be read: ${(error as Error).message}`)
  }
}
