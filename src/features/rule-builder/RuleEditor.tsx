/** All ways to see and change one rule: its conditions, its JSON, what it says of a sample deal. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Logic } from '../../domain/process/rule.ts'
import { useText } from '../../text/index.ts'
import type { FieldsByKey } from './BuilderContext.ts'
import { Conditions } from './Conditions.tsx'
import { JsonEditor } from './JsonEditor.tsx'
import styles from './ruleEditor.module.css'
import { TryIt } from './TryIt.tsx'

export interface RuleEditorProps {
  readonly value: Logic
  readonly fields: FieldsByKey
  readonly readOnly: boolean
  readonly onSet: (value: Logic) => void
  readonly onType: (value: Logic) => void
  readonly onDone: () => void
  /** There is room to try the rule beside what is changed in it. */
  readonly roomy?: boolean
}

const allWays = ['conditions', 'json', 'tryIt'] as const
type Way = (typeof allWays)[number]

export function RuleEditor(props: RuleEditorProps) {
  const t = useText('ruleBuilder')
  const id = useId()
  const tabs = useRef<HTMLDivElement>(null)
  const roomy = props.roomy ?? false
  const ways = roomy ? allWays.slice(0, 2) : allWays
  const [chosen, setWay] = useState<Way>('conditions')
  const way = ways.includes(chosen) ? chosen : 'conditions'
  const walk = (event: KeyboardEvent) => {
    const at = ways.indexOf(way)
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: ways.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = (to + ways.length) % ways.length
    setWay(ways[next] ?? 'conditions')
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }
  const editor = (
    <div className={styles.editor}>
      <div ref={tabs} role="tablist" aria-label={t('ways')} className={styles.tabs} onKeyDown={walk}>
        {ways.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={way === name}
            aria-controls={`${id}-panel`}
            tabIndex={way === name ? 0 : -1}
            onClick={() => setWay(name)}
          >
            {t(name)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`}>
        <Content way={way} {...props} />
      </div>
    </div>
  )
  if (!roomy) return editor
  return (
    <div className={styles.roomy}>
      {editor}
      <section className={styles.beside} aria-label={t('tryIt')}>
        <h3>{t('tryIt')}</h3>
        <TryIt logic={props.value} fields={props.fields} />
      </section>
    </div>
  )
}

function Content({ way, ...props }: RuleEditorProps & { readonly way: Way }) {
  const t = useText('ruleBuilder')
  const { value, fields, readOnly, onType, onDone } = props
  switch (way) {
    case 'conditions':
      return <Conditions {...props} />
    case 'json':
      return (
        <JsonEditor
          label={t('jsonLabel')}
          logic={value}
          rows={6}
          withKeys
          {...{ fields, readOnly, onType, onDone }}
        />
      )
    case 'tryIt':
      return <TryIt logic={value} fields={fields} />
  }
}
