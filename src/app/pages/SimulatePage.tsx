import { useEditor } from '../../editor/react.ts'
import { Simulate } from '../../features/simulate/index.ts'
import styles from '../layout/layout.module.css'
import { onboardingOf } from '../onboarding.ts'
import { useWorkspace } from '../workspaces.ts'

/** Walking a deal through the open process by hand. */
export function SimulatePage() {
  const { user } = useWorkspace()
  const editor = useEditor()
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Simulate
        onMoved={() => onboardingOf(user).mark('simulated', editor.store.getState().document.process.id)}
      />
    </main>
  )
}
