import { graphOf } from '../../../domain/process/graph.ts'
import { stagesInOrder } from '../../../domain/process/process.ts'
import { stageKind } from '../../../domain/process/stage.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditor, useEditorState, useProblemsAt } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { language, say, useText } from '../../../text/index.ts'
import { controlId } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import styles from './transition.module.css'

interface TransitionEndsProps {
  readonly transition: StageTransition
  readonly readOnly: boolean
}

/** The two ends. "Any open stage" as source makes the transition global. What cannot be joined says why not. */
export function TransitionEnds({ transition, readOnly }: TransitionEndsProps) {
  const t = useText('transition')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const problems = useProblemsAt({ kind: 'transition', id: transition.id })
  const transitionId = transition.id
  const reconnect = (ends: { fromStageId?: string | null; toStageId?: string }) => {
    const done = editor.dispatch('reconnectTransition', { transitionId, ...ends })
    return done.ok ? null : say(done.reason)
  }
  const options = stagesInOrder(document).map((stage) => ({
    value: stage.id,
    label: stageNameOf(document, stage.id),
  }))
  const end = (field: string) => ({
    field,
    id: controlId(field),
    problems: problems.filter(({ at }) => at.field === field),
    readOnly,
    done: () => editor.closeStep(),
  })
  const from = (id: string | null) => reconnect({ fromStageId: id })
  const to = (id: string | null) => (id === null ? null : reconnect({ toStageId: id }))
  return (
    <>
      <ChoiceEdit
        binding={{
          ...end('fromStageId'),
          value: transition.isGlobal ? null : transition.fromStageId,
          set: from,
          type: from,
        }}
        label={t('from')}
        none={t('anyOpenStage')}
        options={options}
      />
      {transition.isGlobal ? <Leaves toStageId={transition.toStageId} readOnly={readOnly} /> : null}
      <ChoiceEdit
        binding={{ ...end('toStageId'), value: transition.toStageId, set: to, type: to }}
        label={t('to')}
        options={options}
      />
    </>
  )
}

/** Which stages a global transition leaves. */
function Leaves({ toStageId, readOnly }: { readonly toStageId: string; readonly readOnly: boolean }) {
  const t = useText('transition')
  const document = useEditorState((state) => state.document)
  const left = graphOf(document).activeStages.filter(
    (stage) => stageKind(stage) === 'open' && stage.id !== toStageId,
  )
  const names = new Intl.ListFormat(language(), { type: 'conjunction' }).format(
    left.map(({ id }) => stageNameOf(document, id)),
  )
  return (
    <p className={styles.hint}>
      {t('leavesEvery', { count: left.length, names })} {readOnly ? null : t('leavesFrom')}
    </p>
  )
}
