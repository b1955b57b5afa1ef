/** What was measured, in lines that stand under each other. */
import { quantiles, refusals, type Told } from './load.ts'

export const say = (what: string, told: string) => console.log(`  ${what.padEnd(34)} ${told}`)
export const rate = (value: number) => `${Math.round(value).toLocaleString('en').padStart(7)}/s`

export function tellLoad(told: Told): void {
  for (const name of ['read', 'write'])
    say(`  ${name}s`, `${quantiles(told.times.get(name) ?? [])} of ${told.times.get(name)?.length ?? 0}`)
  say('  refused', refusals([told]))
}

export function tellKept(before: number, after: number, told: Told): void {
  const acknowledged = told.times.get('write')?.length ?? 0
  const kept = after - before
  say('  acknowledged writes', `${acknowledged}, of which ${Math.max(0, acknowledged - kept)} were lost`)
}
