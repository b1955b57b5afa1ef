import { useEditor } from '../../editor/react.ts'
import { Simulate } from '../../features/simulate/index.ts'
import { useNavigate } from '../../ui/routing/place.ts'
import { addressOf } from '../addresses.ts'
import styles from '../layout/layout.module.css'
import { onboardingOf } from '../onboarding.ts'
import { useWorkspace } from '../workspaces.ts'

/** Walking a deal through the open process by hand. */
export function SimulatePage() {
  const { user } = useWorkspace()
  const editor = useEditor()
  const navigate = useNavigate()
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Simulate
        onDesign={() => navigate(addressOf(editor.store.getState().document.process.id))}
        onMoved={() => onboardingOf(user).mark('simulated', editor.store.getState().document.process.id)}
      />
    </main>
  )
}
