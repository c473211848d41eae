/** Resolves when the process is told to stop: Ctrl-C or SIGTERM. */
export function untilTold(): Promise<'told'> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('told'))
  })
}
