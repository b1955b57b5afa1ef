/** Two people changed the same thing: what was, mine and theirs side by side. Nothing is chosen for anybody. */
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useId, useMemo, useState } from 'react'
import type { WireVersionSummary } from '../../contract/versions.ts'
import type { Result } from '../../data/api/failure.ts'
import { lint } from '../../domain/lint/lint.ts'
import { type Choices, mergeProcesses, resolveConflicts, type Side } from '../../domain/process/merge.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { changeGroups } from '../../editor/changeGroups.ts'
import { useEditorState } from '../../editor/react.ts'
import { useChangedRows } from '../../editor/useChangedRows.ts'
import { asKept } from '../../text/asKept.ts'
import { language, say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { ChangeList } from '../../ui/display/ChangeList.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { ConflictQuestion } from './ConflictQuestion.tsx'
import styles from './conflict.module.css'

export interface ConflictDialogProps {
  readonly base: ProcessDocument
  readonly mine: ProcessDocument
  readonly theirs: ProcessDocument
  /** Who published the other side, when and why. Keep its identity. */
  readonly about: (processId: string, revision: number) => Promise<Result<WireVersionSummary>>
  /** Puts both sides into the person's downloads. */
  readonly onSaveBoth: () => void
  readonly onDecided: (document: ProcessDocument) => void
  readonly onClose: () => void
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { base, mine, theirs, about, onSaveBoth, onDecided, onClose } = props
  const t = useText('publish')
  const id = useId()
  const { reference, usage } = useEditorState((state) => ({
    reference: state.reference,
    usage: state.usage,
  }))
  const merge = useMemo(() => mergeProcesses(base, mine, theirs), [base, mine, theirs])
  const [choices, setChoices] = useState<Choices>({})
  const [tried, setTried] = useState(false)
  const result = useMemo(() => resolveConflicts(merge, choices), [merge, choices])
  const their = useSummary(about, theirs)
  // An answer can bring up a further question: that is asked as well.
  const questions = [
    ...merge.conflicts,
    ...result.conflicts.filter((conflict) => merge.conflicts.every((had) => had.id !== conflict.id)),
  ]
  const open = questions.filter((conflict) => choices[conflict.id] === undefined)
  const errors = useMemo(
    () =>
      lint({ document: result.document, reference, base: theirs, usage }).filter(
        (problem) => problem.severity === 'error' && problem.waivedBy === null,
      ),
    [result.document, reference, theirs, usage],
  )
  const brought = useChangedRows(mine, merge.document)
  const choose = (conflictId: string, side: Side) => setChoices((had) => ({ ...had, [conflictId]: side }))
  const chooseAll = (side: Side) =>
    setChoices(Object.fromEntries(questions.map((conflict) => [conflict.id, side])))
  const inputId = (conflictId: string, side: Side) => `${id}-${side}-${conflictId}`

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first] = open
    if (!first) {
      onDecided(result.document)
      return
    }
    setTried(true)
    announce(t('openQuestions', { count: open.length }))
    window.document.getElementById(inputId(first.id, 'mine'))?.focus()
  }
  const revision = theirs.process.revision
  return (
    <HouseDialog
      open
      size="md"
      title={t('conflictTitle')}
      description={
        their
          ? t('conflictBy', {
              name: asKept(their.by.name),
              revision,
              time: new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(
                new Date(their.at),
              ),
            })
          : t('conflictLead', { revision })
      }
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button variant="text" onClick={onSaveBoth}>
            {t('saveBoth')}
          </Button>
          <Button variant="outlined" onClick={onClose}>
            {t('later')}
          </Button>
          <Button type="submit" variant="contained">
            {t('publishResult')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {their?.reason ? (
          <p className={styles.reason}>{t('theirReason', { reason: asKept(their.reason) })}</p>
        ) : null}
        {questions.length > 1 ? (
          <div className={styles.all}>
            <Button size="small" variant="outlined" onClick={() => chooseAll('mine')}>
              {t('allMine')}
            </Button>
            <Button size="small" variant="outlined" onClick={() => chooseAll('theirs')}>
              {t('allTheirs')}
            </Button>
          </div>
        ) : null}
        {questions.map((conflict) => (
          <ConflictQuestion
            key={conflict.id}
            conflict={conflict}
            sides={merge.sides}
            reference={reference}
            chosen={choices[conflict.id] ?? null}
            missing={tried && choices[conflict.id] === undefined}
            idOf={(side) => inputId(conflict.id, side)}
            onChoose={(side) => choose(conflict.id, side)}
          />
        ))}
        {open.length > 0 ? null : errors.length === 0 ? (
          <Notice tone="success" title={t('resultSound')} />
        ) : (
          <Notice tone="warning" title={t('resultErrors', { count: errors.length })}>
            {t('resultErrorsBody')}
            <ul className={styles.errors}>
              {errors.map((problem) => (
                <li key={problem.id}>{say(problem.message)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {brought.length > 0 ? (
          <div className={styles.boxed}>
            <Section title={t('brought')} note={t('changesCount', { count: brought.length })}>
              <ChangeList
                groups={changeGroups(brought)}
                becomes={t('becomes')}
                changed={t('changed')}
                level={4}
              />
            </Section>
          </div>
        ) : null}
      </div>
    </HouseDialog>
  )
}

/** Null until it is known, and where it cannot be asked for. */
function useSummary(about: ConflictDialogProps['about'], theirs: ProcessDocument): WireVersionSummary | null {
  const [summary, setSummary] = useState<WireVersionSummary | null>(null)
  const { id, revision } = theirs.process
  useEffect(() => {
    let wanted = true
    const ask = async () => {
      const answer = await about(id, revision)
      if (wanted && answer.ok) setSummary(answer.value)
    }
    void ask()
    return () => {
      wanted = false
    }
  }, [about, id, revision])
  return summary
}
