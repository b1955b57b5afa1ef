/** The types that an endpoint's value gives to whoever calls or serves it. */
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** As sent: what may be left out is optional. */
export type ParamsSent<E extends Endpoint> = E extends { readonly params: infer S extends z.ZodType }
  ? z.input<S>
  : never
export type QuerySent<E extends Endpoint> = E extends { readonly query: infer S extends z.ZodType }
  ? z.input<S>
  : never
export type BodySent<E extends Endpoint> = E extends { readonly body: infer S extends z.ZodType }
  ? z.input<S>
  : never

/** As received: parsed, defaults filled in. */
export type ParamsOf<E extends Endpoint> = E extends { readonly params: infer S extends z.ZodType }
  ? z.output<S>
  : Record<string, never>
export type QueryOf<E extends Endpoint> = E extends { readonly query: infer S extends z.ZodType }
  ? z.output<S>
  : Record<string, never>
export type BodyOf<E extends Endpoint> = E extends { readonly body: infer S extends z.ZodType }
  ? z.output<S>
  : null

/** The body of a success. */
export type ResultOf<E extends Endpoint> = {
  [S in keyof E['responses']]: E['responses'][S] extends z.ZodType ? z.output<E['responses'][S]> : null
}[keyof E['responses']]

export type StatusOf<E extends Endpoint> = Extract<keyof E['responses'], number>
