// What the registry knows of one subject.
import type { Facts } from './evaluation';
import { get } from './client';

export interface RegisteredFacts {
  登记: string;
  导入时间: string;
  事实: Facts;
}

/** The facts of a subject in the latest snapshot; a problem of status 404 where it is not in it. */
export const registeredFacts = (kind: string, key: string): Promise<RegisteredFacts> => get('/api/v1/subjects', { kind, key });
