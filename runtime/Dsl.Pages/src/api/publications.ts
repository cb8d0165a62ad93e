// Approved sets of policies, publications, and the ledger.
import { get, post } from './client';

export interface SetLine {
  政策版本: string;
  载入时间: string;
  文号: string[];
  在用: boolean;
  批准人: string | null;
  批准时间: string | null;
}

export interface PublicationSum {
  笔数: number;
  主体数: number;
  增加: string;
  收回: string;
  合计: string;
}

export interface PublicationSummary {
  合计: PublicationSum;
  各条款: { 文号: string; 条款: string; 差额: PublicationSum }[];
  增加最多: { 主体: string; 金额: string }[];
  结果中没有的记录: number;
  结果中没有的金额: string;
  提醒: string[];
}

export interface Publication {
  /** Null where there is nothing to publish. */
  编号: string | null;
  种类: string;
  状态: '待确认' | '已公布' | '没有差额';
  测算: string | null;
  年度: number | null;
  笔数: number;
  提出人: string | null;
  提出时间: string | null;
  确认人: string | null;
  确认时间: string | null;
  台账版本: number | null;
  差额: PublicationSummary | null;
}

export interface LedgerLine {
  台账版本: number;
  主键: string;
  文号: string;
  条款: string;
  事项行: string;
  年度: number;
  金额: string;
  数量?: string;
  期次?: string;
}

export interface LedgerQuery {
  subject: string;
  policy: string;
  year: string;
  offset: number;
  limit: number;
}

/** Where the ledger is downloaded. */
export const LedgerFile = '/api/v1/ledger/export';

export const sets = async (): Promise<SetLine[]> => (await get<{ 政策: SetLine[] }>('/api/v1/sets')).政策;

export const approve = (set: string): Promise<void> => post(`/api/v1/sets/${encodeURIComponent(set)}/approve`);

export const publications = async (): Promise<Publication[]> => (await get<{ 公布: Publication[] }>('/api/v1/publications')).公布;

export const publication = (id: string, reason = ''): Promise<Publication> => get(`/api/v1/publications/${encodeURIComponent(id)}`, { reason });

export const propose = (run: string, choice: { missing?: string; failed?: string }): Promise<Publication> =>
  post(`/api/v1/runs/${encodeURIComponent(run)}/publication`, undefined, choice);

export const confirm = (id: string): Promise<Publication> => post(`/api/v1/publications/${encodeURIComponent(id)}/confirm`);

export const ledger = (query: LedgerQuery): Promise<{ 台账版本: number; 记录: LedgerLine[] }> => get('/api/v1/ledger', { ...query });
