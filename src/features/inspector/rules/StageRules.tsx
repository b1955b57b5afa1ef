import type { StageRule } from '../../../domain/process/rule.ts'
import { useText } from '../../../text/index.ts'
import { Segmented } from '../../../ui/forms/Segmented.tsx'
import type { Binding } from '../fields/binding.ts'
import { RuleList } from './RuleList.tsx'

/** What a deal must meet to come in, and to go on. */
export function StageRules({ binding }: { readonly binding: Binding<StageRule[]> }) {
  const t = useText('inspector')
  return (
    <RuleList<StageRule>
      binding={binding}
      label={t('criteria')}
      empty={t('criteriaEmpty')}
      adds={[
        { label: t('addEntry'), rule: (fresh) => ({ ...fresh, kind: 'entry' }) },
        { label: t('addExit'), rule: (fresh) => ({ ...fresh, kind: 'exit' }) },
      ]}
      tag={({ kind }) => t(kind === 'entry' ? 'toEnter' : 'toLeave')}
      more={(rule, { set }) => (
        <Segmented
          label={t('criterionKind')}
          value={rule.kind}
          options={[
            { value: 'entry', label: t('toEnter') },
            { value: 'exit', label: t('toLeave') },
          ]}
          readOnly={binding.readOnly}
          onChange={(kind) => set({ ...rule, kind })}
        />
      )}
    />
  )
}
