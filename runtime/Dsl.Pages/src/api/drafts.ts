// A changed folder of policies: checked, compared with what is served.
import { post } from './client';

export interface Finding {
  代码: string;
  级别: '错误' | '警告' | '提示';
  文件: string;
  行?: number;
  列?: number;
  说明: string;
  改法: string;
}

export interface Change {
  项目: string;
  变化: string;
  旧: string | null;
  新: string | null;
  差在: string[];
  只是文字: boolean;
}

export interface ChangedItem {
  类别: string;
  变化: string;
  旧编号: string | null;
  新编号: string | null;
  标题: string;
  改动: Change[];
}

export interface Draft {
  政策版本: string | null;
  可以试算: boolean;
  发现: Finding[];
  现行版本?: string;
  与现行的差别?: {
    含义有变化: boolean;
    含义变化: number;
    文字改动: number;
    政策: { 变化: string; 旧文号: string | null; 新文号: string | null; 标题: string; 改动: Change[]; 条目: ChangedItem[] }[];
    数据定义: ChangedItem[];
  };
}

export const check = (files: Record<string, string>): Promise<Draft> => post('/api/v1/drafts', { 文件: files });
