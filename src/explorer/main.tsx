import { effect } from '@preact/signals'
import { render } from 'preact'
import { App } from './panels/App.tsx'
import { askAhead } from './scene/askAhead.ts'
import { followView, loaded } from './scene/current.ts'
import { followLayers } from './scene/positions.ts'
import { followTheme } from './scene/visible.ts'
import { view } from './view/current.ts'

effect(() => {
  document.documentElement.lang = view.value.lang.toLowerCase()
  document.documentElement.dataset['scheme'] = view.value.scheme
})
effect(() => {
  const { selected } = view.value
  const name = selected && loaded.value.nodes.get(selected)?.label
  document.title = name ? `${name} · Pacta` : 'Pacta'
})
followView()
followTheme()
followLayers()
askAhead()
render(<App />, document.querySelector('#explorer')!)
