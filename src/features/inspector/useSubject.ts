/** What the panel is about, in words for its heading. */
import { graphOf } from '../../domain/process/graph.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditorState } from '../../editor/react.ts'
import { sourceNameOf, stageNameOf, transitionNameOf } from '../../editor/rowNames.ts'
import { useText } from '../../text/index.ts'

export function useSubject(selection: readonly ElementRef[]): {
  readonly title: string
  readonly subtitle: string
} {
  const t = useText('inspector')
  const document = useEditorState((state) => state.document)
  const [only] = selection
  if (selection.length > 1) {
    const stages = selection.filter(({ kind }) => kind === 'stage').length
    const transitions = selection.length - stages
    return {
      title: t('selected', { count: selection.length }),
      subtitle: [
        ...(stages > 0 ? [t('stagesCount', { count: stages })] : []),
        ...(transitions > 0 ? [t('transitionsCount', { count: transitions })] : []),
      ].join(', '),
    }
  }
  const stage = only?.kind === 'stage' ? document.stages[only.id] : undefined
  if (stage) {
    const graph = graphOf(document)
    const place = t('stageOf', { number: graph.positionOf(stage.id) + 1, count: graph.stages.length })
    return {
      title: stageNameOf(document, stage.id),
      subtitle: [
        t(`stage_${stageKind(stage)}`),
        place,
        ...(graph.entry?.id === stage.id ? [t('isEntry')] : []),
        ...(stage.isActive ? [] : [t('inactive')]),
      ].join(' · '),
    }
  }
  const transition = only?.kind === 'transition' ? document.transitions[only.id] : undefined
  if (transition) {
    const ends = t('fromTo', {
      from: sourceNameOf(document, transition),
      to: stageNameOf(document, transition.toStageId),
    })
    const named = transition.transitionName.trim() !== ''
    const trigger = t(transition.isAutomatic ? 'automaticTransition' : 'manualTransition')
    return {
      title: transitionNameOf(document, transition.id),
      subtitle: named ? `${ends} · ${trigger}` : trigger,
    }
  }
  const stages = Object.keys(document.stages).length
  const transitions = Object.keys(document.transitions).length
  return {
    title: document.process.processName.trim() || t('unnamedProcess'),
    subtitle: `${t('processWord')} · ${t('stagesCount', { count: stages })}, ${t('transitionsCount', { count: transitions })}`,
  }
}
