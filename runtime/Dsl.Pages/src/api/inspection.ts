// From a figure of a run down to the subjects behind it.
import { get } from './client';
import type { FullResult } from './evaluation';

export interface GroupLine {
  状态?: string;
  按?: string;
  值?: string;
  主体数: number;
  金额: string;
  最高: string;
  不封顶: number;
}

export interface DividedClause {
  文号: string;
  条款: string;
  标题: string;
  对象: string;
  牵头: string[];
  各状态: GroupLine[];
  各级次: GroupLine[];
  原因: { 原因: string; 说明: string; 主体数: number }[];
}

export interface Distribution {
  条款: DividedClause[];
  分类?: GroupLine[];
}

export interface FoundSubject {
  位置: string;
  主键: string;
  名称: string;
  状态: string;
  金额: string;
  /** Null where it has no bound. */
  最高: string | null;
}

export interface SubjectQuery {
  policy: string;
  clause: string;
  status: string;
  by: string;
  value: string;
  why: string;
  text: string;
  after: string;
  reason: string;
}

const path = (run: string): string => `/api/v1/runs/${encodeURIComponent(run)}`;

/** All clauses of a run; or one with its parts. */
export const distribution = (run: string, clause: { policy?: string; clause?: string } = {}): Promise<Distribution> =>
  get(`${path(run)}/distribution`, clause);

export const foundSubjects = (run: string, query: SubjectQuery): Promise<{ 主体数: number | null; 主体: FoundSubject[]; 下一页: string | null }> =>
  get(`${path(run)}/subjects`, { ...query });

/** One subject of a run, with its derivation. */
export const foundSubject = (run: string, place: string): Promise<FullResult> => get(`${path(run)}/subject`, { at: place });
