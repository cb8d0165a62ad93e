// What is served: policies, clauses, facts that can be given; and how the service stands.
import { get } from './client';

export interface PolicyLine {
  文号: string;
  标题: string;
  施行: string | null;
  失效: string | null;
  条款数: number;
}

export interface Policies {
  政策版本: string;
  载入时间: string;
  政策: PolicyLine[];
}

export interface ClauseLine {
  条款: string;
  标题: string;
  原文: string[];
  对象: string | null;
  牵头: string[];
}

export interface Clauses {
  政策版本: string;
  文号: string;
  标题: string;
  条款: ClauseLine[];
  全文?: string;
}

export interface SchemaField {
  名称: string;
  类型: string;
  可取: string[] | null;
}

export interface SchemaTable {
  名称: string;
  字段: SchemaField[];
  明细?: SchemaTable[];
}

export const policies = (): Promise<Policies> => get('/api/v1/policies');

export const clauses = (policy: string): Promise<Clauses> => get('/api/v1/clauses', { policy });

export const schema = (): Promise<{ 政策版本: string; 对象: SchemaTable[] }> => get('/api/v1/schema');
