import type { EntityRow, StatementRow } from '../../cypher/readEntity.ts'
import { idPattern } from '../../schema/entityId.ts'
import { Language, translatedName } from '../../schema/language.ts'
import { isEnum, type NodeType, type Ontology, type Property, type Traversal } from '../../schema/ontology.ts'
import { statementAnchor } from '../rdf/terms.ts'
import { html, type Markup } from './markup.ts'
import { forms } from './negotiate.ts'

const languages = Object.values(Language)
/** The page is in English, and so are names where they are known in it. */
const preferred = ['EN', 'FR', 'NL'] as const
const languageNames: Readonly<Record<Language, string>> = { FR: 'Français', EN: 'English', NL: 'Nederlands' }

/** What a page is of, and for which dates it was asked. */
export interface PageOptions {
  /** The id of the entity. */
  readonly id: string
  /** What follows the address: the dates asked for, so that links keep them. */
  readonly search: string
  readonly asOf: string
}

/** The page of an entity: its names, its properties, and what is stated of it with source and words. */
export function printPage(ontology: Ontology, row: EntityRow, { id, search, asOf }: PageOptions): string {
  const type = ontology.nodeTypes.get(row.type)!
  const title = inAnyLanguage(row.properties, 'label') ?? id
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Pacta</title>
<link rel="stylesheet" href="/id/page.css">
${Object.entries(forms)
  .filter(([form]) => form !== 'html')
  .map(([form, media]) => html`<link rel="alternate" type="${media}" href="/id/${id}.${form}${search}">\n`)}</head>
<body>
<header><a href="/">Pacta</a></header>
<main>
<p class="type">${wordsOf(type.name)}</p>
<h1>${title}</h1>
${printNames(row.properties)}
${printProperties(type, row.properties, search)}
${printStatements(type, row.statements, search)}
</main>
<footer>
<p>${asOf}</p>
<p>This page as ${Object.keys(forms)
    .filter(form => form !== 'html')
    .map((form, index) => html`${index > 0 && ', '}<a href="/id/${id}.${form}${search}">${formNames[form]}</a>`)} ·
<a href="/#show=node~${id}&amp;select=${id}">on the graph</a></p>
</footer>
</body>
</html>
`.text
}

const formNames: Readonly<Record<string, string>> = { json: 'JSON-LD', ttl: 'Turtle', nt: 'N-Triples' }

function printNames(properties: Readonly<Record<string, unknown>>): Markup {
  const rows = languages.map(language => {
    const [label, description] = ['label', 'description'].map(name => properties[translatedName(name, language)])
    const words = html`<strong>${label}</strong>${description !== undefined && html`<br>${description}`}`
    return (
      label !== undefined &&
      html`<div><dt>${languageNames[language]}</dt><dd lang="${language.toLowerCase()}">${words}</dd></div>\n`
    )
  })
  return html`<dl class="names">\n${rows}</dl>`
}

function printProperties(type: NodeType, stored: Readonly<Record<string, unknown>>, search: string): Markup {
  const shown = [...type.properties.values()].filter(
    ({ name, computed, hidden }) => !computed && !hidden && name !== 'label' && name !== 'description',
  )
  const rows = shown.map(property => {
    const values = valuesOf(property, stored)
    if (values.length === 0) return undefined
    const items = values.map(
      ({ value, language }) => html`<dd${language && html` lang="${language}"`}>${printValue(value, search)}</dd>`,
    )
    return html`<div><dt title="${property.description}">${wordsOf(property.name)}</dt>${items}</div>\n`
  })
  return html`<h2>Properties</h2>\n<dl>\n${rows}</dl>`
}

function valuesOf(property: Property, stored: Readonly<Record<string, unknown>>): { value: unknown; language?: string }[] {
  if (!property.translated) {
    const values = [stored[property.name] ?? []].flat()
    return values.map(value => ({ value: isEnum(property.type) ? wordsOf(String(value)) : value }))
  }
  return languages.flatMap(language => {
    const value = stored[translatedName(property.name, language)]
    return value === undefined || value === null ? [] : [{ value, language: language.toLowerCase() }]
  })
}

/** Statements under the name of the field that traverses them, in the order of the ontology. */
function printStatements(type: NodeType, statements: readonly StatementRow[], search: string): Markup[] {
  const groups = [...type.traversals.values()].map(traversal => ({ traversal, of: statements.filter(isAlong(traversal)) }))
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ traversal, of }) => {
      const items = of.map(statement => printStatement(traversal, statement, search))
      return html`<section>\n<h2>${wordsOf(traversal.name)}</h2>\n<p class="meaning">${traversal.description}</p>\n<ul>\n${items}</ul>\n</section>\n`
    })
}

function isAlong({ relationship, direction, targets }: Traversal): (statement: StatementRow) => boolean {
  return ({ type, outward, other }) =>
    type === relationship.name && outward === (direction === 'OUT') && targets.some(target => other.types.includes(target))
}

function printStatement({ relationship }: Traversal, { other, properties }: StatementRow, search: string): Markup {
  const { id, basis, source, quote, note, rank, rankReason, validFrom, validTo } = properties as Record<
    string,
    string | undefined
  >
  const own = [...relationship.properties.keys()].map(name => properties[name]).filter(value => value !== undefined)
  const label = preferred.map(language => other.labels[language]).find(Boolean) ?? other.id
  const days = (validFrom || validTo) && html`<span>${validFrom ?? '…'} to ${validTo ?? '…'}</span> `
  const setAside = rank === 'DEPRECATED'
  const facts = [setAside && 'set aside', ...own, basis, rank === 'PREFERRED' && rank]
    .filter(Boolean)
    .map(fact => html`<span>${wordsOf(String(fact))}</span> `)
  return html`<li id="${statementAnchor(id ?? '')}"${setAside && html` class="set-aside"`}>
<a class="other" href="/id/${other.id}${search}">${label}</a>
<p class="facts">${facts}${days}</p>
${quote && html`<blockquote>${quote}</blockquote>\n`}${rankReason && html`<p>${setAside && 'Set aside: '}${rankReason}</p>\n`}${note && html`<p>${note}</p>\n`}<p class="source">Source: ${printValue(source, search)}</p>
</li>\n`
}

/** A web address and an id become links; the rest is text. */
function printValue(value: unknown, search: string): Markup {
  const text = String(value)
  if (/^https?:\/\/\S+$/.test(text)) return html`<a href="${text}" rel="noreferrer">${text}</a>`
  return idPattern.test(text) ? html`<a href="/id/${text}${search}">${text}</a>` : html`${text}`
}

function inAnyLanguage(properties: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const spoken = preferred.find(language => typeof properties[translatedName(name, language)] === 'string')
  return spoken && String(properties[translatedName(name, spoken)])
}

/** A name of the ontology in words: `dateFounded` is “date founded”, `NAMED_IN_TEXT` “named in text”. */
function wordsOf(name: string): string {
  if (/^[A-Z0-9_]+$/.test(name)) return name.toLowerCase().replaceAll('_', ' ')
  return /^[A-Za-z]+$/.test(name) ? name.replace(/(?<=[a-z])[A-Z]/g, letter => ` ${letter.toLowerCase()}`) : name
}
