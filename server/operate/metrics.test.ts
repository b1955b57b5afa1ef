import { describe, expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

const numberOf = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

describe('metrics', () => {
  it('count requests by endpoint and status, and how long they took', () => {
    const metrics = createMetrics()
    const route = metrics.routeOf('/api/sales-stages/0190f3a1/')
    metrics.answered('GET', route, 200, 0.02)
    metrics.answered('GET', route, 200, 0.12)
    metrics.answered('GET', route, 404, 60)
    const text = metrics.text(3)
    const at = 'method="GET",route="/api/sales-stages/{id}/"'
    expect(numberOf(text, `stagecraft_http_requests_total{${at},status="200"}`)).toBe(2)
    expect(numberOf(text, `stagecraft_http_requests_total{${at},status="404"}`)).toBe(1)
    const within = (le: string) =>
      numberOf(text, `stagecraft_http_request_duration_seconds_bucket{${at},le="${le}"}`)
    expect([within('0.005'), within('0.025'), within('0.15'), within('10'), within('+Inf')]).toEqual([
      0, 1, 2, 2, 3,
    ])
    expect(numberOf(text, `stagecraft_http_request_duration_seconds_count{${at}}`)).toBe(3)
    expect(numberOf(text, 'stagecraft_sockets_open')).toBe(3)
    expect(numberOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6)
  })

  it('are in the text format: every series described before, numbers, one line end at the end', () => {
    const text = createMetrics().text(0)
    expect(text).toMatch(/[^\n]\n$/)
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ \S.*|\w+(\{(\w+="[^"\\\n]*",?)+\})? -?[\d.e+-]+)$/)
    }
  })

  it('do not grow by what strangers ask for', () => {
    const metrics = createMetrics()
    for (let index = 0; index < 1_000; index += 1) {
      metrics.answered(`M${index}`, metrics.routeOf(`/api/sales-stages/${index}/`), 404, 0)
      metrics.answered('GET', metrics.routeOf(`/wp-admin/${index}`), 404, 0)
    }
    expect(metrics.text(0).split('\n').length).toBeLessThan(60)
    expect(metrics.routeOf('/api/sales-stages/bulk/')).toBe('/api/sales-stages/bulk/')
    expect(metrics.routeOf('/api/me')).toBe('/api/me')
  })
})
