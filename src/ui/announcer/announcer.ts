/**
 * Says to a screen reader what happened elsewhere on the page. Two regions stand in index.html before any script
 * runs, outside everything that an overlay hides. Each message is its own child of the polite log and is removed
 * after ten seconds, so a repeated message is spoken again. Whatever is said is also kept in a readable activity log.
 */
import { preferences } from '../preferences/index.ts'
import type { Earcon } from './earcons.ts'

/** What a message is; it decides the order within one moment: my action's result, what follows from it, a hint. */
export type MessageKind = 'result' | 'consequence' | 'hint'

export interface AnnounceOptions {
  /** Interrupts. Only for data loss, a failed save, a lost session or a conflict. */
  readonly assertive?: boolean
  /** Default `result`. One hint at most in a moment, and the same hint once a session. */
  readonly kind?: MessageKind
  /** Of messages with the same topic within a moment only the last is spoken (moves, counts, filters). */
  readonly topic?: string
  /** Waits until nobody has typed for 1.5 s, for counts that change with every letter. */
  readonly afterTyping?: boolean
}

export interface Activity {
  readonly id: number
  readonly text: string
  /** ISO 8601, local clock. */
  readonly at: string
}

/** Words, or how to find them at the moment they are spoken: of what changes quickly only the outcome is true. */
type Words = string | (() => string)

interface Waiting extends AnnounceOptions {
  readonly text: Words
}

export const moment = 150
export const stay = 10_000
export const typingPause = 1_500
const remembered = 50
/** Readers stumble over them; in the log they stay. */
const quotes = /[“”„«»]/g

const rank: Readonly<Record<MessageKind, number>> = { result: 0, consequence: 1, hint: 2 }

const region = (id: string): HTMLElement | null => document.getElementById(id)

let queue: Waiting[] = []
let timer: ReturnType<typeof setTimeout> | undefined
let lastTyped = Number.NEGATIVE_INFINITY
let spoken = 0
let log: readonly Activity[] = []
const hintsGiven = new Set<string>()
const listeners = new Set<() => void>()

/** Speaks a full sentence: capital letter, full stop, most important word first. Never for what focus already says. */
export function announce(text: Words, options: AnnounceOptions = {}): void {
  if (text === '') return
  if (options.assertive) {
    say('sr-assertive', found(text))
    sound('alarm')
    return
  }
  if (options.kind === 'hint') {
    if (!preferences().hints || hintsGiven.has(found(text))) return
    hintsGiven.add(found(text))
    queue = queue.filter((waiting) => waiting.kind !== 'hint')
  }
  if (options.topic !== undefined) queue = queue.filter((waiting) => waiting.topic !== options.topic)
  queue = [...queue, { ...options, text }]
  schedule(moment)
}

/** The last 50 messages, newest last. */
export const activity = (): readonly Activity[] => log

export function onActivity(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Called once at start: learns when people type. Returns how to stop. */
export function watchTyping(target: EventTarget): () => void {
  const typed = () => {
    lastTyped = Date.now()
  }
  const left = () => {
    if (lastTyped === Number.NEGATIVE_INFINITY) return
    lastTyped = Number.NEGATIVE_INFINITY
    if (queue.length > 0) schedule(moment)
  }
  target.addEventListener('input', typed, true)
  target.addEventListener('focusout', left, true)
  return () => {
    target.removeEventListener('input', typed, true)
    target.removeEventListener('focusout', left, true)
  }
}

function schedule(delay: number): void {
  clearTimeout(timer)
  timer = setTimeout(flush, delay)
}

function flush(): void {
  const quietIn = lastTyped + typingPause - Date.now()
  const typing = quietIn > 0
  const due = typing ? queue.filter((waiting) => !waiting.afterTyping) : queue
  queue = typing ? queue.filter((waiting) => waiting.afterTyping) : []
  const ordered = due
    .map((message) => ({ ...message, text: found(message.text) }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => rank[a.kind ?? 'result'] - rank[b.kind ?? 'result'])
  for (const { text } of ordered) say('sr-polite', text)
  const [first] = ordered
  if (first && first.kind !== 'hint') sound(first.kind === 'consequence' ? 'notice' : 'done')
  if (queue.length > 0) schedule(quietIn)
}

const found = (text: Words): string => (typeof text === 'string' ? text : text())

function say(id: 'sr-polite' | 'sr-assertive', text: string): void {
  spoken += 1
  log = [...log, { id: spoken, text, at: new Date().toISOString() }].slice(-remembered)
  for (const listener of listeners) listener()
  const into = region(id)
  if (!into) return
  const line = document.createElement('div')
  line.textContent = text.replace(quotes, '')
  into.append(line)
  setTimeout(() => line.remove(), stay)
}

function sound(earcon: Earcon): void {
  if (!preferences().sounds) return
  import('./earcons.ts').then(
    ({ playEarcon }) => playEarcon(earcon),
    (error: unknown) => console.warn('The tones could not be loaded.', error),
  )
}

/** Empties queue, log and regions: a new session, or a test. */
export function resetAnnouncer(): void {
  clearTimeout(timer)
  queue = []
  log = []
  lastTyped = Number.NEGATIVE_INFINITY
  hintsGiven.clear()
  for (const id of ['sr-polite', 'sr-assertive']) region(id)?.replaceChildren()
}
