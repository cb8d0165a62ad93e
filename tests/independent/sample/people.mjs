// The talents of the sample: a few cases to follow by hand, then some by chance.
import { policyNumber } from './tables.mjs';
import { year } from './enterprise.mjs';

const plain = {
  工作区县: '渝中区', 创新创业: '是', 人才层次: '其他', 发展急需: '否', 科技人才: '否', 入住人才公寓: '否', 全职工作起始日: '2022-01-01', 同意租金优惠: '否',
  掌握卡脖子技术: '否', 重点人才: '否', 引进人才: '否', 青年博士或博士后: '否', 市自然科学基金择优: '否',
};
const flat = (since, agreed = '是') => ({ 科技人才: '是', 入住人才公寓: '是', 全职工作起始日: since, 同意租金优惠: agreed });
const grant = (amount, programme = '博士后创新人才支持计划') => ({ 专项名称: programme, 市级资助额: amount });

/** Each case: the purpose, the facts, the grants, the amount decided under 12.1, and support under another policy. */
const cases = [
  ['12.1 一人一策，已定', { 人才层次: '顶尖人才', 发展急需: '是' }, [], '3000000'],
  ['12.1 一人一策，未定：不封顶', { 人才层次: '优秀创新团队', 发展急需: '是' }, [], null],
  ['12.1 是否急需未定', { 人才层次: '顶尖人才', 发展急需: '' }, [], null],
  ['13.1 全职工作满三年的当天', flat('2020-06-30'), [], null],
  ['13.1 差一天满三年', flat('2020-07-01'), [], null],
  ['13.1 是否给予优惠未定', flat('2019-03-01', ''), [], null],
  ['13.2 两笔市级资助，1:1', {}, [grant('200000'), grant('150000.55', '博士后研究项目特别资助')], null],
  ['13.2 其他资助不配套；金额未填', {}, [grant('80000', '其他'), grant('')], null],
  ['范围 不在本区工作', { 工作区县: '永川区' }, [grant('200000')], null],
  ['范围 是否创新创业人才未定', { 创新创业: '' }, [grant('200000')], null],
  ['附1 两笔资助，一笔在其他政策得到更高的支持', {}, [grant('100000'), grant('120000')], null, { 事项: '博士后资助', 事项行: 'Z1', 金额: '150000' }],
  ['附1 其他政策较低', { 人才层次: '顶尖人才', 发展急需: '是' }, [], '1000000', { 事项: '顶尖人才团队', 金额: '800000' }],
];

/** Adds forty talents. */
export function addPeople(registry, random) {
  for (let number = 1; number <= 40; number += 1) {
    const [, facts, grants, decided, support] = cases[number - 1] ?? byChance(random);
    const key = `RC${String(number).padStart(4, '0')}`;
    registry.add('人才', { ...plain, 人才编号: key, 姓名: `样本人才${String(number).padStart(2, '0')}`, ...facts });
    grants.forEach((row, index) => registry.add('博士后专项', { 人才编号: key, 资助编号: `Z${index + 1}`, ...row }));
    if (decided !== null) registry.add('核定', { 主键: key, 文号: policyNumber, 条款: '12.1', 年度: year, 金额: decided });
    if (support !== undefined) registry.add('其他政策支持', { 主键: key, 文号: '样本发〔2022〕2号', ...support });
  }
}

function byChance(random) {
  const facts = {
    人才层次: random.pick(['顶尖人才', '优秀创新团队', '其他', '其他', '']), 发展急需: random.pick(['是', '是', '否', '']),
    ...(random.chance(50) ? flat(random.pick(['2018-09-01', '2020-06-30', '2020-07-01', '2023-01-01', '']), random.pick(['是', '否', ''])) : {}),
  };
  const grants = random.chance(60) ? [grant(random.yuan(50000, 300000), random.pick(['博士后创新人才支持计划', '博士后研究项目特别资助', '其他']))] : [];
  return ['', facts, grants, random.chance(50) ? random.yuan(500000, 5000000) : null];
}
