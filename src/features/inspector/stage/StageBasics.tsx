import { graphOf } from '../../../domain/process/graph.ts'
import { stagesInOrder } from '../../../domain/process/process.ts'
import { forecastCategories, type SalesStage, stageKind } from '../../../domain/process/stage.ts'
import { isChanged } from '../../../editor/provenance.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { say, useText } from '../../../text/index.ts'
import { Segmented } from '../../../ui/forms/Segmented.tsx'
import { useAround } from '../around.ts'
import type { Binding, StageFields } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import { ColorEdit } from '../fields/ColorEdit.tsx'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { moved } from '../fields/moved.ts'
import { NumberEdit, requiredNumber } from '../fields/NumberEdit.tsx'
import { PickEdit } from '../fields/PickEdit.tsx'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import { OptionalTextEdit, TextEdit } from '../fields/TextEdit.tsx'
import { WhereFrom } from '../fields/WhereFrom.tsx'
import styles from './stage.module.css'

interface StageBasicsProps {
  readonly stage: SalesStage
  readonly bind: StageFields
}

const kinds = ['open', 'won', 'lost'] as const

/** Fields of a kind of stage, as one change. */
export const kindFields = (kind: (typeof kinds)[number]) => ({
  isClosedWon: kind === 'won',
  isClosedLost: kind === 'lost',
})

/** What a stage is called, what it is, and where it stands. */
export function StageBasics({ stage, bind }: StageBasicsProps) {
  const t = useText('inspector')
  const editor = useEditor()
  const { SettingsLink } = useAround()
  const categories = useEditorState((state) => state.reference.categories)
  const options = Object.values(categories)
    .sort((a, b) => a.sortOrder - b.sortOrder)
    .map((row) => ({
      value: row.id,
      label: row.categoryName,
      ...(row.isActive ? {} : { note: t('inactive') }),
    }))
  const closedProblems = [...bind('isClosedWon').problems, ...bind('isClosedLost').problems]
  return (
    <>
      <TextEdit binding={bind('stageName')} label={t('name')} maxLength={100} />
      <div className={styles.codeAndPlace}>
        <TextEdit binding={bind('stageCode')} label={t('code')} maxLength={20} />
        <Position stage={stage} binding={bind('stageOrder')} />
      </div>
      <OptionalTextEdit binding={bind('description')} label={t('description')} rows={2} />
      <FieldFrame field="isClosedWon" problems={closedProblems}>
        <Segmented
          label={t('kind')}
          value={stageKind(stage)}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
          readOnly={bind('isClosedWon').readOnly}
          onChange={(kind) =>
            void editor.dispatch('updateStage', { stageId: stage.id, changes: kindFields(kind) })
          }
        />
        <KindOrigin stageId={stage.id} />
      </FieldFrame>
      <ColorEdit binding={bind('color')} />
      <SwitchEdit binding={bind('isActive')} label={t('active')} />
      <EntrySwitch stage={stage} binding={bind('isEntry')} />
      <PickEdit
        binding={bind('categoryIds')}
        label={t('categories')}
        add={t('addCategory')}
        options={options}
        unknown={t('unknownCategory')}
        footer={
          SettingsLink ? <SettingsLink section="categories">{t('categoryMissing')}</SettingsLink> : null
        }
      />
      <ChoiceEdit
        binding={forecastBinding(bind('forecastCategory'))}
        label={t('forecastCategory')}
        none={t('forecastNone')}
        options={forecastCategories.map((value) => ({ value, label: t(`forecast_${value}`) }))}
      />
    </>
  )
}

/** A kind is two fields: the one that was changed has something to tell. */
function KindOrigin({ stageId }: { readonly stageId: string }) {
  const t = useText('inspector')
  const lost = useEditorState((state) => isChanged(state, { table: 'stages', id: stageId }, 'isClosedLost'))
  return <WhereFrom field={lost ? 'isClosedLost' : 'isClosedWon'} name={t('kind')} />
}

type Forecast = SalesStage['forecastCategory']

const forecastOf = (value: string | null): Forecast =>
  forecastCategories.find((category) => category === value) ?? null

const forecastBinding = (binding: Binding<Forecast>): Binding<string | null> => ({
  ...binding,
  set: (value) => binding.set(forecastOf(value)),
  type: (value) => binding.type(forecastOf(value)),
})

/** The place in the order, from 1; another number moves the stage there and renumbers the rest. */
function Position({ stage, binding }: { readonly stage: SalesStage; readonly binding: Binding<number> }) {
  const t = useText('inspector')
  const editor = useEditor()
  const order = useEditorState(({ document }) => stagesInOrder(document).map(({ id }) => id))
  const place = order.indexOf(stage.id)
  const move = (to: number) => {
    const done = editor.dispatch(
      'reorderStages',
      { stageIds: moved(order, place, to - 1), movedStageId: stage.id },
      { mergeKey: `${stage.id} position` },
    )
    return done.ok ? null : say(done.reason)
  }
  return (
    <NumberEdit
      binding={requiredNumber({ ...binding, value: place + 1, set: move, type: move })}
      label={t('position')}
      unit={t('ofCount', { count: order.length })}
      integer
      min={1}
      max={order.length}
    />
  )
}

/** Where none is marked, the first open stage by order is the entry; the switch says so. */
function EntrySwitch({ stage, binding }: { readonly stage: SalesStage; readonly binding: Binding<boolean> }) {
  const t = useText('inspector')
  const isEntry = useEditorState(({ document }) => graphOf(document).entry?.id === stage.id)
  const byOrder = isEntry && !stage.isEntry
  return <SwitchEdit binding={binding} label={t('entry')} help={byOrder ? t('entryByOrder') : undefined} />
}
