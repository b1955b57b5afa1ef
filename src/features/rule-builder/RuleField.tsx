/** A condition as its sentence; "Edit rule" opens all there is to it in place, or in a dialog where there is room. */
import OpenInFull from '@mui/icons-material/OpenInFull'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useId, useMemo, useState } from 'react'
import { ruleSentence } from '../../domain/engine/ruleSentence.ts'
import type { RuleBuilderProps } from '../../editor/ruleBuilder.ts'
import { useSay, useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import styles from './ruleField.module.css'
import words from './words.module.css'

export function RuleField(props: RuleBuilderProps) {
  const { value, onChange, onType = onChange, onDone = nothing, label, readOnly = false } = props
  const t = useText('ruleBuilder')
  const say = useSay()
  const own = useId()
  const id = props.id ?? own
  const [open, setOpen] = useState(props.defaultOpen ?? false)
  const [large, setLarge] = useState(false)
  const roomy = useMediaQuery('(min-width: 1000px)', { noSsr: true })
  const fields = useMemo(
    () => Object.fromEntries(props.fields.map((field) => [field.key, field])),
    [props.fields],
  )
  const edit = { value, fields, readOnly, onType, onDone, onSet: onChange }
  const sentence = (
    <p className={styles.sentence}>{t('sentence', { sentence: say.rule(ruleSentence(value, fields)) })}</p>
  )
  return (
    <fieldset className={styles.rule}>
      <legend>{label}</legend>
      {sentence}
      {open && !large ? (
        <div id={`${id}-editor`}>
          <RuleEditor {...edit} />
        </div>
      ) : null}
      <div className={words.links} data-open={(open && !large) || undefined}>
        <button
          type="button"
          id={id}
          className={words.link}
          aria-expanded={open && !large}
          aria-controls={open && !large ? `${id}-editor` : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? t('done') : t(readOnly ? 'showRule' : 'editRule')}
        </button>
        <button type="button" className={words.link} onClick={() => setLarge(true)}>
          <OpenInFull aria-hidden />
          {t('openLarge')}
        </button>
      </div>
      <HouseDialog open={large} size="lg" title={label} onClose={() => setLarge(false)}>
        <div className={styles.large}>
          {sentence}
          {large ? <RuleEditor {...edit} roomy={roomy} /> : null}
        </div>
      </HouseDialog>
    </fieldset>
  )
}

const nothing = () => {}
