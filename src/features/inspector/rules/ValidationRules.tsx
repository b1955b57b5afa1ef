import { useRef } from 'react'
import type { ValidationRule } from '../../../domain/process/rule.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useRuleBuilder } from '../../../editor/ruleBuilder.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'
import { Segmented } from '../../../ui/forms/Segmented.tsx'
import type { Binding } from '../fields/binding.ts'
import { RuleList } from './RuleList.tsx'

/** What must hold of a deal in this stage: errors block, warnings warn, each perhaps only in some case (`when`). */
export function ValidationRules({ binding }: { readonly binding: Binding<ValidationRule[]> }) {
  const t = useText('inspector')
  return (
    <RuleList<ValidationRule>
      binding={binding}
      label={t('validation')}
      empty={t('validationEmpty')}
      adds={[{ label: t('addRule'), rule: (fresh) => ({ ...fresh, severity: 'error' }) }]}
      tag={({ severity }) => (severity === 'warning' ? t('severity_warning') : undefined)}
      more={(rule, { set, type }) => (
        <>
          <When rule={rule} readOnly={binding.readOnly} onSet={set} onType={type} onDone={binding.done} />
          <Segmented
            label={t('severity')}
            value={rule.severity}
            options={[
              { value: 'error', label: t('blocks') },
              { value: 'warning', label: t('warns') },
            ]}
            readOnly={binding.readOnly}
            onChange={(severity) => set({ ...rule, severity })}
          />
        </>
      )}
    />
  )
}

interface WhenProps {
  readonly rule: ValidationRule
  readonly readOnly: boolean
  readonly onSet: (rule: ValidationRule) => void
  readonly onType: (rule: ValidationRule) => void
  readonly onDone: () => void
}

/** The case in which a rule applies; without one it always does. */
function When({ rule, readOnly, onSet, onType, onDone }: WhenProps) {
  const t = useText('inspector')
  const RuleBuilder = useRuleBuilder()
  const fields = useEditorState((state) => Object.values(state.reference.fields))
  const place = useRef<HTMLDivElement>(null)
  const { when, ...always } = rule
  /** What was pressed goes; focus goes on to what came in its place. */
  const become = (next: ValidationRule) => {
    onSet(next)
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>('button:not([tabindex="-1"])')?.focus(),
    )
  }
  return (
    <div ref={place}>
      {when === undefined ? (
        readOnly ? null : (
          <LinkButton onClick={() => become({ ...rule, when: true })}>{t('addWhen')}</LinkButton>
        )
      ) : (
        <RuleBuilder
          label={t('when')}
          value={when}
          fields={fields}
          readOnly={readOnly}
          defaultOpen={when === true}
          onChange={(next) => onSet({ ...rule, when: next })}
          onType={(next) => onType({ ...rule, when: next })}
          onDone={onDone}
        />
      )}
      {when === undefined || readOnly ? null : (
        <LinkButton onClick={() => become(always)}>{t('removeWhen')}</LinkButton>
      )}
    </div>
  )
}
