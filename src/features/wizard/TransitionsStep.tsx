import Button from '@mui/material/Button'
import { stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { ChipChoice } from './ChipChoice.tsx'
import { connectionsInOrder } from './connectInOrder.ts'
import { PolicySwitch } from './PolicySwitch.tsx'
import styles from './steps.module.css'

/** Where deals may go from each stage. */
export function TransitionsStep() {
  const t = useText('wizard')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const stages = stagesInOrder(document)
  const open = stages.filter((stage) => stageKind(stage) === 'open')
  const ways = Object.values(document.transitions)
  const find = (from: string | null, to: string) =>
    ways.find((way) => way.fromStageId === from && way.toStageId === to)

  const toggle = (from: string | null, to: string) => {
    const way = find(from, to)
    const done = way
      ? editor.dispatch('removeTransitions', { transitionIds: [way.id] })
      : editor.dispatch('connectStages', { connections: [{ fromStageId: from, toStageId: to }] })
    if (!done.ok) announce(say(done.reason))
  }
  const connect = () => {
    const connections = connectionsInOrder(document)
    if (connections.length === 0) {
      announce(t('nothingToConnect'))
      return
    }
    const done = editor.dispatch('connectStages', { connections })
    announce(done.ok ? t('connected', { count: connections.length }) : say(done.reason))
  }
  if (open.length === 0) return <p className={styles.nothing}>{t('noOpen')}</p>
  const sources = [
    ...open.map(({ id }) => ({ id, name: stageNameOf(document, id) })),
    { id: null, name: t('anyOpen') },
  ]
  return (
    <>
      <p className={styles.connecting}>
        <Button variant="outlined" onClick={connect}>
          {t('inOrder')}
        </Button>
        <span>{t('inOrderHelp')}</span>
      </p>
      {sources.map((source) => (
        <ChipChoice
          key={source.id ?? ''}
          beside
          legend={
            <>
              <strong>{source.name}</strong>
              <span className="sr-only"> {t('goesTo')}</span>
            </>
          }
          value={stages.filter(({ id }) => find(source.id, id)).map(({ id }) => id)}
          onChange={(_, to) => toggle(source.id, to)}
          chips={stages
            .filter(({ id }) => id !== source.id)
            .map(({ id }) => {
              const through = source.id !== null && !find(source.id, id) && find(null, id) !== undefined
              const name = stageNameOf(document, id)
              const label = (
                <>
                  {name} <small>{t('throughAny')}</small>
                </>
              )
              return { id, through, label: through ? label : name }
            })}
        />
      ))}
      <PolicySwitch policy="allow_rework" />
    </>
  )
}
