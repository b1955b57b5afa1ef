/** What happened in a process, for dashboards: conversion, time, bottlenecks, and whether deals are won as it says. */
import { z } from 'zod'
import { maskable } from '../domain/process/masking.ts'
import { defineEndpoint } from './endpoint.ts'
import { rowId } from './lists.ts'
import { moment } from './opportunities.ts'

/** Shares from 0 to 1; null where nothing was observed. `low` to `high` is Wilson's interval at 95 %. */
const rate = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int(),
})
/**
 * Days; null where nothing was observed. Intervals at 95 %: Student's of the mean, and of the median two observed times
 * between which it lies; null where too few were observed for one.
 */
const spans = z.strictObject({
  mean: z.number().nullable(),
  mean_low: z.number().nullable(),
  mean_high: z.number().nullable(),
  median: z.number().nullable(),
  median_low: z.number().nullable(),
  median_high: z.number().nullable(),
  p90: z.number().nullable(),
  n: z.int(),
})

export const stageAnalytics = z.strictObject({
  stage_id: z.string(),
  stage_code: z.string(),
  stage_name: z.string(),
  kind: z.enum(['open', 'won', 'lost']),
  /** Deals, each once. */
  entered: z.int(),
  /** Stays that ended by a step on or a win, by a step back, by a loss. */
  advanced: z.int(),
  returned: z.int(),
  lost: z.int(),
  still_in: z.int(),
  still_in_amount: maskable(z.number()),
  /** Of those, longer than the stage allows. */
  overdue: z.int(),
  conversion: rate,
  /** Percent, as the stage says, beside the share of its closed deals that were won. */
  configured_probability: z.number(),
  observed_win: rate,
  /** What the stage says lies outside the interval of what was observed. */
  probability_differs: z.boolean(),
  days: spans,
  configured_days: z.number().nullable(),
  maximum_days: z.number().nullable(),
  /** All days that deals spent here, stays that go on too. */
  days_spent: z.number(),
})

export const readStageAnalytics = defineEndpoint({
  method: 'GET',
  path: '/api/stage-analytics/',
  summary:
    'What happened in a process (the default one where none is named), of deals that came into a stage in a period and belong to a segment',
  access: 'view_analytics',
  query: z.strictObject({
    process_id: rowId.optional(),
    /** Stays that began at `since` or later, and before `until`. */
    since: moment.optional(),
    until: moment.optional(),
    owner_name: z.string().max(200).optional(),
    minimum_amount: z.coerce.number().min(0).max(1e13).optional(),
    maximum_amount: z.coerce.number().min(0).max(1e13).optional(),
  }),
  responses: {
    200: z.strictObject({
      process_id: z.string(),
      revision: z.int(),
      /** Until when stays that go on are counted. */
      as_of: z.string(),
      /** When opportunities were last fed; null where never. */
      fed_at: z.string().nullable(),
      /** There were more stays than are counted at once: only the latest are. */
      is_cut: z.boolean(),
      deals: z.int(),
      won: z.int(),
      lost: z.int(),
      open: z.int(),
      won_amount: maskable(z.number()),
      win_rate: rate,
      days_to_close: spans,
      /** In the order of the process. */
      stages: z.array(stageAnalytics),
      moves: z.array(
        z.strictObject({
          from_stage_id: z.string(),
          to_stage_id: z.string(),
          moves: z.int(),
          /** Of all moves out of that stage. */
          share: z.number(),
          /** Null where the process has no such way. */
          transition_id: z.string().nullable(),
        }),
      ),
      /** Ids of open stages by the days spent in them, most first. */
      bottlenecks: z.array(z.string()),
    }),
  },
  errors: ['NOT_FOUND'],
})
