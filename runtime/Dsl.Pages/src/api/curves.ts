// 参数 of the policies, and what all subjects get under other values of one.
import { address, get, post } from './client';
import type { Job } from './runs';

export interface ParameterLine {
  文号: string;
  名称: string;
  类型: string;
  /** Its value comes with the registry. */
  外部: boolean;
  沿革: { 起: string | null; 值: string }[];
}

export interface CurveLine {
  值: string;
  金额: string;
  最高: string;
  不封顶: number;
  增加的主体: number;
  减少的主体: number;
  可能增加的主体: number;
  可能减少的主体: number;
}

export interface Curve {
  参数: string;
  文号: string;
  主体数: number;
  分区: number;
  全部分区: number;
  现在: CurveLine;
  各值: CurveLine[];
}

export interface AskedCurve {
  参数: string;
  文号: string;
  值?: string[];
  从?: string;
  到?: string;
  步长?: string;
  分区?: number;
}

const path = (id: string): string => `/api/v1/curves/${encodeURIComponent(id)}`;

export const parameters = async (): Promise<ParameterLine[]> => (await get<{ 参数: ParameterLine[] }>('/api/v1/parameters')).参数;

export const curves = async (): Promise<Job[]> => (await get<{ 任务: Job[] }>('/api/v1/curves')).任务;

export const startCurve = (asked: AskedCurve, query: { date?: string; registry?: string }): Promise<Job> =>
  post('/api/v1/curves', asked, query);

export const curveJob = (id: string): Promise<Job> => get(path(id));

export const cancelCurve = (id: string): Promise<Job> => post(`${path(id)}/cancel`);

export const resumeCurve = (id: string): Promise<Job> => post(`${path(id)}/resume`);

export const curve = (id: string): Promise<Curve> => get(`${path(id)}/result`);

/** Where the table of a curve is downloaded. */
export const curveTable = (id: string): string => address(`${path(id)}/result`, { format: 'csv' });
