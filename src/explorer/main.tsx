import { effect } from '@preact/signals'
import { render } from 'preact'
import { App } from './panels/App.tsx'
import { followView } from './scene/current.ts'
import { followLayers } from './scene/positions.ts'
import { followTheme } from './scene/visible.ts'
import { view } from './view/current.ts'

effect(() => {
  document.documentElement.lang = view.value.lang.toLowerCase()
  document.documentElement.dataset['scheme'] = view.value.scheme
})
followView()
followTheme()
followLayers()
render(<App />, document.querySelector('#explorer')!)
