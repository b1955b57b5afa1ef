/** The page begins: one root, one voice, one app. In the demo the backend comes up inside the page first. */
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { pageSession } from './app/backend.ts'
import { followLanguage } from './app/language.ts'
import { createServices } from './app/services.ts'

/** Not at the top level: parts that load meanwhile import this file's, which would be waiting for them. */
async function begin(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element #root to draw into.')
  const tell = (error: unknown): never => {
    root.textContent = error instanceof Error ? error.message : String(error)
    throw error
  }
  if (import.meta.env.MODE === 'demo') {
    const { startDemo } = await import('../mocks/browser.ts')
    await startDemo().catch(tell)
  }
  const [session] = await Promise.all([pageSession().catch(tell), followLanguage()])
  createRoot(root).render(<App services={createServices(session)} />)
}

void begin()
