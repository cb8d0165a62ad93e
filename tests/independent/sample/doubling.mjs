// Subjects for the two plans of the city: technology enterprises (渝府办发〔2022〕56号, 渝府办发〔2023〕26号), districts, young doctors, and the
// figures that are reported from outside. A few cases to follow by hand, then some by chance, with random numbers of their own.
import { Enterprise, year } from './enterprise.mjs';

const small = { policy: '渝府办发〔2022〕56号' }, double = { policy: '渝府办发〔2023〕26号' };

const investment = (start, technology) => ['创业投资', '投资编号', { 投向初创期科技型中小企业: start, 投向科技企业: technology }];
const incubator = (kind, area, good = '否') => ['孵化载体', '载体编号', { 载体类型: kind, 载体面积: area, 孵化绩效达标: good }];
const project = (kind, fits = '是') => ['产业投资项目', '投资项目编号', { 投资项目类别: kind, 投资项目符合条件: fits }];
const certified = { 科技型企业: '是', 高新技术企业: '是', 有高价值发明专利: '是' };

/** Each case: the purpose, and what it adds to a plain enterprise outside the districts that have policies of their own. */
const cases = [
  ['56号 2.1 推荐入库；26号 2 纳入后备库', (e) => e.facts({ 科技型中小企业: '是', 科技型企业: '是', 有发展潜力: '是', 创新基础好: '是', 区县推荐进入培育库: '是' })],
  ['56号 2.1 区县是否推荐未填', (e) => e.facts({ 科技型中小企业: '是', 有发展潜力: '是', 区县推荐进入培育库: '' })],
  ['56号 2.3 与 26号 保2.1 首次认定：市级择优 30 万元、区县奖励 10 万元，相加', (e) => e.facts({ ...certified, 科技型中小企业: '是', 首次通过高新技术企业认定: '是', 市级专项择优: '是' })
    .approve('2.3', '300000', small).approve('保2.1', '100000', double)],
  ['56号 2.3 一次性：以往支持过；26号 保2.1 尚未核定：不封顶', (e) => e.facts({ ...certified, 科技型中小企业: '是', 首次通过高新技术企业认定: '是', 市级专项择优: '是' })
    .paid('2.3', 2022, '200000', small)],
  ['56号 2.3 没有择优选中的，核定无效', (e) => e.facts({ 科技型中小企业: '是', 首次通过高新技术企业认定: '是' }).approve('2.3', '300000', small)],
  ['56号 3 储备库', (e) => e.facts({ 科技型中小企业: '是', 遴选进入上市储备库: '是' })],
  ['56号 6 加计扣除备案额恰为门槛 200 万元', (e) => e.facts({ 科技型中小企业: '是', 加计扣除备案额: '2000000' })],
  ['56号 6 差一分', (e) => e.facts({ 科技型中小企业: '是', 加计扣除备案额: '1999999.99' })],
  ['56号 6 备案额未填', (e) => e.facts({ 科技型中小企业: '是', 加计扣除备案额: '' })],
  ['56号 9 转移机构，上年已奖补', (e) => e.facts({ 科技型中小企业转移机构: '是' }).paid('9', 2022, '500000', small).approve('9', '450000.50', small)],
  ['56号 9 尚未核定：不封顶', (e) => e.facts({ 科技型中小企业转移机构: '是' })],
  ['56号 13 两笔投资，一笔以往奖励过；26号 保3 同一笔投资也可得', (e) => e.facts({ 创投基金公司: '是', 私募基金: '是' }).row(...investment('是', '是')).row(...investment('是', '否'))
    .paid('13', 2022, '100000', { row: 'P1', ...small }).approve('13', '150000', { row: 'P2', ...small }).approve('保3', '80000', { row: 'P1', ...double })],
  ['56号 13 投向待认定', (e) => e.facts({ 创投基金公司: '是' }).row(...investment('', '否')).approve('13', '120000', { row: 'P1', ...small })],
  ['26号 保3 不是私募基金', (e) => e.row(...investment('否', '是')).approve('保3', '80000', { row: 'P1', ...double })],
  ['26号 11.1 孵化社区恰好 50 万平方米；孵化园差 0.01 平方米', (e) => e.row(...incubator('大型创新创业孵化社区', '500000', '是')).row(...incubator('大型科技企业孵化园', '99999.99'))
    .approve('保4.1', '260000', { row: 'P1', ...double }).approve('保4.1', '90000', { row: 'P2', ...double })],
  ['26号 11.1 孵化园恰好 10 万平方米，绩效待认定', (e) => e.row(...incubator('大型科技企业孵化园', '100000', '')).approve('保4.1', '70000', { row: 'P1', ...double })],
  ['26号 4.1 当年上市的高新技术企业', (e) => e.facts({ ...certified, 上市企业: '是', 上市日期: '2023-01-01' })],
  ['26号 4.1 上年上市，不计入当年', (e) => e.facts({ ...certified, 上市企业: '是', 上市日期: '2022-12-31' })],
  ['26号 4.2 骨干企业、发展壮大；0.4 小巨人、单项冠军', (e) => e.facts({ ...certified, 高新技术骨干企业: '是', 列入发展壮大支持: '是', 专精特新小巨人企业: '是', 制造业单项冠军企业: '是', 片区: '主城新区' })],
  ['26号 4.2 是否骨干未定', (e) => e.facts({ ...certified, 高新技术骨干企业: '', 片区: '两群地区' })],
  ['26号 15 高新技术企业没有高价值发明专利', (e) => e.facts({ ...certified, 有高价值发明专利: '否', 片区: '两群地区' })],
  ['26号 保4.3 两个项目', (e) => e.row(...project('高新技术产业项目')).row(...project('科技企业投资项目', ''))],
  ['56号 0.2 证书当日到期，仍在有效期内', (e) => e.facts({ ...certified, 高新技术企业证书到期日: '2023-06-30' })],
  ['56号 0.2 证书前一日到期', (e) => e.facts({ ...certified, 高新技术企业证书到期日: '2023-06-29' })],
];

const maybe = (r, value) => (r.chance(5) ? '' : value);
const recognised = (r) => r.pick(['是', '是', '是', '是', '否', '']);
const decide = (r, e, clause, high, options) => { if (r.chance(70)) e.approve(clause, r.yuan(high / 4, high), options); };

const parts = [
  (r, e) => {
    e.facts({ 科技型中小企业: recognised(r), 新培育科技型中小企业: recognised(r), 首次通过高新技术企业认定: recognised(r), 市级专项择优: recognised(r) });
    decide(r, e, '2.3', 300000, small);
    decide(r, e, '保2.1', 200000, double);
    if (r.chance(20)) e.paid('保2.1', 2022, '100000', double);
  },
  (r, e) => e.facts({ 科技型中小企业: recognised(r), 加计扣除备案额: maybe(r, r.chance(30) ? r.pick(['2000000', '1999999.99', '2000000.01']) : r.yuan(100000, 5000000)) }),
  (r, e) => e.facts({ 科技型中小企业: recognised(r), 科技型企业: recognised(r), 有发展潜力: recognised(r), 创新基础好: recognised(r), 区县推荐进入培育库: maybe(r, r.pick(['是', '否'])), 遴选进入上市储备库: recognised(r) }),
  (r, e) => { e.facts({ 科技型中小企业转移机构: recognised(r) }); decide(r, e, '9', 800000, small); },
  (r, e) => {
    e.facts({ 创投基金公司: recognised(r), 私募基金: recognised(r) });
    for (let i = 1, count = 1 + r.below(3); i <= count; i += 1) {
      e.row(...investment(recognised(r), recognised(r)));
      decide(r, e, '13', 400000, { row: `P${i}`, ...small });
      decide(r, e, '保3', 300000, { row: `P${i}`, ...double });
    }
  },
  (r, e) => {
    e.row(...incubator(r.pick(['大型创新创业孵化社区', '大型科技企业孵化园', '其他']), maybe(r, r.pick(['500000', '499999.99', '100000', '99999.99', '38000', '723456.78'])), recognised(r)));
    decide(r, e, '保4.1', 500000, { row: 'P1', ...double });
  },
  (r, e) => e.facts({
    ...certified, 高新技术企业证书到期日: maybe(r, r.pick(['2023-06-29', '2023-06-30', '2024-12-31', '2025-12-31'])), 片区: maybe(r, r.pick(['中心城区', '主城新区', '两群地区'])),
    有高价值发明专利: maybe(r, r.pick(['是', '否'])), 高新技术骨干企业: recognised(r), 列入发展壮大支持: recognised(r), 专精特新小巨人企业: recognised(r), 制造业单项冠军企业: r.pick(['是', '否']),
    上市企业: '是', 上市日期: maybe(r, r.pick(['2021-09-01', '2022-12-31', '2023-01-01', '2023-05-18'])),
  }),
  (r, e) => e.row(...project(maybe(r, r.pick(['高新技术产业项目', '科技企业投资项目', '其他'])), recognised(r))),
];

/** Districts: name, 培育成效较好, and the amount decided under 2.2 (null: not decided). */
const districts = [
  ['渝中区', '是', '3000000'], ['江津区', '是', null], ['永川区', '', '2000000'], ['荣昌区', '否', '1000000'], ['大渡口区', '是', '0'],
  ['重庆高新区', '是', '5000000.55'], ['两江新区', '否', null], ['万盛经开区', '', null],
];

/** Young doctors: purpose and facts. */
const doctors = [
  ['保4.2 择优选中', { 引进人才: '是', 青年博士或博士后: '是', 市自然科学基金择优: '是' }],
  ['保4.2 择优待定', { 引进人才: '是', 青年博士或博士后: '是', 市自然科学基金择优: '' }],
  ['保4.2 不是引进的', { 引进人才: '否', 青年博士或博士后: '是', 市自然科学基金择优: '是' }],
  ['保4.2 是否博士未填', { 引进人才: '是', 青年博士或博士后: '', 市自然科学基金择优: '是' }],
];

/** Figures from outside: external parameters, and indicators of targets under their number. */
const figures = [
  ['加计扣除备案额门槛', '2000000'], ['全国研发经费投入强度', '2.64%'],
  ['0.5-战新', '33.2%'], ['0.5-高技术', '22%'], ['5', '412'], ['6-投入', '61234567890'], ['6-强度', '2.36%'], ['13', '183'], ['14', '86500000000'], ['15', '17件/亿元'], ['保2.2', '70%'],
];

/** Adds sixty enterprises, eight districts, four young doctors and the figures from outside. */
export function addDoubling(registry, random) {
  for (let number = 1; number <= 60; number += 1) {
    const enterprise = new Enterprise(registry, number, { prefix: 'YK', name: '科技样本' });
    enterprise.facts({ 注册区县: '其他' });
    if (number <= cases.length) {
      cases[number - 1][1](enterprise);
    } else {
      const first = random.below(parts.length);
      for (let i = 0, count = 1 + random.below(3); i < count; i += 1) parts[(first + i * 3) % parts.length](random, enterprise);
    }
    enterprise.finish();
  }
  districts.forEach(([name, good, decided], index) => {
    const key = `QX${String(index + 1).padStart(4, '0')}`;
    registry.add('区县政府', { 区县代码: key, 区县名称: name, 培育成效较好: good });
    if (decided !== null) registry.add('核定', { 主键: key, 文号: small.policy, 条款: '2.2', 年度: year, 金额: decided });
  });
  doctors.forEach(([, facts], index) => registry.add('人才', {
    人才编号: `BS${String(index + 1).padStart(4, '0')}`, 姓名: `样本博士${String(index + 1).padStart(2, '0')}`, 工作区县: '其他', 创新创业: '是', 人才层次: '其他', 发展急需: '否',
    科技人才: '否', 入住人才公寓: '否', 全职工作起始日: '2022-01-01', 同意租金优惠: '否', 掌握卡脖子技术: '否', 重点人才: '否', ...facts,
  }));
  for (const [name, value] of figures)
    registry.add('参数', { 参数: /^[\d保]/.test(name) ? `${double.policy} 目标 ${name}` : name, 值: value });
}
