/**
 * What goes into reading files that others made, and what comes out: a process with the account of how faithful it
 * is, or one clear sentence about why there is none. Dirty data is imported and told; only what holds no process at
 * all is a problem.
 */
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'

export type FormatId = 'salesforce' | 'hubspot' | 'stagecraft'

export const formatNames: Readonly<Record<FormatId, string>> = {
  salesforce: 'Salesforce opportunity stages',
  hubspot: 'HubSpot pipelines',
  stagecraft: 'Stagecraft process',
}

export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The moves of a format that has none: each stage to the next, or every open stage to every other. */
export type Topology = 'linear' | 'all_to_all'

export interface ReadOptions {
  readonly newId: () => string
  /** The id of one of the choices an earlier reading offered. */
  readonly businessProcess?: string
  readonly pipeline?: string
  readonly topology?: Topology
  /** The name of the process, instead of the one in the file. */
  readonly name?: string
  /** Ids of a file of our own are kept by default (`keep`); an import beside existing processes takes `fresh` ones. */
  readonly ids?: 'keep' | 'fresh'
}

/** One of several processes in the files. Give its id back as `businessProcess` or `pipeline` to read it. */
export interface Choice {
  readonly id: string
  readonly kind: 'business_process' | 'pipeline'
  readonly name: string
  readonly stageCount: number
  readonly isActive: boolean
}

/**
 * One line of the loss report. `mapped`: taken as it stands in the file; `guessed`: not in the file, or not clear
 * there, so an assumption was made; `dropped`: in the file, but not in the process.
 */
export interface Loss {
  readonly kind: 'mapped' | 'guessed' | 'dropped'
  /** What it is about: a heading such as "Transitions" or "Other settings"; or a name, which is nobody's to translate. */
  readonly what: string
  readonly isName?: true
  /** File, and line or path in it. */
  readonly where: string
  readonly sentence: string
}

/** Why nothing could be read. `sentence` says all three in one line. */
export interface ReadProblem {
  readonly what: string
  readonly where: string
  readonly remedy: string
  readonly sentence: string
}

export interface ReadSuccess {
  readonly ok: true
  readonly format: FormatId
  /** The processes in the files; empty where there is nothing to choose. */
  readonly choices: readonly Choice[]
  /** The choice that was read; null where a choice has to be made first, or there was none to make. */
  readonly chosen: string | null
  /** Absent exactly where a choice has to be made first. */
  readonly document?: ProcessDocument
  /** What the process refers to and the file carried along: only our own format does. */
  readonly reference?: Partial<ReferenceData>
  /** Guessed first, then dropped, then mapped. */
  readonly losses: readonly Loss[]
}

export type ReadResult = ReadSuccess | { readonly ok: false; readonly problem: ReadProblem }

/** Thrown by readers and turned into a `ReadProblem` at the door; never leaves this area. */
export class Unreadable extends Error {
  readonly problem: ReadProblem

  /** Whole sentences, but `where`: a file's name with line or path, or empty. */
  constructor(where: string, what: string, remedy: string) {
    const sentence = `${where === '' ? '' : `${where}: `}${what} ${remedy}`
    super(sentence)
    this.problem = { what, where, remedy, sentence }
  }
}

/** "a.xml, b.xml, …": where something is that concerns several files. */
export const namesOf = (files: readonly { readonly name: string }[]): string =>
  [...files.slice(0, 3).map(({ name }) => name), ...(files.length > 3 ? ['…'] : [])].join(', ')

const ranks = { guessed: 0, dropped: 1, mapped: 2 } as const

/** What needs a look first; the order within a kind is the order of the file. */
export const lossesInOrder = (losses: readonly Loss[]): Loss[] =>
  losses.toSorted((a, b) => ranks[a.kind] - ranks[b.kind])
