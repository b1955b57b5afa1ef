/** Two people changed the same thing: all three values side by side, one choice each, nothing decided for anybody. */
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { type Choices, mergeProcesses, resolveConflicts, type Side } from '../../domain/process/merge.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { placeInWords, valueInWords } from './conflictWords.ts'
import styles from './syncStatus.module.css'

interface ConflictDialogProps {
  readonly base: ProcessDocument
  readonly mine: ProcessDocument
  readonly theirs: ProcessDocument
  readonly onDecided: (document: ProcessDocument) => void
  readonly onClose: () => void
}

export function ConflictDialog({ base, mine, theirs, onDecided, onClose }: ConflictDialogProps) {
  const t = useText('syncStatus')
  const merge = useMemo(() => mergeProcesses(base, mine, theirs), [base, mine, theirs])
  const [choices, setChoices] = useState<Choices>({})
  const decided = useMemo(() => resolveConflicts(merge, choices), [merge, choices])
  // An answer can bring up a further question: those are asked as well.
  const questions = [
    ...merge.conflicts,
    ...decided.conflicts.filter((conflict) => merge.conflicts.every(({ id }) => id !== conflict.id)),
  ]
  const sideOf = (id: string): Side => choices[id] ?? 'mine'
  const choose = (id: string, side: Side) => setChoices({ ...choices, [id]: side })
  const chooseAll = (side: Side) =>
    setChoices(Object.fromEntries(questions.map((conflict) => [conflict.id, side])))
  const nameOf = (id: string) => mine.stages[id]?.stageName ?? theirs.stages[id]?.stageName ?? id
  const finish = () => {
    const all = Object.fromEntries(questions.map((conflict) => [conflict.id, sideOf(conflict.id)]))
    onDecided(resolveConflicts(merge, all).document)
  }

  return (
    <HouseDialog
      open
      size="md"
      title={t('conflictTitle')}
      description={t('conflictLead', { revision: theirs.process.revision })}
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('decideLater')}
          </Button>
          <Button variant="contained" onClick={finish}>
            {t('merge')}
          </Button>
        </>
      }
    >
      <div className={styles.all}>
        <Button size="small" variant="outlined" onClick={() => chooseAll('mine')}>
          {t('allMine')}
        </Button>
        <Button size="small" variant="outlined" onClick={() => chooseAll('theirs')}>
          {t('allTheirs')}
        </Button>
      </div>
      {questions.map((conflict) => (
        <fieldset key={conflict.id} className={styles.question}>
          <legend>{placeInWords(conflict)}</legend>
          {conflict.base === null ? null : (
            <p>
              {t('was')}: {valueInWords(conflict, 'base', nameOf)}
            </p>
          )}
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={conflict.id}
                checked={sideOf(conflict.id) === side}
                onChange={() => choose(conflict.id, side)}
              />
              <span>{t(side)}</span>
              <strong>{valueInWords(conflict, side, nameOf)}</strong>
            </label>
          ))}
        </fieldset>
      ))}
    </HouseDialog>
  )
}
