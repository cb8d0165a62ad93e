// How questions are put.
import type { Question } from '../api/evaluation';

/** What is asked, with the row that it is asked of. */
export function titleOf(question: Question): string {
  if (question.字段 === null) return `有没有${question.表 ?? question.事实}`;
  const name = question.类型 === '是否' ? `${question.字段}？` : question.字段;
  return question.表 === undefined ? name : `${question.表} ${question.行 ?? ''}：${name}`;
}

/** How an answer is written. */
export function hintOf(question: Question): string {
  if (question.可取 || question.字段 === null) return '';
  switch (question.类型) {
    case '是否': case '文本': return '';
    case '金额': return '；写上单位，如 860万元，没有写的按元';
    case '日期': return '；如 2024-06-30';
    case '比率': return '；如 5%';
    default: return `；${question.类型}`;
  }
}
