/**
 * What Prometheus collects at `/metrics`: requests by endpoint and status, how long they took, open sockets, and how
 * the process does. Endpoints by their pattern, never by their path, so that nobody can make the list grow.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { allEndpoints } from '../../src/contract/api.ts'
import { createRoutes } from '../http/routes.ts'

export interface Metrics {
  /** The pattern of an address, such as `/api/sales-stages/{id}/`; `other` for what is none of the API's. */
  routeOf(pathname: string): string
  answered(method: string, route: string, status: number, seconds: number): void
  /** In the text format 0.0.4. */
  text(sockets: number): string
}

/** Upper bounds in seconds; the promise is 150 ms at the 95th percentile. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10] as const
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

const routes = createRoutes(new Map(allEndpoints.map(({ endpoint: { path } }) => [path, path])))

interface Series {
  readonly method: string
  readonly route: string
  readonly byStatus: Map<number, number>
  readonly buckets: number[]
  count: number
  sum: number
}

export function createMetrics(): Metrics {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  const all: Series[] = []
  const byRoute = new Map<string, Map<string, Series>>()
  const seriesOf = (method: string, route: string): Series => {
    const byMethod = byRoute.get(route) ?? new Map<string, Series>()
    const had = byMethod.get(method)
    if (had) return had
    const made: Series = {
      method,
      route,
      byStatus: new Map(),
      buckets: bounds.map(() => 0),
      count: 0,
      sum: 0,
    }
    byRoute.set(route, byMethod.set(method, made))
    all.push(made)
    return made
  }
  return {
    routeOf: (pathname) => routes(pathname)?.value ?? 'other',
    answered(method, route, status, seconds) {
      const series = seriesOf(methods.has(method) ? method : 'OTHER', route)
      series.byStatus.set(status, (series.byStatus.get(status) ?? 0) + 1)
      const bucket = bounds.findIndex((bound) => seconds <= bound)
      if (bucket >= 0) series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1
      series.count += 1
      series.sum += seconds
    },
    text(sockets) {
      const cpu = process.cpuUsage()
      const text = [
        ...described('stagecraft_http_requests_total', 'counter', 'Requests answered.'),
        ...all.flatMap(({ method, route, byStatus }) =>
          [...byStatus].map(
            ([status, count]) =>
              `stagecraft_http_requests_total${labels({ method, route, status })} ${count}`,
          ),
        ),
        ...described(
          'stagecraft_http_request_duration_seconds',
          'histogram',
          'From the request to its answer.',
        ),
        ...all.flatMap(durationsOf),
        ...gauge('stagecraft_sockets_open', 'Live connections.', sockets),
        ...gauge('process_resident_memory_bytes', 'Memory held by the process.', process.memoryUsage.rss()),
        ...gauge(
          'process_start_time_seconds',
          'Since 1970.',
          Math.round(Date.now() / 1_000 - process.uptime()),
        ),
        ...described('process_cpu_seconds_total', 'counter', 'Time of the processor used.'),
        `process_cpu_seconds_total ${(cpu.user + cpu.system) / 1e6}`,
        ...gauge(
          'nodejs_eventloop_lag_p99_seconds',
          'How late timers fire, since the last look.',
          seconds(delay.percentile(99)),
        ),
        ...gauge(
          'nodejs_eventloop_lag_max_seconds',
          'The latest of them, since the last look.',
          seconds(delay.max),
        ),
      ]
      delay.reset()
      return `${text.join('\n')}\n`
    },
  }
}

function durationsOf({ method, route, buckets, count, sum }: Series): string[] {
  const name = 'stagecraft_http_request_duration_seconds'
  let below = 0
  const lines = bounds.map((le, index) => {
    below += buckets[index] ?? 0
    return `${name}_bucket${labels({ method, route, le })} ${below}`
  })
  return [
    ...lines,
    `${name}_bucket${labels({ method, route, le: '+Inf' })} ${count}`,
    `${name}_sum${labels({ method, route })} ${sum}`,
    `${name}_count${labels({ method, route })} ${count}`,
  ]
}

const described = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]
const gauge = (name: string, help: string, value: number): string[] => [
  ...described(name, 'gauge', help),
  `${name} ${value}`,
]
const seconds = (nanoseconds: number): number => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
const labels = (named: Readonly<Record<string, string | number>>): string =>
  `{${Object.entries(named)
    .map(([name, value]) => `${name}="${value}"`)
    .join()}}`
