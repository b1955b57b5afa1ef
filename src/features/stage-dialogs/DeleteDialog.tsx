/** Lists all that goes, changes or is left pointing at nothing, before stages and transitions are deleted. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { stagesInOrder } from '../../domain/process/process.ts'
import type { Use } from '../../domain/process/whereUsed.ts'
import { removeElements } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { amountInWords } from '../../editor/hidden.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { type Removal, removalOf } from '../../editor/removal.ts'
import { stageNameOf, transitionNameOf } from '../../editor/rowNames.ts'
import { placeOf } from '../../editor/whereUsedWords.ts'
import { say, type Translate, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { PlaceList } from '../../ui/display/PlaceList.tsx'
import { SelectField } from '../../ui/forms/index.ts'
import styles from './stageDialogs.module.css'

interface DeleteDialogProps {
  readonly elements: readonly ElementRef[]
  readonly onClose: () => void
}

export function DeleteDialog({ elements, onClose }: DeleteDialogProps) {
  const t = useText('whereUsed')
  const editor = useEditor()
  const id = useId()
  const state = useEditorState(({ document, usage, reference, base }) => ({
    document,
    usage,
    reference,
    base,
  }))
  const { document, usage } = state
  const [successors, setSuccessors] = useState<Readonly<Record<string, string>>>({})
  const removal = removalOf(state, elements, successors)
  const { stageIds, transitionIds, deals } = removal
  const name = (stageId: string) => stageNameOf(document, stageId)
  const remaining = stagesInOrder(document).filter((stage) => stage.isActive && !stageIds.includes(stage.id))
  const published = stageIds.some((stageId) => state.base?.stages[stageId])
  const asked = stageIds.filter((stageId) => needsSuccessor(state, elements, stageId))
  const mayDeactivate =
    transitionIds.length === 0 && stageIds.some((stageId) => document.stages[stageId]?.isActive)

  const remove = () => {
    if (removeElements(editor, { announce: (sentence) => announce(sentence) }, elements, successors))
      onClose()
  }
  const deactivate = () => {
    const changes = Object.fromEntries(stageIds.map((stageId) => [stageId, { isActive: false }]))
    const done = editor.dispatch('updateStages', { changes })
    if (!done.ok) announce(say(done.reason))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="xs"
      fullWidth
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <DialogTitle id={`${id}-title`} component="h2" sx={{ overflowWrap: 'anywhere' }}>
        {titleOf(t, removal, name)}
      </DialogTitle>
      <DialogContent className={styles.deletion ?? ''}>
        <div id={`${id}-body`}>
          {deals.map(({ stageId, count, amount }) => (
            <p key={stageId}>
              {amount === null
                ? t('dealsHidden', { name: name(stageId), count })
                : t('deals', { name: name(stageId), count, amount: amountInWords(amount) })}
            </p>
          ))}
          {usage === null && published ? <p>{t('dealsUnknown')}</p> : null}
          <p>{t('undoBringsBack')}</p>
        </div>
        {asked.map((stageId) => (
          <SelectField
            key={stageId}
            label={t('continueIn', { name: name(stageId) })}
            {...(deals.some((one) => one.stageId === stageId) ? { help: t('continueHelp') } : {})}
            value={successors[stageId] ?? ''}
            options={[
              { value: '', label: t('decideLater') },
              ...remaining.map((stage) => ({ value: stage.id, label: name(stage.id) })),
            ]}
            onChange={(event) => setSuccessors({ ...successors, [stageId]: event.target.value })}
          />
        ))}
        {elements.length > 1 ? (
          <section>
            <h3>{t('deleted')}</h3>
            <PlaceList
              label={t('deleted')}
              places={[
                ...stageIds.map((key) => ({ key, name: name(key) })),
                ...transitionIds.map((key) => ({ key, name: transitionNameOf(document, key) })),
              ]}
            />
          </section>
        ) : null}
        <Uses title={t('goesWithIt')} uses={removal.goes} />
        <Uses
          title={t('changes')}
          uses={removal.changes}
          note={(found) =>
            found.as !== 'scenario'
              ? null
              : asked.some((stageId) => successors[stageId])
                ? t('scenarioFollows')
                : t('scenarioLosesSteps')
          }
        />
        <Uses title={t('stillNamed')} help={t('stillNamedHelp')} uses={removal.dangling} />
        {mayDeactivate ? <p className={styles.note}>{t('inactiveInstead')}</p> : null}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button variant="outlined" onClick={onClose} autoFocus>
          {t('cancel')}
        </Button>
        {mayDeactivate ? (
          <Button variant="outlined" onClick={deactivate}>
            {t('deactivate')}
          </Button>
        ) : null}
        <Button variant="contained" color="error" onClick={remove}>
          {t('delete')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** Whether the stage holds deals, or scenarios walk through it: then somebody has to say where they go on. */
function needsSuccessor(
  state: Parameters<typeof removalOf>[0],
  elements: readonly ElementRef[],
  stageId: string,
): boolean {
  const alone = removalOf(state, [{ kind: 'stage', id: stageId }])
  const scenarios = [...alone.goes, ...alone.changes].some(({ as }) => as === 'scenario')
  return (scenarios || alone.deals.length > 0) && elements.some(({ id }) => id === stageId)
}

function titleOf(
  t: Translate<'whereUsed'>,
  { stageIds, transitionIds }: Removal,
  name: (stageId: string) => string,
): string {
  const [stages, transitions] = [stageIds.length, transitionIds.length]
  const [first] = stageIds
  if (transitions === 0 && stages === 1 && first !== undefined) return t('deleteOne', { name: name(first) })
  if (transitions === 0) return t('deleteStages', { count: stages })
  if (stages === 0) return t('deleteTransitions', { count: transitions })
  return t('deleteMixed', {
    stages: t('stages', { count: stages }),
    transitions: t('transitions', { count: transitions }),
  })
}

interface UsesProps {
  readonly title: string
  readonly help?: string
  readonly uses: readonly Use[]
  /** What becomes of it, where that says more than what it is. */
  readonly note?: (found: Use) => string | null
}

function Uses({ title, help, uses, note }: UsesProps) {
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  if (uses.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      {help ? <p className={styles.note}>{help}</p> : null}
      <PlaceList
        label={title}
        places={uses.map((found) => {
          const place = placeOf(found, document, reference)
          return { key: place.key, name: place.name, note: note?.(found) ?? place.note }
        })}
      />
    </section>
  )
}
