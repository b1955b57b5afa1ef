import { lazy, type ReactNode } from 'react'
import { v7 as newId } from 'uuid'
import { useStore } from 'zustand'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { FileDropZone } from '../../features/interchange/index.ts'
import { say, useText } from '../../text/index.ts'
import { useProcessPlace } from '../processSession.ts'
import { LazyPart } from './LazyPart.tsx'

const ImportDialog = lazy(async () => ({
  default: (await import('../../features/interchange/index.ts')).ImportDialog,
}))

/** Takes files dropped on what it wraps into the open process: one undoable step, after a look at what they hold. */
export function ImportHere({ children }: { readonly children: ReactNode }) {
  const t = useText('app')
  const editor = useEditor()
  const { ui } = useProcessPlace()
  const files = useStore(ui.screen, (state) => state.importing)
  const { process, reference, readOnly } = useEditorState((state) => ({
    process: state.document.process,
    reference: state.reference,
    readOnly: state.readOnly,
  }))
  const close = () => ui.startImport(null)
  /** The process keeps its name and code: it is the same process with other content. */
  const take = (given: ProcessDocument) => {
    const { processName, processCode } = process
    const description = given.process.description || process.description
    const document = { ...given, process: { ...given.process, processName, processCode, description } }
    const label = t('importLabel', { name: given.process.processName })
    const done = editor.dispatch('replaceDocument', { document, label })
    if (!done.ok) throw new Error(say(done.reason))
    requestAnimationFrame(() => ui.canvas?.fit())
  }
  return (
    <FileDropZone onFiles={ui.startImport} disabled={readOnly !== null}>
      {children}
      {files === null ? null : (
        <LazyPart onGone={close}>
          <ImportDialog
            open
            into={process.processName}
            initialFiles={files}
            newId={newId}
            companyId={process.companyId}
            reference={reference}
            onClose={close}
            onImported={take}
          />
        </LazyPart>
      )}
    </FileDropZone>
  )
}
