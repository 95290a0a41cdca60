import { Worker } from 'node:worker_threads';
import { DraftError } from '../../draft/draft.ts';
import { DEBUG } from '../../report/internal-error.ts';
import { Cancelled, type Engine } from '../../tui/engine.ts';
import type { Answer, Call, WorkerStart } from './worker.ts';

/** Of the built program; a worker is a file of its own. */
const WORKER = new URL('./view-worker.js', import.meta.url);

const WITH_SOURCE_MAPS = { execArgv: [...process.execArgv, '--enable-source-maps'] };

/** An engine in a thread of its own, so that keys are answered while it works, and work can be ended. */
export function createWorkerEngine(start: WorkerStart): Engine {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  let worker = begin();

  function begin(): Worker {
    const own = new Worker(WORKER, { workerData: start, ...(process.env[DEBUG] ? WITH_SOURCE_MAPS : {}) });
    own.on('message', (answer: Answer) => {
      const caller = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('value' in answer) caller?.resolve(answer.value);
      else caller?.reject(errorOf(answer));
    });
    own.on('error', (error) => {
      if (own === worker) failAll(error);
    });
    return own;
  }

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function call<T>(name: Call['name'], ...args: readonly unknown[]): Promise<T> {
    const id = ++count;
    worker.postMessage({ id, name, args } satisfies Call);
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    });
  }

  return {
    open: () => call('open'),
    compare: (pair) => call('compare', pair),
    step: (newer) => call('step', newer),
    thread: (draft, clause) => call('thread', draft, clause),
    report: (request) => call('report', request),
    forget: (draft) => {
      call('forget', draft).catch(() => {});
    },
    cancel: () => {
      const old = worker;
      worker = begin();
      failAll(new Cancelled('cancelled'));
      void old.terminate();
    },
    close: () => {
      failAll(new Cancelled('closed'));
      void worker.terminate();
    },
  };
}

function errorOf({ trouble, stack }: Extract<Answer, { trouble: string }>): Error {
  return stack === undefined ? new DraftError(trouble) : Object.assign(new Error(trouble), { stack });
}
