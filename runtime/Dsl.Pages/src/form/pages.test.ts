// A page of the form has one topic and is not too long.
import { describe, expect, it } from 'vitest';
import type { Question } from '../api/evaluation';
import { MostOnPage, nextPage } from './pages';

const question = (name: string, topic: string): Question => ({
  事实: name, 主题: topic, 字段: name, 类型: '是否', 可取: null, 可取其他: false, 认定: false, 条款: [], 最多影响: '1.00', 不封顶: 0, 未能排除: false,
});

describe('问答的页', () => {
  it('一页一个主题，先问的在前', () => {
    const left = [question('甲', '研发'), question('乙', '企业'), question('丙', '研发')];
    expect(nextPage(left)).toEqual({ topic: '研发', questions: [left[0], left[2]] });
    expect(nextPage([])).toBeUndefined();
  });

  it('一页不太长', () => {
    const left = Array.from({ length: 20 }, (_, index) => question(`问${index}`, '企业'));
    expect(nextPage(left)?.questions).toHaveLength(MostOnPage);
  });
});
