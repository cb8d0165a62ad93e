// A result in the order in which it is read: what one gets, what may still come, what not.
import { byAmount } from '../amounts/amount';
import type { ClauseExplanation, ClauseResult, Condition, FullResult, Status } from '../api/evaluation';

/** A clause with its policy and its derivation. */
export interface ShownClause {
  policy: string;
  policyTitle: string;
  result: ClauseResult;
  why: ClauseExplanation | undefined;
}

/** Clauses of some statuses under a heading. */
export interface ClauseGroup {
  id: string;
  title: string;
  isOpen: boolean;
  clauses: ShownClause[];
}

const Groups: { id: string; title: string; isOpen: boolean; statuses: Status[] }[] = [
  { id: 'eligible', title: '符合', isOpen: true, statuses: ['符合'] },
  { id: 'missing', title: '还缺资料', isOpen: true, statuses: ['资料不全'] },
  { id: 'awaiting', title: '等主管部门核定', isOpen: true, statuses: ['待核定'] },
  { id: 'displaced', title: '让位于别的条款', isOpen: false, statuses: ['让位'] },
  { id: 'not', title: '不符合', isOpen: false, statuses: ['不符合'] },
  { id: 'outside', title: '不在施行期', isOpen: false, statuses: ['不在施行期'] },
];

/** All clauses of a result. */
export function clausesOf(result: FullResult): ShownClause[] {
  return result.政策.flatMap((policy) => {
    const why = result.解释.政策.find((explained) => explained.文号 === policy.文号)?.条款 ?? [];
    return policy.条款.map((clause) => ({
      policy: policy.文号, policyTitle: policy.标题, result: clause, why: why.find((explained) => explained.条款 === clause.条款),
    }));
  });
}

/** The clauses of a result by status, the largest amounts first; groups without a clause are left out. */
export function groupsOf(result: FullResult): ClauseGroup[] {
  const all = clausesOf(result);
  return Groups.map(({ statuses, ...group }) => ({
    ...group, clauses: all.filter((clause) => statuses.includes(clause.result.状态)).sort(byMoney),
  })).filter((group) => group.clauses.length > 0);
}

/** The conditions that a clause fails. */
export function failedConditions(clause: ShownClause): (Condition & { row: string | null })[] {
  return (clause.why?.计算 ?? []).flatMap((unit) =>
    [...unit.条件, ...(unit.频次 ? [unit.频次] : [])].filter((condition) => condition.成立 === '否')
      .map((condition) => ({ ...condition, row: unit.事项行 })));
}

function byMoney(left: ShownClause, right: ShownClause): number {
  const certain = byAmount(left.result.金额, right.result.金额);
  if (certain !== 0) return certain;
  // 不封顶 before every bound.
  if (left.result.最高 === null || right.result.最高 === null) return Number(right.result.最高 === null) - Number(left.result.最高 === null);
  return byAmount(left.result.最高, right.result.最高);
}
