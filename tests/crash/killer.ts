import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** A thread that ends its own process without warning, whatever the other threads are in the middle of. */
export interface Killer {
  /** The process ends this many milliseconds from now. */
  strikeIn(milliseconds: number): void
}

/** Ready to strike when the promise resolves, so that starting the thread is not what is measured. */
export async function startKiller(): Promise<Killer> {
  const order = new Int32Array(new SharedArrayBuffer(8))
  const thread = new Worker(new URL(import.meta.url), { workerData: order })
  await new Promise((resolve) => thread.once('message', resolve))
  return {
    strikeIn: (milliseconds) => {
      order[1] = Math.round(milliseconds * 1000)
      Atomics.store(order, 0, 1)
      Atomics.notify(order, 0)
    },
  }
}

if (!isMainThread && workerData instanceof Int32Array) waitForOrder(workerData)

function waitForOrder(order: Int32Array): void {
  parentPort?.postMessage('ready')
  Atomics.wait(order, 0, 0)
  const end = performance.now() + (order[1] ?? 0) / 1000
  // Spinning hits moments that a timer, which counts in milliseconds, does not.
  while (performance.now() < end);
  process.kill(process.pid, 'SIGKILL')
}
