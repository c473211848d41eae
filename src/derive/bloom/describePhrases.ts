import { translatedName } from '../../schema/language.ts'
import type { Ontology } from '../../schema/ontology.ts'
import type { ParameterDeclaration, PhraseDeclaration, PhraseLanguage } from './declaration.ts'
import type { PhraseParameter, SearchPhrase } from './shape.ts'

const languages: readonly PhraseLanguage[] = ['EN', 'FR']

/** Each phrase in each of its languages; `shown` are the relationship types that the perspective does not hide. */
export function describePhrases(
  ontology: Ontology,
  phrases: readonly PhraseDeclaration[],
  shown: readonly string[],
  made: number,
): SearchPhrase[] {
  return languages
    .flatMap(language => phrases.map(phrase => ({ phrase, language })))
    .map(({ phrase, language }, index) => ({
      name: phrase.description[language],
      id: `tmpl:${made + index}`,
      createdAt: made + index,
      text: phrase.text[language],
      cypher: wordCypher(phrase, language).replaceAll('%SHOWN', shown.join('|')),
      isUpdateQuery: null,
      isWriteTransactionChecked: null,
      params: phrase.parameters.map(parameter => describeParameter(ontology, parameter, language)),
      hasCypherErrors: false,
    }))
}

/** The Cypher with the parameters as the language names them, and with the names of things in that language. */
function wordCypher({ cypher, parameters }: PhraseDeclaration, language: PhraseLanguage): string {
  const names = new Map(parameters.map(({ name }) => [name.EN, name[language]]))
  return cypher(translatedName('label', language)).replace(/\$(\w+)/g, (_, name: string) => `$${names.get(name) ?? name}`)
}

function describeParameter(
  ontology: Ontology,
  { name, type, suggest }: ParameterDeclaration,
  language: PhraseLanguage,
): PhraseParameter {
  const property = ontology.nodeTypes.get(suggest.nodeType)?.properties.get(suggest.property)
  if (!property) throw new TypeError(`No ${suggest.nodeType} has the property ${suggest.property}, which a phrase suggests.`)
  return {
    name: `$${name[language]}`,
    dataType: type,
    collapsed: false,
    suggestionLabel: suggest.nodeType,
    suggestionProp: property.translated ? translatedName(property.name, language) : property.name,
    suggestionBoolean: false,
    cypher: null,
  }
}
