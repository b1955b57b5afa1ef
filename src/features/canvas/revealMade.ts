import type { DispatchResult, Editor } from '../../editor/editor.ts'
import { say } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'

/** What a gesture made is selected and takes focus; where it was refused, the reason is said. */
export function revealMade(editor: Editor, result: DispatchResult): void {
  if (!result.ok) {
    announce(say(result.reason))
    return
  }
  const [made] = result.created
  if (!made) return
  editor.select([made])
  editor.reveal(made, { focus: true })
}
