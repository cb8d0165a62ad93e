// Snapshots of the registry, jobs, and the comparison of two runs.
import { get, post } from './client';

export type JobState = '排队' | '运行中' | '完成' | '完成但有出错' | '失败' | '已取消';

export interface Job {
  编号: string;
  种类: string;
  状态: string;
  测算日: string;
  年度: number;
  政策版本: string;
  登记: string;
  提交人: string;
  提交时间: string;
  开始时间: string | null;
  结束时间: string | null;
  进度: number;
  主体数: number;
  未读入行数: number;
  出错主体数: number;
  问题: { 代码: string; 说明: string; 改法: string } | null;
  /** What values of a 参数 are tried. */
  试算?: { 参数: string; 文号: string; 值: string[]; 分区?: number };
}

export interface RegistryLine {
  编号: string;
  来源: string;
  导入时间: string;
  主体数: number;
  分区数: number;
  未读入行数: number;
}

export interface Amount {
  金额: string;
  最高: string;
  不封顶: number;
}

export interface ClauseSummary extends Amount {
  文号: string;
  条款: string;
  标题: string;
  计入合计: boolean;
  本年已兑现: string;
  状态: Record<string, number>;
  不满足的条件: Record<string, number>;
  缺少: Record<string, number>;
  等待: Record<string, number>;
}

export interface TargetLine {
  文号: string;
  编号: string;
  标题: string;
  责任: string;
  状态: string;
  现值: (string | null)[];
  目标值: (string | null)[];
  差额: (string | null)[];
}

export interface PoolLine {
  文号: string;
  编号: string;
  标题: string;
  责任: string;
  规模: string | null;
  已用?: Amount;
  超出规模?: string;
}

export interface Summary {
  测算日: string;
  年度: number;
  主体: Record<string, number>;
  有确定金额的主体: number;
  明细不全的主体: number;
  结果行: number;
  未读入的行: number;
  状态: Record<string, number>;
  合计: Amount;
  资金: Record<string, Amount>;
  牵头: Record<string, Amount>;
  条款: ClauseSummary[];
  目标: TargetLine[];
  资金池: PoolLine[];
}

export interface ComparedAmounts {
  原金额: string;
  新金额: string;
  增加: string;
  原最高: string;
  新最高: string;
  原不封顶: number;
  新不封顶: number;
}

export interface RunComparison {
  原来: Job;
  新的: Job;
  合计: ComparedAmounts;
  主体: Record<string, number>;
  有变化的条款: { 文号: string; 条款: string; 原主体数: number; 新主体数: number; 金额: ComparedAmounts }[];
  增加最多: { 主体: string; 金额: ComparedAmounts }[];
  减少最多: { 主体: string; 金额: ComparedAmounts }[];
}

export const registries = async (): Promise<RegistryLine[]> => (await get<{ 登记: RegistryLine[] }>('/api/v1/registries')).登记;

export const imports = async (): Promise<Job[]> => (await get<{ 任务: Job[] }>('/api/v1/imports')).任务;

export const runs = async (): Promise<Job[]> => (await get<{ 任务: Job[] }>('/api/v1/runs')).任务;

export const run = (id: string): Promise<Job> => get(`/api/v1/runs/${encodeURIComponent(id)}`);

export const startRun = (query: { date?: string; year?: string; set?: string; registry?: string }): Promise<Job> =>
  post('/api/v1/runs', undefined, query);

export const cancelRun = (id: string): Promise<Job> => post(`/api/v1/runs/${encodeURIComponent(id)}/cancel`);

export const resumeRun = (id: string): Promise<Job> => post(`/api/v1/runs/${encodeURIComponent(id)}/resume`);

export const summary = (id: string): Promise<Summary> => get(`/api/v1/runs/${encodeURIComponent(id)}/summary`);

export const compare = (old: string, next: string): Promise<RunComparison> =>
  get(`/api/v1/runs/${encodeURIComponent(old)}/compare`, { with: next });

/** Hears of every change of a job until it is over; the answer ends it early. */
export function watchJob(path: string, changed: (job: Job) => void): () => void {
  const stream = new EventSource(`${path}/events`);
  stream.addEventListener('job', (event) => {
    const job = JSON.parse((event as MessageEvent<string>).data) as Job;
    if (isOver(job)) stream.close();
    changed(job);
  });
  return () => stream.close();
}

/** Whether a job has come to its end. */
export const isOver = (job: Job): boolean => job.结束时间 !== null;

/** Whether a job left a result. */
export const hasResult = (job: Job): boolean => job.状态.startsWith('完成');
