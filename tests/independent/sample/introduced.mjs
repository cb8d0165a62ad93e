// Subjects for the two city documents: introduced platforms (渝府办发〔2019〕126号) and the demonstration zone (渝发改规范〔2021〕12号).
// A few cases to follow by hand, then some by chance, with random numbers of their own.
import { Enterprise, year } from './enterprise.mjs';

const plan = { policy: '渝府办发〔2019〕126号' }, zone = { policy: '渝发改规范〔2021〕12号' };
const zoneDistricts = ['江津区', '永川区', '荣昌区', '大渡口区', '重庆高新区'];

const platform = (kind, more = {}) => ['引进平台', '引进平台编号', {
  引进平台类型: kind, 引进建设: '是', 经评定: '是', 评定日期: '2021-05-01', 高层次人才团队组建: '否', 上年度转化绩效已评价: '否',
  参与创办科技型企业: '否', 符合种子基金条件: '否', 符合优惠政策条件: '否', ...more,
}];
const achievement = (received, more = {}) => ['转化成果', '转化成果编号', { 引进机构科研人员: '是', 在渝转化成功: '是', 技术合同实际到账额: received, ...more }];
const joint = (kind, more = {}) => ['引进项目', '引进项目编号', { 引进项目类型: kind, 引进合作: '是', 推动双一流建设: '否', 引进重大项目: '否', ...more }];

/** Each case: the purpose, and what it adds to a plain enterprise of the district 渝中区. */
const cases = [
  // Documents together
  ['渝中的高端研发机构：渝中 2 与三（一）1.1 同一事项，没有规定如何并用，相加', (e) => e.facts({ 新认定高端研发机构: '是' })
    .row(...platform('高端研发机构')).approve('2', '20000000').approve('1.1', '10000000', { row: 'P1', ...plan }).approve('1.2', '8000000', { row: 'P1', ...plan })],
  ['江津的高端研发机构：示范区 1.1 与三（一）1.1 相加，没有渝中 2', (e) => e.facts({ 注册区县: '江津区', 新认定高端研发机构: '是' })
    .row(...platform('高端研发机构')).approve('2', '20000000').approve('1.1', '30000000', zone).approve('1.1', '10000000.01', { row: 'P1', ...plan })],
  ['别的区的高端研发机构：只有三（一）', (e) => e.facts({ 注册区县: '其他', 新认定高端研发机构: '是' })
    .row(...platform('高端研发机构')).approve('1.1', '30000000', zone).approve('1.1', '6000000', { row: 'P1', ...plan }).approve('1.3', '2500000', { row: 'P1', ...plan })],
  // 三（一）、（二）、（三）
  ['1.1 一次性：以往资助过；1.2 评定 2018 年，2022 年是最后一年', (e) => e.row(...platform('高端研发机构', { 评定日期: '2018-12-31' }))
    .paid('1.1', 2020, '9000000', { row: 'P1', ...plan }).approve('1.2', '5000000', { row: 'P1', ...plan })],
  ['1.2 评定 2019 年，2023 年是第四年', (e) => e.row(...platform('高端研发机构', { 评定日期: '2019-12-31' })).paid('1.1', 2020, '9000000', { row: 'P1', ...plan })
    .approve('1.2', '10000000.01', { row: 'P1', ...plan })],
  ['1.2 评定当年不支持', (e) => e.row(...platform('高端研发机构', { 评定日期: '2023-01-01' })).approve('1.1', '9999999.99', { row: 'P1', ...plan }).approve('1.2', '5000000', { row: 'P1', ...plan })],
  ['2.1、2.2 一个基地，连续三年的最后一年', (e) => e.row(...platform('国家级科技创新基地', { 评定日期: '2020-12-31' })).paid('2.1', 2021, '2000000', { row: 'P1', ...plan })
    .paid('2.2', 2021, '5000000', { row: 'P1', ...plan }).approve('2.2', '4000000', { row: 'P1', ...plan })],
  ['2.1、2.2 两个基地，一个评定日期未填', (e) => e.row(...platform('联合研发基地')).row(...platform('国家级科技创新基地', { 评定日期: '' }))
    .approve('2.1', '2000000', { row: 'P1', ...plan }).approve('2.1', '1500000', { row: 'P2', ...plan })
    .approve('2.2', '5000000.01', { row: 'P1', ...plan }).approve('2.2', '3000000', { row: 'P2', ...plan })],
  ['3、7.2 转化基地和转化服务机构', (e) => e.row(...platform('科技成果转化基地', { 上年度转化绩效已评价: '是' })).row(...platform('技术转移转化服务机构', { 经评定: '' }))
    .approve('3', '1800000', { row: 'P1', ...plan }).approve('3', '2000000', { row: 'P2', ...plan }).approve('7.2', '900000', { row: 'P1', ...plan })],
  ['渝中 17.1 与三（七）7.2 同一事项，相加', (e) => e.facts({ 专业化转化机构: '是' }).row(...platform('科技成果转化基地', { 上年度转化绩效已评价: '是' }))
    .approve('17.1', '1000000').approve('7.2', '1000000', { row: 'P1', ...plan })],
  // 三（四）至（七）、（九）
  ['4、5、9 一事一议：已定、未定', (e) => e.row(...joint('合作办学', { 推动双一流建设: '是' })).row(...joint('建设任务', { 建设任务: '国家实验室' })).row(...joint('其他', { 引进重大项目: '是' }))
    .approve('4', '12000000', { row: 'P1', ...plan }).approve('5', '60000000', { row: 'P2', ...plan }).approve('9', '7654321.09', { row: 'P3', ...plan })],
  ['5 任务不在列举之内：待认定', (e) => e.row(...joint('建设任务', { 建设任务: '国家技术创新中心' })).row(...joint('其他', { 引进重大项目: '' }))],
  ['6 院士牵头，在 1.1 之外另行给予', (e) => e.row(...platform('高端研发机构', { 高层次人才团队组建: '是', 牵头人才: '两院院士' }))
    .approve('1.1', '10000000', { row: 'P1', ...plan }).approve('6', '10000000', { row: 'P1', ...plan })],
  ['6 牵头人才不在列举之内：待认定', (e) => e.row(...platform('联合研发基地', { 高层次人才团队组建: '是', 牵头人才: '国家杰出青年' })).approve('6', '4000000', { row: 'P1', ...plan })],
  ['7.1 四项成果：按比例、恰到上限、超过上限、到账额未填', (e) => e.row(...achievement('1234567.80')).row(...achievement('20000000')).row(...achievement('20000000.20'))
    .row(...achievement(''))],
  ['7.1 以往补贴过的成果不再补贴', (e) => e.row(...achievement('3000000')).row(...achievement('1000000')).paid('7.1', 2022, '150000', { row: 'P1', ...plan })],
  // The zone
  ['20 股权投资不计入奖补；以往投资满三年可以退出', (e) => e.facts({ 注册区县: '永川区', 领军人才创办: '是', 高科技企业: '是' }).approve('20', '20000000', zone)
    .row('股权投资', '投资编号', { 领军人才类投资: '是', 到位日期: '2020-06-30' })],
  ['1.1 累计：以往 4000 万元，核定 1000 万元又一分', (e) => e.facts({ 注册区县: '重庆高新区', 新认定高端研发机构: '是' })
    .paid('1.1', 2022, '40000000', zone).approve('1.1', '10000000.01', zone)],
  ['17 实缴恰好 3000 万元，与差一分', (e) => e.facts({ 注册区县: '荣昌区' })
    .row('创业投资基金', '基金编号', { 投资科创项目: '是', 实缴金额: '30000000' }).row('创业投资基金', '基金编号', { 投资科创项目: '是', 实缴金额: '29999999.99' })],
  ['1.2、1.3、3、7 机构、基地和重点单位', (e) => e.facts({ 注册区县: '大渡口区', 重点企事业单位: '是' })
    .row('示范区研发机构', '研发机构编号', { 新型研发机构: '是', 新型研发机构有效期: '2023-06-30', 事业单位性质: '是', 享受进口税收政策: '否' })
    .row('双创基地', '双创基地编号', { 双创基地类别: '创业孵化示范基地', 双创基地级别: '市级' })],
  ['8、10、12 至 16 项目和园区', (e) => e.facts({ 注册区县: '江津区' })
    .row('示范区项目', '示范区项目编号', {
      示范区产业: '战略性新兴产业', 申请用地: '是', 列入重点项目库: '是', 重点环节或重点企业: '是', 环保领域: '节能环保', 符合中央预算内条件: '是', 产业集群级别: '市级', 银企合作: '是',
    })
    .row('示范区园区', '园区编号', { 园区性质: '示范园区', 符合循环创建条件: '是', 重点产业发展: '是', 特色产业基地: '是' })],
];

const maybe = (r, value) => (r.chance(5) ? '' : value);
const recognised = (r) => r.pick(['是', '是', '是', '是', '否', '']);
const approveMostly = (r, e, clause, high, options) => { if (r.chance(75)) e.approve(clause, r.chance(20) ? String(high) : r.yuan(high / 4, Math.floor(high * 1.1)), options); };

const parts = [
  (r, e) => {
    const kind = r.pick(['高端研发机构', '联合研发基地', '国家级科技创新基地', '科技成果转化基地', '技术转移转化服务机构', '其他研发机构', '其他']);
    e.row(...platform(kind, {
      引进建设: recognised(r), 经评定: recognised(r), 评定日期: maybe(r, r.pick(['2018-03-01', '2019-12-31', '2020-08-08', '2022-12-31', '2023-01-01'])),
      高层次人才团队组建: r.pick(['是', '否', '否', '']), 牵头人才: maybe(r, r.pick(['诺贝尔奖获得者', '图灵奖获得者', '两院院士', '国家杰出青年'])),
      上年度转化绩效已评价: recognised(r), 参与创办科技型企业: maybe(r, r.pick(['是', '否'])), 符合种子基金条件: recognised(r), 符合优惠政策条件: recognised(r),
    }));
    const approvals = { 高端研发机构: [['1.1', 10000000], ['1.2', 10000000], ['1.3', 3000000]], 联合研发基地: [['2.1', 2000000], ['2.2', 5000000]], 国家级科技创新基地: [['2.1', 2000000], ['2.2', 5000000]],
      科技成果转化基地: [['3', 2000000], ['7.2', 1000000]], 技术转移转化服务机构: [['3', 2000000]] }[kind] ?? [];
    for (const [clause, high] of [...approvals, ['6', 10000000]]) approveMostly(r, e, clause, high, { row: 'P1', ...plan });
    if (r.chance(30)) e.paid(r.pick(['1.1', '2.1', '3', '6']), 2022, r.yuan(100000, 900000), { row: 'P1', ...plan });
  },
  (r, e) => { for (let i = 0; i < 3; i += 1) e.row(...achievement(maybe(r, r.yuan(100000, 30000000)), { 引进机构科研人员: recognised(r), 在渝转化成功: recognised(r) })); },
  (r, e) => { e.facts({ 新认定高端研发机构: recognised(r) }); approveMostly(r, e, '1.1', 50000000, zone); if (r.chance(30)) e.paid('1.1', 2022, r.yuan(1000000, 40000000), zone); },
  (r, e) => { e.facts({ 领军人才创办: recognised(r), 高科技企业: recognised(r) }); approveMostly(r, e, '20', 20000000, zone); },
  (r, e) => e.row('示范区项目', '示范区项目编号', {
    示范区产业: maybe(r, r.pick(['新型基础设施', '战略性新兴产业', '支柱产业', '现代服务', '现代农业'])), 申请用地: r.pick(['是', '否']), 列入重点项目库: recognised(r), 重点环节或重点企业: recognised(r),
    环保领域: r.pick(['生态文明建设', '节能环保', '清洁生产']), 符合中央预算内条件: recognised(r), 产业集群级别: r.pick(['国家级', '市级', '其他']), 银企合作: maybe(r, r.pick(['是', '否'])),
  }),
];

/** Teams of the zone: the purpose, facts, and the amount decided under 5 (null: not decided). */
const teams = [
  ['5 掌握“卡脖子”技术，已定', { 工作区县: '江津区', 人才层次: '优秀创新团队', 发展急需: '否', 掌握卡脖子技术: '是' }, '2500000'],
  ['5 发展急需，未定：不封顶', { 工作区县: '重庆高新区', 人才层次: '优秀创新团队', 发展急需: '是', 掌握卡脖子技术: '否' }, null],
  ['5 是否掌握未定', { 工作区县: '永川区', 人才层次: '优秀创新团队', 发展急需: '否', 掌握卡脖子技术: '' }, '1000000'],
  ['7-人才 重点人才', { 工作区县: '荣昌区', 人才层次: '其他', 发展急需: '否', 掌握卡脖子技术: '否', 重点人才: '是' }, null],
];

/** Adds sixty enterprises and four teams. */
export function addIntroduced(registry, random) {
  for (let number = 1; number <= 60; number += 1) {
    const enterprise = new Enterprise(registry, number, { prefix: 'YJ', name: '引进样本' });
    if (number <= cases.length) {
      cases[number - 1][1](enterprise);
    } else {
      enterprise.facts({ 注册区县: maybe(random, random.pick([...zoneDistricts, '渝中区', '其他'])) });
      const first = random.below(parts.length);
      for (let i = 0, count = 1 + random.below(3); i < count; i += 1) parts[(first + i * 2) % parts.length](random, enterprise);
    }
    enterprise.finish();
  }
  teams.forEach(([, facts, decided], index) => {
    const key = `TD${String(index + 1).padStart(4, '0')}`;
    registry.add('人才', {
      人才编号: key, 姓名: `样本团队${String(index + 1).padStart(2, '0')}`, 创新创业: '是', 科技人才: '否', 入住人才公寓: '否', 全职工作起始日: '2022-01-01', 同意租金优惠: '否', 重点人才: '否',
      引进人才: '否', 青年博士或博士后: '否', 市自然科学基金择优: '否', ...facts,
    });
    if (decided !== null) registry.add('核定', { 主键: key, 文号: zone.policy, 条款: '5', 年度: year, 金额: decided });
  });
}
