import AddOutlined from '@mui/icons-material/AddOutlined'
import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined'
import RestartAlt from '@mui/icons-material/RestartAlt'
import Undo from '@mui/icons-material/Undo'
import Button from '@mui/material/Button'
import { useStore } from 'zustand'
import { useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import styles from './simulate.module.css'
import type { WalkStep } from './walk.ts'
import type { NamedWalk, WalkStore } from './walkStore.ts'
import { lineInWords } from './walkWords.ts'

interface WalkToolsProps {
  readonly store: WalkStore
  readonly walk: NamedWalk
  readonly steps: readonly WalkStep[]
  readonly onSave: () => void
}

/** Back, from the start, another deal, another branch, keep it. */
export function WalkTools({ store, walk, steps, onSave }: WalkToolsProps) {
  const t = useText('simulate')
  const { document, reference, readOnly } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
    readOnly: state.readOnly,
  }))
  const walks = useStore(store.state, (state) => state.walks)
  const none = walk.actions.length === 0
  const undo = () => {
    if (none) {
      announce(t('undoNothing'))
      return
    }
    const gone = steps.at(-1)?.lines[0]
    const before = steps.at(-2)
    store.undo()
    announce(
      t('undone', {
        step: gone ? lineInWords({ document, reference }, gone) : '',
        stage: stageNameOf(document, before?.deal.stageId ?? ''),
      }),
    )
  }
  const restart = () => {
    if (none) {
      announce(t('restartNothing'))
      return
    }
    store.restart()
    announce(t('restarted', { stage: stageNameOf(document, steps[0]?.deal.stageId ?? '') }))
  }
  return (
    <div className={styles.tools} role="group" aria-label={t('tools')}>
      <Button
        variant="outlined"
        startIcon={<Undo className="directional" />}
        aria-disabled={none}
        onClick={undo}
      >
        {t('undo')}
      </Button>
      <Button variant="outlined" startIcon={<RestartAlt />} aria-disabled={none} onClick={restart}>
        {t('restart')}
      </Button>
      <Button variant="outlined" startIcon={<AddOutlined />} onClick={() => store.show(null)}>
        {t('anotherDeal')}
      </Button>
      {readOnly === null ? (
        <Button variant="outlined" startIcon={<BookmarkAddOutlined />} onClick={onSave}>
          {t('save')}
        </Button>
      ) : null}
      {walks.length > 1 ? (
        <div className={styles.walks}>
          <SelectField
            label={t('walk')}
            hideLabel
            value={String(walk.number)}
            options={walks.map(({ number, from }) => ({
              value: String(number),
              label: from
                ? t('walkBranch', { number, step: from.step, from: from.number })
                : t('walkName', { number }),
            }))}
            onChange={({ target }) => store.show(Number(target.value))}
          />
        </div>
      ) : null}
    </div>
  )
}
