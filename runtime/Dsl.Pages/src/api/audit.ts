// What was done, by whom and to whom; and whether the chain of the records is unbroken.
import { get } from './client';

export interface AuditLine {
  编号: number;
  时间: string;
  谁: string;
  做了什么: string;
  主体: string;
  说明: string;
  请求: string;
  校验值: string;
}

export interface AuditQuery {
  actor: string;
  act: string;
  subject: string;
  from: string;
  to: string;
  reason: string;
  before?: number;
}

export interface Verification {
  完好: boolean;
  条数: number;
  末条的校验值: string;
  问题: string | null;
  改法: string | null;
}

export const records = (query: AuditQuery): Promise<{ 记录: AuditLine[]; 下一页: number | null }> => get('/api/v1/audit', { ...query });

export const verify = (head: string): Promise<Verification> => get('/api/v1/audit/verification', { head });
