import { useRef, useState } from 'react'
import type { Logic } from '../../domain/process/rule.ts'
import { useText } from '../../text/index.ts'
import { LinkButton } from '../../ui/actions/LinkButton.tsx'
import { TextField } from '../../ui/forms/index.ts'
import type { FieldsByKey } from './BuilderContext.ts'
import { readJson } from './jsonText.ts'
import { leafProblems } from './leafProblems.ts'
import { useProblemWords } from './useProblemWords.ts'
import styles from './words.module.css'

interface JsonEditorProps {
  readonly label: string
  readonly logic: Logic
  readonly fields: FieldsByKey
  readonly readOnly: boolean
  readonly rows: number
  /** Names the fields by key, for those who write the whole rule. */
  readonly withKeys?: boolean
  readonly onType: (logic: Logic) => void
  readonly onDone: () => void
}

/**
 * JsonLogic as text, for experts. What is no JSON changes nothing and says where it breaks; what is JSON but no rule,
 * or names what does not exist, is kept and says so, here and in the problems.
 */
export function JsonEditor(props: JsonEditorProps) {
  const { label, logic, fields, readOnly, rows, withKeys = false, onType, onDone } = props
  const t = useText('ruleBuilder')
  const box = useRef<HTMLInputElement | HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const reading = typed === null ? null : readJson(typed)
  const broken =
    reading === null || reading.ok
      ? undefined
      : t('jsonBrokenAt', {
          line: reading.line,
          column: reading.column,
          what: t(`expected_${reading.expected}`),
        })
  const inWords = useProblemWords()
  const wrong = leafProblems(logic, fields).map(inWords)
  const keys = Object.keys(fields).sort().join(', ')
  return (
    <div className={styles.json} data-json>
      <TextField
        ref={box}
        label={label}
        rows={rows}
        value={typed ?? written(logic)}
        readOnly={readOnly}
        spellCheck={false}
        help={withKeys && keys !== '' ? t('jsonHelp', { keys }) : t('jsonHelpAlone')}
        error={broken ?? wrong[0]}
        onChange={({ target }) => {
          setTyped(target.value)
          const next = readJson(target.value)
          if (next.ok) onType(next.value)
        }}
        onBlur={() => {
          if (reading?.ok) setTyped(null)
          onDone()
        }}
      />
      {reading === null || reading.ok ? null : (
        <LinkButton
          onClick={() => {
            box.current?.focus()
            box.current?.setSelectionRange(reading.at, reading.at)
          }}
        >
          {t('jsonGoThere', { line: reading.line })}
        </LinkButton>
      )}
      {broken === undefined && wrong.length > 1 ? (
        <ul className={styles.more}>
          {wrong.slice(1).map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences may repeat, their order is theirs
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const line = 56

/** What is short stays in one line. */
function written(logic: Logic): string {
  const short = JSON.stringify(logic)
  return short.length > line ? JSON.stringify(logic, null, 2) : short
}
