import { useState } from 'react'
import { type Logic, logicSchema } from '../../../domain/process/rule.ts'
import { inspectRule } from '../../../domain/process/ruleShape.ts'
import { useText } from '../../../text/index.ts'
import { TextField } from '../../../ui/forms/index.ts'

interface JsonEditProps {
  readonly logic: Logic
  readonly readOnly: boolean
  readonly onType: (logic: Logic) => void
  readonly onDone: () => void
}

/**
 * JsonLogic as text, for experts. What is no JSON changes nothing and stays in the box until it is; what is JSON but
 * no rule is kept and says so, here and in the problems.
 */
export function JsonEdit({ logic, readOnly, onType, onDone }: JsonEditProps) {
  const t = useText('inspector')
  const [draft, setDraft] = useState<{ readonly text: string; readonly broken: boolean } | null>(null)
  const text = draft?.text ?? JSON.stringify(logic, null, 2)
  const [problem] = inspectRule(logic).problems
  return (
    <TextField
      label={t('json')}
      rows={4}
      value={text}
      readOnly={readOnly}
      spellCheck={false}
      help={t('jsonHelp')}
      error={draft?.broken ? t('jsonBroken') : problem?.sentence}
      onChange={(event) => {
        const next = event.target.value
        const read = parsed(next)
        setDraft({ text: next, broken: read === undefined })
        if (read !== undefined) onType(read)
      }}
      onBlur={() => {
        if (!draft?.broken) setDraft(null)
        onDone()
      }}
    />
  )
}

function parsed(text: string): Logic | undefined {
  try {
    return logicSchema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
