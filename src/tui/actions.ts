import type { Comparison } from '../compare/comparison.ts';
import type { CommandName } from './commands.ts';
import type { DraftInfo, Pair, StepSummary, ThreadCell } from './engine.ts';
import type { Message, Size, Work } from './state.ts';

/** What the reader typed while a prompt is open. */
export type Typing =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'edit';
      readonly what: 'backspace' | 'delete' | 'left' | 'right' | 'home' | 'end' | 'clear';
    }
  | { readonly kind: 'submit' }
  | { readonly kind: 'cancel' };

/** All that can happen to the view. */
export type Action =
  | { readonly type: 'command'; readonly name: CommandName }
  | { readonly type: 'typed'; readonly typing: Typing }
  | { readonly type: 'clicked'; readonly x: number; readonly y: number }
  | { readonly type: 'wheeled'; readonly x: number; readonly y: number; readonly rows: number }
  | { readonly type: 'resized'; readonly size: Size }
  | { readonly type: 'opened'; readonly drafts: readonly DraftInfo[] }
  | { readonly type: 'working'; readonly work: Work | undefined }
  | { readonly type: 'paired'; readonly pair: Pair }
  | { readonly type: 'compared'; readonly pair: Pair; readonly comparison: Comparison }
  | { readonly type: 'stepped'; readonly draft: number; readonly step: StepSummary }
  | { readonly type: 'forgotten'; readonly draft: number }
  | { readonly type: 'followed'; readonly cells: readonly ThreadCell[] }
  | { readonly type: 'told'; readonly message: Message };
