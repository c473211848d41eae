/** How long and how wide to drive a contender. */
export interface Load {
  readonly connections: number
  readonly seconds: number
  /** Ends earlier, after so many requests. */
  readonly requests?: number
}

/** What driving it gave; times in milliseconds. */
export interface Sample {
  readonly count: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}

/** Sends one request after the other on each connection until the time is over; `send` gets a number that counts on. */
export async function drive(
  { connections, seconds, requests = Infinity }: Load,
  send: (turn: number) => Promise<void>,
): Promise<Sample> {
  const times: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  let turn = 0
  const connection = async () => {
    let now = performance.now()
    while (now < end && turn < requests) {
      await send(turn++)
      const after = performance.now()
      times.push(after - now)
      now = after
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return { count: times.length, seconds: took, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** A message to a process that drives, and its answer. */
export type Order<Task> = { readonly number: number; readonly task: Task }
export type Reply = { readonly number: number; readonly value?: unknown; readonly error?: string }

/** Makes this process do what the runner tells it, one message at a time. */
export function obey<Task>(perform: (task: Task) => Promise<unknown>): void {
  process.on('message', ({ number, task }: Order<Task>) => {
    perform(task).then(
      value => process.send!({ number, value } satisfies Reply),
      (error: unknown) => process.send!({ number, error: String(error) } satisfies Reply),
    )
  })
  process.on('disconnect', () => process.exit())
}
