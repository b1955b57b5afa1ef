/** What a command of the command line is: a name, the options it understands, how many files it takes, and what it does. */
import type { ParseArgsConfig, parseArgs } from 'node:util'
import type { Io } from './io.ts'

type Options = NonNullable<ParseArgsConfig['options']>
/** The values of the options, as `parseArgs` types them. */
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O }>>['values']

export interface Invocation<V> {
  readonly files: readonly string[]
  readonly values: V
  /** For machines: one JSON value on the standard output, nothing else. */
  readonly json: boolean
  readonly io: Io
}

export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** Lines of the command's own help. */
  readonly details: readonly string[]
  readonly options: Options
  /** How many files: [fewest, most]. */
  readonly files: readonly [number, number]
  readonly run: (invocation: Invocation<Values<Options>>) => Promise<number>
}

/** Keeps the types of a command's options for its `run`. */
export function defineCommand<const O extends Options>(
  command: Omit<Command, 'options' | 'run'> & {
    readonly options: O
    readonly run: (invocation: Invocation<Values<O>>) => Promise<number>
  },
): Command {
  return { ...command, run: (invocation) => command.run(invocation as Invocation<Values<O>>) }
}
