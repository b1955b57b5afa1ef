import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { Choice, FormatId, Loss, ReadProblem, Topology } from '../../interchange/index.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { ErrorSummary, type FormError, SelectField, TextField } from '../../ui/forms/index.ts'
import { filesOf, holdsFiles } from './droppedFiles.ts'
import { FoundProblems } from './FoundProblems.tsx'
import { importedProcess } from './importedProcess.ts'
import styles from './interchange.module.css'
import { LossReport } from './LossReport.tsx'
import { SourcePicker } from './SourcePicker.tsx'
import { StagePreview } from './StagePreview.tsx'
import { type Reading, useReading } from './useReading.ts'

/** The account that goes with an imported process. */
export interface ImportReport {
  readonly format: FormatId
  /** Names of the files, joined. */
  readonly files: string
  readonly losses: readonly Loss[]
}

export interface ImportFormProps {
  readonly onClose: () => void
  /** Keeps the process; the dialog closes when it is done, and says why where it throws. */
  readonly onImported: (document: ProcessDocument, report: ImportReport) => void | Promise<void>
  /** Files dropped elsewhere, read at once. */
  readonly initialFiles?: readonly File[]
  readonly newId: () => string
  readonly companyId: string
  /** Codes of the company's other processes, so that the new one gets its own. */
  readonly takenCodes?: ReadonlySet<string>
  /** What the company has, to match categories, actions and workflows of our own files. */
  readonly reference?: ReferenceData | null
  /** The open process whose content is replaced; absent where a new process is made. */
  readonly into?: string
}

const problemInWords = ({ where, what, remedy }: ReadProblem): string =>
  `${where === '' ? '' : `${where}: `}${say(what)} ${say(remedy)}`

const noCodes: ReadonlySet<string> = new Set()

/** The dialog from file to process: choose, see what it will be, import. */
export function ImportForm({
  onClose,
  onImported,
  initialFiles = [],
  newId,
  companyId,
  takenCodes = noCodes,
  reference = null,
  into,
}: ImportFormProps) {
  const t = useText('interchange')
  const id = useId()
  const [typedName, setTypedName] = useState<string | null>(null)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const ids = { files: `${id}-files`, choice: `${id}-choice`, name: `${id}-name` }

  const fail = (found: readonly FormError[]) => {
    setErrors(found)
    setAttempt((had) => had + 1)
  }
  const settled = (next: Reading) => {
    if (next.state === 'problem') fail([{ field: ids.files, message: problemInWords(next.problem) }])
    else setErrors([])
    if (next.state !== 'read') return
    const { names, read } = next
    announce(
      read.document
        ? t('read', { count: Object.keys(read.document.stages).length, names })
        : t('choiceFirst', { count: read.result.choices.length, names }),
      { topic: 'import' },
    )
  }
  const { reading, take, choose, connect } = useReading({ newId, reference }, initialFiles, settled)

  const read = reading.state === 'read' ? reading.read : null
  const document = read?.document ?? null
  const name = typedName ?? document?.process.processName ?? ''
  const takeFiles = (files: readonly File[]) => {
    setTypedName(null)
    take(files)
  }

  // A file dropped beside the box would otherwise replace the page, and with it whatever is open.
  const dropAnywhere = useEffectEvent((event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return
    event.preventDefault()
    if (event.type === 'drop') takeFiles(filesOf(event.dataTransfer))
  })
  useEffect(() => {
    const listen = (event: DragEvent) => dropAnywhere(event)
    window.addEventListener('dragover', listen)
    window.addEventListener('drop', listen)
    return () => {
      window.removeEventListener('dragover', listen)
      window.removeEventListener('drop', listen)
    }
  }, [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reading.state === 'reading' || busy) return
    if (reading.state === 'problem')
      return fail([{ field: ids.files, message: problemInWords(reading.problem) }])
    if (reading.state === 'none' || !read) return fail([{ field: ids.files, message: t('chooseFileError') }])
    if (!document) return fail([{ field: ids.choice, message: t('choiceError') }])
    const trimmed = name.trim()
    if (!into && (trimmed === '' || trimmed.length > 100))
      return fail([{ field: ids.name, message: t('nameError') }])
    setErrors([])
    setBusy(true)
    try {
      await onImported(importedProcess(document, { name: trimmed, companyId, takenCodes }), {
        format: read.result.format,
        files: reading.names,
        losses: read.losses,
      })
      announce(t('imported', { name: into ?? trimmed }))
      onClose()
    } catch (error) {
      fail([{ field: '', message: t('failed', { why: error instanceof Error ? error.message : '' }) }])
      setBusy(false)
    }
  }

  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <HouseDialog
      open
      size="md"
      title={into ? t('titleInto', { name: into }) : t('title')}
      description={into ? t('leadInto', { name: into }) : t('lead')}
      onClose={onClose}
      onSubmit={(event) => void submit(event)}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" aria-disabled={busy || reading.state === 'reading'}>
            {busy ? t('importing') : t('import')}
          </Button>
        </>
      }
    >
      <div className={styles.form} aria-busy={reading.state === 'reading'}>
        <ErrorSummary errors={errors} attempt={attempt} />
        <SourcePicker
          id={ids.files}
          names={reading.state === 'none' ? null : reading.names}
          busy={reading.state === 'reading'}
          onFiles={takeFiles}
        />
        {reading.state === 'none' || reading.state === 'problem' ? <Formats /> : null}
        {reading.state === 'read' ? (
          <div className={styles.fields}>
            <ChoiceField
              id={ids.choice}
              choices={reading.read.result.choices}
              chosen={reading.request.choice ?? reading.read.result.chosen}
              error={errorAt(ids.choice)}
              onChoose={(choice) => {
                setTypedName(null)
                choose(choice)
              }}
            />
            {reading.read.result.format === 'stagecraft' ? null : (
              <SelectField
                label={t('moves')}
                help={t('movesHelp')}
                value={reading.request.topology}
                options={[
                  { value: 'linear', label: t('movesLinear') },
                  { value: 'all_to_all', label: t('movesAll') },
                ]}
                onChange={(event) =>
                  connect(event.target.value === 'all_to_all' ? 'all_to_all' : ('linear' satisfies Topology))
                }
              />
            )}
            {into || !document ? null : (
              <TextField
                id={ids.name}
                label={t('name')}
                value={name}
                required
                error={errorAt(ids.name)}
                onChange={(event) => setTypedName(event.target.value)}
              />
            )}
          </div>
        ) : null}
        {document && read ? (
          <div className={styles.sections}>
            <StagePreview key={document.process.id} document={document} />
            <LossReport losses={read.losses} />
            <FoundProblems problems={read.problems} />
          </div>
        ) : null}
      </div>
    </HouseDialog>
  )
}

function Formats() {
  const t = useText('interchange')
  return (
    <div className={styles.formats}>
      <h3>{t('formats')}</h3>
      <ul>
        <li>{t('formatSalesforce')}</li>
        <li>{t('formatHubspot')}</li>
        <li>{t('formatStagecraft')}</li>
      </ul>
    </div>
  )
}

interface ChoiceFieldProps {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly chosen: string | null
  readonly error: string | undefined
  readonly onChoose: (choice: string | null) => void
}

function ChoiceField({ id, choices, chosen, error, onChoose }: ChoiceFieldProps) {
  const t = useText('interchange')
  const [first] = choices
  if (!first) return null
  const options = choices.map((choice) => ({
    value: choice.id,
    label: t(choice.isActive ? 'choice' : 'choiceInactive', { name: choice.name, count: choice.stageCount }),
  }))
  return (
    <SelectField
      id={id}
      label={t(first.kind === 'pipeline' ? 'pipeline' : 'businessProcess')}
      help={t('choiceHelp')}
      required
      error={error}
      value={chosen ?? ''}
      options={chosen === null ? [{ value: '', label: t('choiceNone') }, ...options] : options}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
    />
  )
}
