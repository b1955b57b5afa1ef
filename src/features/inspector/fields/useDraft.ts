import { useState } from 'react'

interface Draft<Value> {
  readonly text: string
  /** The value that the text led to. Where the document says something else by now, the text is stale. */
  readonly led: Value
  readonly refusal: string | null
}

interface DraftOptions<Value> {
  readonly value: Value
  readonly format: (value: Value) => string
  /** What the text means, or why it means nothing. */
  readonly parse: (text: string) => { readonly value: Value } | { readonly reason: string }
  readonly commit: (value: Value) => string | null
  readonly done: () => void
}

/**
 * Text while it is typed: what was typed stays as typed ("1.", "") as long as it stands for the value in the
 * document, and goes when the field is left or when the value changes elsewhere (undo, a quick fix).
 */
export function useDraft<Value>({ value, format, parse, commit, done }: DraftOptions<Value>) {
  const [draft, setDraft] = useState<Draft<Value> | null>(null)
  const current = draft !== null && Object.is(draft.led, value) ? draft : null
  return {
    text: current?.text ?? format(value),
    refusal: current?.refusal ?? null,
    onText(text: string) {
      const read = parse(text)
      if ('reason' in read) {
        setDraft({ text, led: value, refusal: read.reason })
        return
      }
      const refusal = commit(read.value)
      setDraft({ text, led: refusal === null ? read.value : value, refusal })
    },
    onLeave() {
      setDraft(null)
      done()
    },
  }
}
