/**
 * The moment at which saved scenarios are walked. A scenario is a test of the process: it must not begin to fail
 * because time goes by, so it never runs at the real time. A Monday morning; whoever shows scenario results uses it.
 */
export const scenarioMoment = '2026-01-05T09:00:00.000Z'
