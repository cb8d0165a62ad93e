// Messages between panels and their pages.
import type { Curve, CurveAnswer, Facts, SourceAnswer, TryOutAnswer } from '../protocol';
import type { Range } from 'vscode-languageclient';

/** To the page of 试算. isNew: another clause, or facts that were not typed into this form. */
export type ToTryOut =
  | { kind: 'answer'; answer: TryOutAnswer; isNew: boolean; revision: number }
  | { kind: 'failure'; text: string; revision: number }
  | { kind: 'curve'; answer: CurveAnswer; revision: number };

export type CurveWish = Pick<Curve, 'axis' | 'row' | 'from' | 'to'>;

/** From the page of 试算. The revision goes up with each change of the facts; answers to older ones are not shown. */
export type FromTryOut =
  | { kind: 'ready' }
  | { kind: 'facts'; facts: Facts; revision: number }
  | { kind: 'curve'; wish: CurveWish | undefined; revision: number }
  | { kind: 'start'; facts: Facts | undefined }
  | { kind: 'writeExample' }
  | { kind: 'copy' }
  | { kind: 'reveal'; range: Range }
  | { kind: 'revealClause' };

/** To the page of the source text. */
export type ToSource =
  | { kind: 'answer'; answer: SourceAnswer }
  | { kind: 'failure'; text: string }
  | { kind: 'select'; block: number | undefined; scroll: boolean };

/** From the page of the source text: a block was clicked, by its index. */
export type FromSource = { kind: 'ready' } | { kind: 'open'; block: number } | { kind: 'openText'; offset: number };
