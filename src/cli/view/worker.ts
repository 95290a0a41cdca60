import { parentPort, workerData } from 'node:worker_threads';
import type { CompareOptions } from '../../compare/options.ts';
import { createDraftEngine } from './draft-engine.ts';
import { type DraftRequest, openSource } from './draft-source.ts';

/** What a worker begins with. */
export interface WorkerStart {
  readonly request: DraftRequest;
  readonly words: CompareOptions;
  readonly cwd: string;
}

/** A call of the engine, and its answer. */
export interface Call {
  readonly id: number;
  readonly name: 'open' | 'compare' | 'step' | 'thread' | 'report' | 'forget';
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  /** A fault, which is the program's own, has a stack; what else goes wrong is a line for the reader. */
  | { readonly id: number; readonly trouble: string; readonly stack: string | undefined };

const { request, words, cwd } = workerData as WorkerStart;
const engine = createDraftEngine(() => openSource(request, cwd), words, cwd);
const port = parentPort!;

port.on('message', async ({ id, name, args }: Call) => {
  let answer: Answer;
  try {
    const method = engine[name] as (...args: readonly unknown[]) => unknown;
    answer = { id, value: await method(...args) };
  } catch (error) {
    const { message, name: kind, stack = message } = error as Error;
    const isFault = !/^(?:Draft|Git|Usage|Config|Lexicon)Error$/.test(kind);
    answer = { id, trouble: message, stack: isFault ? stack : undefined };
  }
  port.postMessage(answer);
});
