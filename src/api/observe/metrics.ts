import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What is read when the figures are asked for, not counted as it happens. */
export interface Sources {
  readonly cache?: { readonly hits: number; readonly misses: number; readonly bytes: number }
  /** How many statements and transactions use a Bolt connection now, and how many did at most at once. */
  readonly bolt: { readonly inUse: number; readonly mostInUse: number }
  readonly inFlight: () => number
  readonly revision: () => Promise<number>
  readonly feed: () => { readonly followers: number; readonly slowest: number | undefined }
}

/** The figures of one process, in the form that Prometheus reads. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests = this.#counter('http_requests_total', 'Requests answered.', ['route', 'status'])
  readonly #durations = this.#histogram('http_request_duration_seconds', 'Time from request to response.', ['route'], seconds)
  readonly #statements = this.#histogram('cypher_duration_seconds', 'Time of statements and transactions.', ['kind'], seconds)
  readonly #failures = this.#counter('cypher_failures_total', 'Statements and transactions that failed.', ['kind'])
  readonly #costs = this.#histogram(
    'graphql_cost_nodes',
    'Nodes that operations ask for.',
    [],
    [1, 10, 100, 1000, 10_000, 50_000],
  )
  readonly #children = new Map<string, { inc(): void }>()
  readonly #timers = new Map<string, { observe(value: number): void }>()

  constructor() {
    // Once every 100 ms is enough to see a blocked event loop, and costs nothing to speak of.
    collectDefaultMetrics({ register: this.#registry, eventLoopMonitoringPrecision: 100 })
  }

  readonly contentType = this.#registry.contentType

  /** Counts a request that was answered. */
  countRequest(route: string, status: number, milliseconds: number): void {
    const key = `${route} ${status}`
    let child = this.#children.get(key)
    if (!child) this.#children.set(key, (child = this.#requests.labels(route, String(status))))
    let timer = this.#timers.get(route)
    if (!timer) this.#timers.set(route, (timer = this.#durations.labels(route)))
    child.inc()
    timer.observe(milliseconds / 1000)
  }

  /** Counts a statement or a transaction that has ended. */
  countStatement(kind: string, milliseconds: number, failed: boolean): void {
    this.#statements.observe({ kind }, milliseconds / 1000)
    if (failed) this.#failures.inc({ kind })
  }

  /** Notes how many nodes an operation asks for. */
  noteCost(nodes: number): void {
    this.#costs.observe(nodes)
  }

  /** Reads these whenever the figures are asked for. */
  watch({ cache, bolt, inFlight, revision, feed }: Sources): void {
    this.#gauge('http_requests_in_flight', 'Requests that are being answered.', inFlight)
    this.#gauge('bolt_connections_in_use', 'Bolt connections in use.', () => bolt.inUse)
    this.#gauge('bolt_connections_most_in_use', 'Bolt connections in use at once at most, since the start.', () => bolt.mostInUse)
    this.#gauge('revision', 'The last revision of the graph.', revision)
    this.#gauge('feed_followers', 'Those who follow the changes.', () => feed().followers)
    this.#gauge('feed_lag_revisions', 'Revisions that the slowest of those who follow has yet to be given.', async () => {
      const { slowest } = feed()
      return slowest === undefined ? 0 : Math.max(0, (await revision()) - slowest)
    })
    if (!cache) return
    this.#gauge('response_cache_bytes', 'Size of the responses that are kept.', () => cache.bytes)
    this.#total('response_cache_hits_total', 'Responses given again.', () => cache.hits)
    this.#total('response_cache_misses_total', 'Responses that were not kept yet.', () => cache.misses)
  }

  /** All figures as text. */
  print(): Promise<string> {
    return this.#registry.metrics()
  }

  #counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `pacta_${name}`, help, labelNames, registers: [this.#registry] })
  }

  #histogram(name: string, help: string, labelNames: string[], buckets: number[]): Histogram {
    return new Histogram({ name: `pacta_${name}`, help, labelNames, buckets, registers: [this.#registry] })
  }

  #gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const registers = [this.#registry]
    new Gauge({
      name: `pacta_${name}`,
      help,
      registers,
      async collect() {
        this.set(await read())
      },
    })
  }

  #total(name: string, help: string, read: () => number): void {
    const registers = [this.#registry]
    new Counter({
      name: `pacta_${name}`,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  }
}
