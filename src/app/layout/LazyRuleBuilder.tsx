import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import type { RuleBuilderProps } from '../../editor/ruleBuilder.ts'
import { useText } from '../../text/entrance.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { PartBoundary } from '../../ui/feedback/PartBoundary.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { isMissingPart } from '../missingPart.ts'

const RuleField = lazy(async () => ({
  default: (await import('../../features/rule-builder/index.ts')).RuleField,
}))

/** The rule builder, which loads when the first rule is opened. Where it does not come, the form around it stays. */
export function LazyRuleBuilder(props: RuleBuilderProps) {
  const t = useText('app')
  const [broken, setBroken] = useState<'missing' | 'fault' | null>(null)
  if (broken !== null)
    return (
      <Notice
        tone="warning"
        title={t(broken === 'missing' ? 'newVersionTitle' : 'errorTitle')}
        actions={
          <Button size="small" variant="outlined" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        {t(broken === 'missing' ? 'newVersionBody' : 'errorBody')}
      </Notice>
    )
  return (
    <PartBoundary onBroken={(error) => setBroken(isMissingPart(error) ? 'missing' : 'fault')}>
      <Suspense fallback={<SkeletonRows what={props.label} rows={2} />}>
        <RuleField {...props} />
      </Suspense>
    </PartBoundary>
  )
}
