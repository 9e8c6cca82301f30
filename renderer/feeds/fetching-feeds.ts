import { client } from '../rpc/client.ts'
import { createLongTask } from '../rpc/long-task.ts'

/** Asking every feed for what is new, whether its screen is shown or not. */
export const fetchingFeeds = createLongTask((taskId) => client.feed.refresh.mutate({ taskId }))
