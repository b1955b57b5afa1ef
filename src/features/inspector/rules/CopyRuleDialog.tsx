/** Copies a rule to other stages or transitions: which list, then which of them, in the order of the process. */
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { CopiedRule, RuleListName } from '../../../domain/commands/copyRule.ts'
import { graphOf } from '../../../domain/process/graph.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { stageNameOf, transitionNameOf } from '../../../editor/rowNames.ts'
import { useSay, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { ErrorSummary, SelectField, TextField } from '../../../ui/forms/index.ts'
import styles from './rules.module.css'

interface CopyRuleDialogProps {
  readonly rule: CopiedRule
  readonly onClose: () => void
}

const lists: readonly RuleListName[] = ['validation', 'entry', 'exit', 'conditions']

const listOf = (rule: CopiedRule): RuleListName =>
  rule.severity ? 'validation' : rule.kind ? rule.kind : 'conditions'

export function CopyRuleDialog({ rule, onClose }: CopyRuleDialogProps) {
  const t = useText('inspector')
  const say = useSay()
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const [list, setList] = useState(() => listOf(rule))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setWanted] = useState('')
  const [refused, setRefused] = useState<{ readonly reason: string; readonly attempt: number } | null>(null)
  const places = placesOf(document, list)
  const shown = places.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()))
  const copy = () => {
    const targets = places.filter(({ id }) => chosen.has(id)).map(({ id }) => ({ list, id }))
    const done = editor.dispatch('copyRule', { rule, targets })
    if (!done.ok) {
      setRefused((had) => ({ reason: done.reason, attempt: (had?.attempt ?? 0) + 1 }))
      return
    }
    announce(t('ruleCopied', { count: targets.length }))
    onClose()
  }
  return (
    <HouseDialog
      open
      title={t('copyRuleTitle')}
      description={t('copyRuleHelp')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        copy()
      }}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t('copyRuleDo', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <ErrorSummary
        errors={refused ? [{ field: 'copy-rule-find', message: say(refused.reason) }] : []}
        attempt={refused?.attempt ?? 0}
      />
      <div className={styles.body}>
        <SelectField
          label={t('copyAs')}
          value={list}
          options={lists.map((name) => ({ value: name, label: t(`copyAs_${name}`) }))}
          onChange={({ target }) => {
            const next = lists.find((name) => name === target.value)
            if (!next) return
            if ((next === 'conditions') !== (list === 'conditions')) setChosen(new Set())
            setList(next)
          }}
        />
        <TextField
          id="copy-rule-find"
          type="search"
          label={t(list === 'conditions' ? 'findTransitions' : 'findStages')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      </div>
      <fieldset className={styles.places}>
        <legend className="sr-only">{t(list === 'conditions' ? 'copyToTransitions' : 'copyToStages')}</legend>
        {shown.length === 0 ? <p className={styles.empty}>{t('nothingFound')}</p> : null}
        {shown.map(({ id, name, has }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={({ target }) =>
                setChosen(
                  new Set(target.checked ? [...chosen, id] : [...chosen].filter((other) => other !== id)),
                )
              }
            />
            {name}
            {has.includes(rule.id) ? <span className={styles.here}>{t('ruleIsHere')}</span> : null}
          </label>
        ))}
      </fieldset>
    </HouseDialog>
  )
}

interface Place {
  readonly id: string
  readonly name: string
  /** Ids of the rules it has already. */
  readonly has: readonly string[]
}

function placesOf(document: ProcessDocument, list: RuleListName): readonly Place[] {
  const { stages, transitions } = graphOf(document)
  if (list === 'conditions')
    return transitions.map(({ id, conditions }) => ({
      id,
      name: transitionNameOf(document, id),
      has: conditions.map((rule) => rule.id),
    }))
  return stages.map(({ id, validationRules, transitionRules }) => ({
    id,
    name: stageNameOf(document, id),
    has: [...validationRules, ...transitionRules].map((rule) => rule.id),
  }))
}
