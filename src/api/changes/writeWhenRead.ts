import type { ServerResponse } from 'node:http'

/** How long a reader may leave the connection full before it is taken for gone. */
const secondsToRead = 60

/** Writes, and waits until the reader has room for more; ends the connection of a reader that reads nothing for a while. */
export function writeWhenRead(response: ServerResponse, text: string): Promise<void> {
  if (response.destroyed || response.write(text)) return Promise.resolve()
  return new Promise(resolve => {
    const giveUp = setTimeout(() => response.destroy(), secondsToRead * 1000)
    const done = () => {
      clearTimeout(giveUp)
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
  })
}
