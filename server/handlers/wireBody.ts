/** From a parsed wire body to the code's names, without what was not given. */
import { toCamelCase } from '../../src/domain/process/wire.ts'

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S
export type CodeNames<Body> = {
  [K in keyof Body as K extends string ? CamelCase<K> : never]: Exclude<Body[K], undefined>
}

/** `{ stage_name: 'A', color: undefined }` → `{ stageName: 'A' }`. Top level only, like all renaming. */
export function codeNames<Body extends object>(body: Body): CodeNames<Body> {
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [toCamelCase(key), value]),
  ) as CodeNames<Body>
}
