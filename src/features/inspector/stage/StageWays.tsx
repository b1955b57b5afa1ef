import { graphOf } from '../../../domain/process/graph.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { sourceNameOf, stageNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'
import styles from '../inspector.module.css'

/** The transitions of a stage, each the way to its own details. */
export function StageWays({ stageId }: { readonly stageId: string }) {
  const t = useText('inspector')
  const document = useEditorState((state) => state.document)
  const graph = graphOf(document)
  const into = graph.entrances(stageId).map((transition) => ({
    id: transition.id,
    stage: sourceNameOf(document, transition),
    name: transition.transitionName,
  }))
  const out = graph.exits(stageId).map((transition) => ({
    id: transition.id,
    stage: stageNameOf(document, transition.toStageId),
    name: transition.transitionName,
  }))
  return (
    <>
      <Ways title={t('comesFrom')} empty={t('comesFromNothing')} ways={into} />
      <Ways title={t('goesTo')} empty={t('goesToNothing')} ways={out} />
    </>
  )
}

interface WaysProps {
  readonly title: string
  readonly empty: string
  readonly ways: readonly { readonly id: string; readonly stage: string; readonly name: string }[]
}

function Ways({ title, empty, ways }: WaysProps) {
  const editor = useEditor()
  return (
    <div className={styles.pick}>
      <span className={styles.pickLabel}>{title}</span>
      {ways.length === 0 ? (
        <p className={styles.nothing}>{empty}</p>
      ) : (
        <ul className={styles.picked} aria-label={title}>
          {ways.map((way) => (
            <li key={way.id}>
              <LinkButton
                onClick={() => {
                  editor.select([{ kind: 'transition', id: way.id }])
                  editor.reveal({ kind: 'transition', id: way.id })
                }}
              >
                {way.stage}
              </LinkButton>
              <span className={styles.pickedNote}>{way.name}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
