// What waits for 核定 in a run, and what officers decide.
import { address, get, post, upload } from './client';

export interface AwaitedLine {
  主键: string;
  名称: string;
  文号: string;
  条款: string;
  条款标题: string;
  事项行: string;
  年度: number;
  /** In yuan, or 不封顶. */
  最高: string;
  等待: string;
  /** Not empty where the clause is computed by a formula: no amount is entered. */
  备注: string;
  校验: string;
  已核定: { 金额: string; 核定人: string; 时间: string } | null;
}

export interface SentLine {
  主键: string;
  文号: string;
  条款: string;
  事项行: string;
  金额?: string;
  撤回?: true;
}

export interface AwaitedQuery {
  policy: string;
  clause: string;
  subject: string;
  offset: number;
  limit: number;
}

export const awaited = (run: string, query: AwaitedQuery): Promise<{ 行数: number; 待核定: AwaitedLine[] }> =>
  get('/api/v1/decisions', { run, ...query });

/** Where the sheet of a run is downloaded. */
export const sheetAddress = (run: string, format: 'csv' | 'xlsx'): string => address('/api/v1/decisions', { run, format });

/** All are entered, or none. */
export const enter = (run: string, lines: SentLine[]): Promise<{ 记下: number }> => post('/api/v1/decisions', { 测算: run, 核定: lines });

/** Hands in the sheet that was filled in; all or none. */
export const handIn = (run: string, file: File): Promise<{ 记下: number }> => upload('/api/v1/decisions/import', file, { run });
