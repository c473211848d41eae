import Combobox from '@github/combobox-nav'
import { useEffect, useRef, useState } from 'preact/hooks'
import { AskError } from '../api/ask.ts'
import { type Found, search } from '../api/search.ts'
import { nameType } from '../ontology/names.ts'
import { colourOf } from '../ontology/ontology.ts'
import { asking, trouble } from '../scene/current.ts'
import { text } from '../texts/text.ts'
import { view } from '../view/current.ts'
import { Dot } from './Dot.tsx'

const pause = 180

/** A search field whose suggestions can be chosen with the arrow keys, the pointer or a finger. */
export function SearchBox({
  id,
  hint,
  label,
  onChoose,
}: {
  id: string
  hint: string
  label: string
  /** Told what was chosen, and for which words. */
  onChoose: (id: string, typed: string) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()
  const [open, setOpen] = useState(false)
  const [searching, setSearching] = useState(false)
  const how = asking.value

  useEffect(() => {
    setFound(undefined)
    const asks = typed.trim().length >= 2
    setSearching(asks)
    if (!asks) return
    const stop = new AbortController()
    const wait = setTimeout(() => {
      search(typed, how, stop.signal).then(
        answer => {
          setFound(answer)
          setSearching(false)
        },
        (error: unknown) => {
          if (error instanceof AskError) trouble.value = error
          if (!stop.signal.aborted) setSearching(false)
        },
      )
    }, pause)
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [typed, how])

  const suggests = open && found !== undefined && found.hits.length > 0
  useEffect(() => {
    if (!suggests || !input.current || !list.current) return
    const navigation = new Combobox(input.current, list.current, { firstOptionSelectionMode: 'selected' })
    navigation.start()
    return () => navigation.destroy()
  }, [suggests, found])

  const choose = (chosen: string) => {
    setOpen(false)
    setTyped('')
    onChoose(chosen, typed)
  }
  return (
    <search class="search">
      <label class="hidden-visually" for={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={suggests}
        aria-autocomplete="list"
        {...(suggests && { 'aria-controls': `${id}-list` })}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        placeholder={hint}
        value={typed}
        onInput={event => {
          setTyped(event.currentTarget.value)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={event => {
          if (event.key === 'Escape') setOpen(false)
        }}
      />
      {suggests && (
        <div ref={list} id={`${id}-list`} class="suggestions" role="listbox" aria-label={label}>
          {found.hits.map(hit => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus, and its keys choose.
            // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus, and its keys choose.
            <div
              key={hit.id}
              id={`${id}-${hit.id}`}
              role="option"
              aria-selected="false"
              onMouseDown={event => event.preventDefault()}
              onClick={() => choose(hit.id)}
            >
              <Dot colour={colourOf(hit.__typename)} />
              <span class="suggestion-name">{hit.label}</span>
              <span class="suggestion-type">{nameType(hit.__typename, view.value.lang)}</span>
              {hit.description && <span class="suggestion-description">{hit.description}</span>}
            </div>
          ))}
        </div>
      )}
      {open && searching && <p class="suggestions nothing">{text.value.searching}</p>}
      {open && found?.hits.length === 0 && <p class="suggestions nothing">{text.value.nothingFound}</p>}
      <span class="hidden-visually" role="status">
        {suggests ? text.value.results(found.hits.length) : open && found ? text.value.nothingFound : ''}
      </span>
    </search>
  )
}
