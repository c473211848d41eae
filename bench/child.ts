import { type ChildProcess, fork } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Reply } from './drive.ts'

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill()
})

/** A process of the benchmark, and how to talk to it. */
export class Child {
  readonly pid: number
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  #number = 0
  #said = ''

  constructor(
    readonly name: string,
    file: string,
    options: {
      readonly environment?: Record<string, string>
      readonly arguments?: readonly string[]
      readonly plain?: boolean
    } = {},
  ) {
    const { PATH = '', HOME = '', JAVA_HOME = '' } = process.env
    this.#process = fork(file, options.arguments ?? [], {
      // Pacta runs as it is shipped, without the loader that the TypeScript of the benchmark needs.
      execArgv: options.plain ? [] : process.execArgv,
      env: { PATH, HOME, ...(JAVA_HOME && { JAVA_HOME }), NODE_ENV: 'production', ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.pid = this.#process.pid!
    running.add(this.#process)
    this.#process.stderr!.on('data', piece => {
      this.#said = (this.#said + piece).slice(-3000)
    })
    this.#process.on('message', ({ number, value, error }: Reply) => {
      const waiting = this.#waiting.get(number)
      this.#waiting.delete(number)
      if (error === undefined) waiting?.resolve(value)
      else waiting?.reject(new Error(`${name}: ${error}`))
    })
    this.#process.once('exit', code => {
      running.delete(this.#process)
      for (const { reject } of this.#waiting.values()) reject(new Error(`${name} ended with code ${code}:\n${this.#said}`))
    })
  }

  /** What follows "answers at" in the first line that says so. */
  async ready(): Promise<string> {
    const ended = new Promise<never>((_, reject) => {
      this.#process.once('exit', code => reject(new Error(`${this.name} could not start (${code}):\n${this.#said}`)))
    })
    ended.catch(() => {})
    const lines = createInterface({ input: this.#process.stdout! })
    const said = new Promise<string>(resolve => {
      lines.on('line', line => {
        const address = /answers at (\S+)/.exec(line)?.[1]
        if (address) resolve(address)
      })
    })
    return Promise.race([said, ended])
  }

  /** Has it do a task, and gives what comes of it. */
  order(task: object): Promise<unknown> {
    const number = this.#number++
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject })
      this.#process.send({ number, task })
    })
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = new Promise(resolve => this.#process.once('exit', resolve))
    this.#process.kill('SIGTERM')
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
  }
}
