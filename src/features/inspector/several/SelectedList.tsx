/** Everything that is selected, by name: to look at one of them, or to leave one out. */
import Close from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { actions } from '../../../editor/actions/index.ts'
import type { ElementRef } from '../../../editor/editor.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { stageNameOf, transitionNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import { useAround } from '../around.ts'
import { InspectorSection } from '../InspectorSection.tsx'
import styles from '../inspector.module.css'

export function SelectedList({ selection }: { readonly selection: readonly ElementRef[] }) {
  const t = useText('inspector')
  const editor = useEditor()
  const { ui } = useAround()
  const list = useRef<HTMLUListElement>(null)
  const { document, readOnly } = useEditorState((state) => ({
    document: state.document,
    readOnly: state.readOnly !== null,
  }))
  const nameOf = ({ kind, id }: ElementRef) =>
    kind === 'stage' ? stageNameOf(document, id) : transitionNameOf(document, id)
  const leaveOut = (element: ElementRef, index: number) => {
    editor.select(selection.filter((other) => other !== element))
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('[data-leave] button')
      buttons?.[Math.min(index, buttons.length - 1)]?.focus()
    })
  }
  return (
    <InspectorSection id="several.selected" title={t('selectedList')} note={String(selection.length)}>
      <ul className={styles.picked} aria-label={t('selectedList')} ref={list}>
        {selection.map((element, index) => (
          <li key={`${element.kind} ${element.id}`}>
            <LinkButton onClick={() => ui.showDetails(element)}>{nameOf(element)}</LinkButton>
            <span className={styles.pickedNote}>
              {t(element.kind === 'stage' ? 'stageWord' : 'transitionWord')}
            </span>
            <span data-leave>
              <ToolButton
                label={t('leaveOut', { name: nameOf(element) })}
                icon={<Close />}
                size="small"
                onClick={() => leaveOut(element, index)}
              />
            </span>
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <Button
          size="small"
          variant="outlined"
          color="error"
          sx={{ alignSelf: 'flex-start' }}
          onClick={() => void actions.deleteSelection.run(editor, ui)}
        >
          {t('deleteSelected', { count: selection.length })}
        </Button>
      )}
    </InspectorSection>
  )
}
