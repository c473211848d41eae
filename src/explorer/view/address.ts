import { readStep, writeStep } from './step.ts'
import {
  emptyView,
  type Filters,
  type Language,
  languages,
  modes,
  noFilters,
  type Point,
  type Scheme,
  schemes,
  type View,
} from './view.ts'

const filterNames = {
  nodeTypes: 'without-type',
  relationshipTypes: 'without-relationship',
  roles: 'without-role',
  bases: 'without-basis',
} as const

/** The part of the address behind `#` that says this view. */
export function writeAddress(view: View): string {
  const said = new URLSearchParams()
  const say = (name: string, value: string | undefined) => value && said.append(name, value)
  say('lang', view.lang.toLowerCase())
  if (view.scheme !== 'auto') say('scheme', view.scheme)
  if (view.mode !== 'graph') say('view', view.mode)
  for (const step of view.steps) say('show', writeStep(step))
  say('select', view.selected)
  say('statement', view.statement)
  say('document', view.document)
  say('at', view.validAt)
  say('known', view.knownAt)
  for (const id of view.hidden) say('hide', id)
  for (const [id, { x, y }] of Object.entries(view.pinned)) say('pin', `${id}~${round(x)}~${round(y)}`)
  for (const [filter, name] of Object.entries(filterNames))
    for (const value of view.filters[filter as keyof typeof filterNames]) say(name, value)
  say('theme', view.filters.theme)
  if (view.camera) say('camera', [view.camera.x, view.camera.y, view.camera.ratio].map(round).join('~'))
  // These characters are allowed behind `#`, and an address that can be read is easier to trust.
  return `#${said.toString().replaceAll('%2F', '/').replaceAll('%7E', '~').replaceAll('%3A', ':').replaceAll('%40', '@')}`
}

/** The view that an address says; what it does not say, or says wrongly, is as in an empty one. */
export function readAddress(hash: string, preferred: Language): View {
  const said = new URLSearchParams(hash.replace(/^#/, ''))
  const given = (name: string) => said.get(name) || undefined
  const empty = emptyView(languages.find(lang => lang.toLowerCase() === said.get('lang')) ?? preferred)
  const [x, y, ratio] = numbers(given('camera') ?? '')
  return {
    ...empty,
    scheme: schemes.find(scheme => scheme === said.get('scheme')) ?? ('auto' satisfies Scheme),
    mode: modes.find(mode => mode === said.get('view')) ?? 'graph',
    steps: said.getAll('show').flatMap(text => readStep(text) ?? []),
    hidden: said.getAll('hide'),
    pinned: Object.fromEntries(said.getAll('pin').flatMap(readPin)),
    selected: given('select'),
    statement: given('statement'),
    document: given('document'),
    validAt: day(given('at')),
    knownAt: moment(given('known')),
    filters: readFilters(said),
    camera: x !== undefined && y !== undefined && ratio ? { x, y, ratio } : undefined,
  }
}

function readFilters(said: URLSearchParams): Filters {
  const lists = Object.entries(filterNames).map(([filter, name]) => [filter, said.getAll(name)])
  return { ...noFilters, ...Object.fromEntries(lists), theme: said.get('theme') || undefined }
}

function readPin(text: string): [string, Point][] {
  const [id, ...rest] = text.split('~')
  const [x, y] = numbers(rest.join('~'))
  return id && x !== undefined && y !== undefined ? [[id, { x, y }]] : []
}

function numbers(text: string): number[] {
  const read = text.split('~').map(Number)
  return text !== '' && read.every(Number.isFinite) ? read : []
}

function day(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}

function moment(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
