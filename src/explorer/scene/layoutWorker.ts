import { arrange, type LayoutTask } from './layout.ts'

addEventListener('message', (event: MessageEvent<{ number: number; task: LayoutTask }>) => {
  const { number, task } = event.data
  postMessage({ number, places: arrange(task) })
})
