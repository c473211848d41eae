/** @jsxImportSource react */
import { useGraphiQL, useMonaco } from '@graphiql/react'
import { useEffect } from 'react'

/** GraphiQL's own themes, by the names that it calls them, with what is too faint to be read made darker or lighter. */
const themes = {
  'graphiql-LIGHT': { base: 'vs', primary: '#a3046e', lineNumber: '#4f6f78', comment: '00700a', argument: '5a55c4' },
  'graphiql-DARK': { base: 'vs-dark', primary: '#ff85b2', lineNumber: '#a9b4c4', comment: '94c47d', argument: 'a9a4ff' },
} as const

/** Gives the editors colours that stand out from their ground, as soon as there are editors. */
export function EditorColours() {
  const monaco = useMonaco(state => state.monaco)
  const theme = useGraphiQL(state => state.monacoTheme)
  useEffect(() => {
    if (!monaco) return
    for (const [name, { base, primary, lineNumber, comment, argument }] of Object.entries(themes))
      monaco.editor.defineTheme(name, {
        base,
        inherit: true,
        rules: [
          { token: 'comment', foreground: comment },
          { token: 'argument.identifier.gql', foreground: argument },
        ],
        colors: {
          'editor.background': '#ffffff00',
          'scrollbar.shadow': '#ffffff00',
          'editorLineNumber.foreground': lineNumber,
          'editorLineNumber.dimmedForeground': lineNumber,
          'textLink.foreground': primary,
          'textLink.activeForeground': primary,
          'list.highlightForeground': primary,
          'editorSuggestWidget.selectedForeground': primary,
          focusBorder: primary,
        },
      })
    if (theme) monaco.editor.setTheme(theme)
  }, [monaco, theme])
  return null
}
