import { useMemo } from 'react'
import { useMargin } from '../card-context.ts'
import { topicOptions } from '../picker-options.ts'
import { ChoicePopover, type ChoiceProps } from './choice-popover.tsx'

/** A topic to press, and behind it all of them. */
export function TopicChoice(props: ChoiceProps) {
  const { names, quotes } = useMargin()
  const options = useMemo(() => topicOptions(names.topics, names.topicPath, quotes()), [names, quotes])
  return (
    <ChoicePopover
      choice={props}
      name={props.value === null ? undefined : names.topicPath(props.value).at(-1)}
      options={options}
    />
  )
}
