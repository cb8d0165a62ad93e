// One subject: facts, what to ask next, and the result with its derivation. The members are those of the service (see 运行服务.md).
import { get, post } from './client';

export type Row = Record<string, string>;

/** Facts as `policy eval --facts` reads them: the subject, its details, and what belongs to the whole. */
export type Facts = Record<string, unknown>;

export interface Question {
  事实: string;
  主题: string;
  表?: string;
  行?: string;
  /** Null where it is asked which rows the table has. */
  字段: string | null;
  主键?: string | null;
  类型: string;
  可取: string[] | null;
  可取其他: boolean;
  认定: boolean;
  条款: { 文号: string; 条款: string; 标题: string }[];
  最多影响: string;
  不封顶: number;
  未能排除: boolean;
}

export interface Totals {
  金额: string;
  最高: string | null;
  不封顶: number;
  资金: Record<string, string>;
  形式?: Record<string, string>;
}

export interface ShortClause {
  文号: string;
  条款: string;
  状态: Status;
  金额: string;
  最高: string | null;
}

export interface QuestionsAnswer {
  问答: { 还有: number; 最多再影响: string; 不封顶: number; 未能排除: number; 问题: Question[] };
  结果: { 主键: string; 测算日: string; 年度: number; 条款: ShortClause[]; 合计: Totals; 政策版本: string; 程序: string };
}

export type Status = '符合' | '资料不全' | '待核定' | '让位' | '不符合' | '不在施行期';

export interface ClauseResult {
  条款: string;
  标题: string;
  状态: Status;
  金额: string;
  最高: string | null;
  资金: Record<string, string>;
  缺少: string[];
  等待: string[];
  让位于: { 文号: string; 条款: string; 规则: string } | null;
  计入合计: boolean;
  形式?: string;
  享受?: string;
  本年已兑现?: string;
  不满足的条件: string[];
  行: { 事项行: string; 状态: Status; 金额: string; 最高: string | null }[];
  说明: string[];
}

export interface Condition {
  条件: string;
  成立: string;
  范围: boolean;
  排除: boolean;
  代入: string;
  事实: Record<string, string>;
}

export interface Unit {
  事项行: string | null;
  状态: Status;
  金额: string;
  条件: Condition[];
  频次?: Condition;
  令: string[];
  算式: string;
  代入: string;
  步骤: string[];
  还需要: string[];
}

export interface ClauseExplanation {
  条款: string;
  条: string;
  文件: string;
  行号: number;
  依据: string[];
  状态: Status;
  金额: string;
  计算: Unit[];
  步骤: string[];
  还需要: string[];
  说明: string[];
}

export interface FullResult {
  主键: string;
  测算日: string;
  年度: number;
  政策: { 文号: string; 标题: string; 条款: ClauseResult[]; 合计: Totals }[];
  合计: Totals;
  说明: string[];
  解释: { 政策: { 文号: string; 条款: ClauseExplanation[] }[] };
  政策版本: string;
  程序: string;
}

export interface SampleFacts {
  名称: string;
  来源: string;
  事实: Facts;
}

/** What is still to be asked. */
export const askNext = (facts: Facts, policy: string): Promise<QuestionsAnswer> =>
  post('/api/v1/questions', facts, { policy, limit: 200 });

/** The result with its derivation. */
export const evaluate = (facts: Facts): Promise<FullResult> => post('/api/v1/evaluate', facts, { detail: '全部' });

/** Made-up subjects that come with the policies. */
export const samples = async (): Promise<SampleFacts[]> => (await get<{ 示例: SampleFacts[] }>('/api/v1/samples')).示例;
