import { asksBeside } from '../../../domain/process/refusal.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { TransitionFields } from '../fields/binding.ts'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import { TextEdit } from '../fields/TextEdit.tsx'
import { TransitionEnds } from './TransitionEnds.tsx'
import { TransitionTrigger } from './TransitionTrigger.tsx'

interface TransitionBasicsProps {
  readonly transition: StageTransition
  readonly bind: TransitionFields
}

/** What the move is called, which stages it joins and what sets it off. */
export function TransitionBasics({ transition, bind }: TransitionBasicsProps) {
  const t = useText('transition')
  const mayRework = useEditorState(({ document }) => document.process.policies.allow_rework)
  const rework = bind('isRework')
  const onRefusal = bind('onRefusal')
  const refused = useEditorState(({ document }) => asksBeside(document, transition))
  return (
    <>
      <TextEdit
        binding={bind('transitionName')}
        label={t('name')}
        maxLength={100}
        placeholder={t('unnamed')}
      />
      <TransitionEnds transition={transition} readOnly={rework.readOnly} />
      <TransitionTrigger transition={transition} bind={bind} />
      <SwitchEdit
        binding={rework}
        label={t('rework')}
        help={t(mayRework ? 'reworkHelp' : 'reworkNotAllowed')}
      />
      {refused || onRefusal.value ? (
        <SwitchEdit
          binding={{ ...onRefusal, value: onRefusal.value ?? false }}
          label={t('onRefusal')}
          help={t('onRefusalHelp')}
        />
      ) : null}
    </>
  )
}
