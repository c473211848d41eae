import type { StatementRow } from '../../cypher/readEntity.ts'
import { nameTraversal, nameType, nameValue } from '../../schema/names/names.ts'
import type { NodeType, Traversal } from '../../schema/ontology.ts'
import { describe } from '../../schema/translations/translations.ts'
import { statementAnchor } from '../rdf/terms.ts'
import { html, type Markup } from './markup.ts'
import type { PageOptions } from './pageOptions.ts'
import { printValue } from './printValue.ts'
import { langOf, speak } from './spoken.ts'
import { pageTexts } from './texts.ts'
import { writePeriod } from './writeDate.ts'

/** Statements under what the entity is or does in them, in the order of the ontology. */
export function printStatements(type: NodeType, statements: readonly StatementRow[], page: PageOptions): Markup[] {
  const traversals = [...type.traversals.values()]
  const groups = traversals.map(traversal => ({ traversal, of: statements.filter(isAlong(traversal)) }))
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ traversal, of }) => {
      const meaning = describe(traversal.description, page.lang)
      const items = of.map(statement => printStatement(traversal, statement, page))
      return html`<section>\n<h2>${headingOf(traversal, traversals, page)}</h2>\n${meaning && html`<p class="meaning">${meaning}</p>\n`}<ul>\n${items}</ul>\n</section>\n`
    })
}

function isAlong({ relationship, direction, targets }: Traversal): (statement: StatementRow) => boolean {
  return ({ type, outward, other }) =>
    type === relationship.name && outward === (direction === 'OUT') && targets.some(target => other.types.includes(target))
}

/** What one relationship leads to is told apart where it leads to several kinds of things. */
function headingOf(traversal: Traversal, all: readonly Traversal[], { lang }: PageOptions): string {
  const name = nameTraversal(traversal, lang)
  const alone = all.filter(other => nameTraversal(other, lang) === name).length === 1
  return alone ? name : `${name} · ${traversal.targets.map(target => nameType(target, lang, true).toLowerCase()).join(', ')}`
}

function printStatement({ relationship }: Traversal, statement: StatementRow, { lang, search }: PageOptions): Markup {
  const t = pageTexts[lang]
  const { other, properties, language } = statement
  const { id, basis, source, quote, note, rank, rankReason } = properties as Record<string, string | undefined>
  const label = speak(spoken => other.labels[spoken], lang) ?? { words: other.id, language: lang }
  const own = [...relationship.properties.keys()].flatMap(name => properties[name] ?? [])
  const setAside = rank === 'DEPRECATED'
  const values = [setAside && rank, ...own, basis, rank === 'PREFERRED' && rank]
  const facts = [...values.flatMap(value => (value ? nameValue(String(value), lang) : [])), writePeriod(properties, lang) ?? []]
    .flat()
    .map(fact => html`<span>${fact}</span> `)
  // What an editor writes says nowhere in which language it is.
  const said = (words: Markup) => html`<p${langOf(undefined, lang)}>${words}</p>\n`
  return html`<li id="${statementAnchor(id ?? '')}"${setAside && html` class="set-aside"`}>
<a class="other" href="/id/${other.id}${search}"${langOf(label.language, lang)}>${label.words}</a>
<p class="facts">${facts}</p>
${quote && html`<blockquote${langOf(language, lang)}>${quote}</blockquote>\n`}${rankReason && html`<p>${setAside && html`${t.setAside} `}<span${langOf(undefined, lang)}>${rankReason}</span></p>\n`}${note && said(html`${note}`)}<p class="source">${t.source} ${printValue(source, search)}</p>
</li>\n`
}
