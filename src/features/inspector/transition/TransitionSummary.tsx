import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import styles from './transition.module.css'
import { transitionStory } from './transitionStory.ts'

/** The whole transition in a few sentences, before its parts. */
export function TransitionSummary({ transition }: { readonly transition: StageTransition }) {
  const t = useText('transition')
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  return (
    <section className={styles.summary} aria-label={t('summary')}>
      {transitionStory(document, reference, transition).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
