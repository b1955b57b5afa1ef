/** The files in the dialog and what was read from them; only the latest request counts. */
import { useEffect, useRef, useState } from 'react'
import type { ReadProblem, Topology } from '../../interchange/index.ts'
import {
  type ImportRequest,
  type ImportSetting,
  loadFiles,
  type Readable,
  readForImport,
} from './readForImport.ts'

export type Reading =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly names: string }
  | { readonly state: 'problem'; readonly names: string; readonly problem: ReadProblem }
  | {
      readonly state: 'read'
      readonly names: string
      readonly request: ImportRequest
      readonly read: Readable
    }

interface ReadingControls {
  readonly reading: Reading
  take(files: readonly File[]): void
  choose(choice: string | null): void
  connect(topology: Topology): void
}

/** @param onSettled Called once for each request that was not overtaken. */
export function useReading(
  setting: ImportSetting,
  initialFiles: readonly File[],
  onSettled: (reading: Reading) => void,
): ReadingControls {
  const [reading, setReading] = useState<Reading>({ state: 'none' })
  const latest = useRef(0)

  const settle = (turn: number, next: Reading) => {
    if (turn !== latest.current) return
    setReading(next)
    onSettled(next)
  }
  const begin = (): number => {
    latest.current += 1
    return latest.current
  }
  const readAgain = async (turn: number, names: string, request: ImportRequest) => {
    const outcome = await readForImport(request, setting)
    settle(
      turn,
      outcome.ok
        ? { state: 'read', names, request, read: outcome.value }
        : { state: 'problem', names, problem: outcome.problem },
    )
  }
  const change = (changes: Partial<ImportRequest>) => {
    if (reading.state === 'read') void readAgain(begin(), reading.names, { ...reading.request, ...changes })
  }
  const take = (files: readonly File[]) => {
    if (files.length === 0) return
    const names = files.map((file) => file.name).join(', ')
    const turn = begin()
    setReading({ state: 'reading', names })
    void loadFiles(files).then((loaded) =>
      'sentence' in loaded
        ? settle(turn, { state: 'problem', names, problem: loaded })
        : readAgain(turn, names, { files: loaded, choice: null, topology: 'linear' }),
    )
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: files that were dropped outside are taken once
  useEffect(() => {
    take(initialFiles)
    return () => {
      latest.current += 1
    }
  }, [])

  return {
    reading,
    take,
    choose: (choice) => change({ choice }),
    connect: (topology) => change({ topology }),
  }
}
