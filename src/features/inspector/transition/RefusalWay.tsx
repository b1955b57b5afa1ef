import { graphOf } from '../../../domain/process/graph.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { sourceNameOf, stageNameOf, transitionNameOf } from '../../../editor/rowNames.ts'
import { say, useText } from '../../../text/index.ts'
import { controlId } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import styles from './transition.module.css'

/** Where approve and refuse lead from here: approve to where this goes, refuse back to waiting or another way out. */
export function RefusalWay({ transition }: { readonly transition: StageTransition }) {
  const t = useText('transition')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const { id, fromStageId, toStageId } = transition
  const graph = graphOf(document)
  const others = (
    fromStageId === null ? graph.transitions.filter((way) => way.isGlobal) : graph.exits(fromStageId)
  ).filter((way) => way.id !== id && way.toStageId !== fromStageId)
  const now = others.filter((way) => way.onRefusal).sort((a, b) => Number(a.isGlobal) - Number(b.isGlobal))
  const from = sourceNameOf(document, transition)
  const set = (wayId: string | null): string | null => {
    const chosen = others.find((way) => way.id === wayId)
    const calls = others.flatMap((way) => {
      const { id: transitionId, isGlobal, onRefusal = false } = way
      // A way of this stage goes before one of every stage, which other stages may count on.
      const wanted = way === chosen || (onRefusal && isGlobal && chosen?.isGlobal === false)
      if (wanted === onRefusal) return []
      const payload = { transitionId, changes: { onRefusal: wanted } }
      return [{ id: 'updateTransition' as const, payload }]
    })
    if (calls.length === 0) return null
    const done = editor.dispatch('applyFix', { title: t('ifRefusedStep', { from }), calls })
    return done.ok ? null : say(done.reason)
  }
  return (
    <>
      <p className={styles.nothing}>{t('ifApproved', { to: stageNameOf(document, toStageId) })}</p>
      <ChoiceEdit
        binding={{
          field: 'onRefusal',
          id: controlId('onRefusal'),
          value: now[0]?.id ?? null,
          problems: [],
          readOnly,
          set,
          type: set,
          done: () => editor.closeStep(),
        }}
        label={t('ifRefused')}
        help={t('ifRefusedHelp', { from })}
        none={t('ifRefusedStays', { from })}
        options={others.map((other) => ({
          value: other.id,
          label: t('ifRefusedWay', { name: transitionNameOf(document, other.id) }),
        }))}
      />
    </>
  )
}
