// The rest of the sample: enterprises that play one to three parts drawn by chance, with values that often lie on a threshold.

/** How often a fact of a part is left unknown, in a hundred. */
const unknownPercent = 4;

/** A recognition by an authority: mostly given, sometimes refused, sometimes not yet decided. */
const recognised = (r) => r.pick(['是', '是', '是', '是', '是', '是', '否', '']);
const maybeUnknown = (r, value) => (r.chance(unknownPercent) ? '' : value);
const amount = (r, low, high, thresholds) => maybeUnknown(r, r.chance(30) ? r.pick(thresholds) : r.yuan(low, high));
const times = (r, most, act) => { for (let i = 0, n = 1 + r.below(most); i < n; i += 1) act(`P${i + 1}`); };
const approveMostly = (r, e, clause, low, high, row = '') => {
  if (r.chance(75)) e.approve(clause, r.chance(15) ? String(high) : r.yuan(low, Math.floor(high * 1.1)), { row });
};

const reviewed = {
  国家科技创新基地: ['1.3', 6000000], 市级科技创新基地: ['1.6', 200000], 众创空间: ['1.6', 200000], 孵化器: ['1.6', 200000],
  智慧医院: ['7.3', 200000], 互联网医院: ['7.3', 200000], 科技创新联盟: ['19', 500000],
};

const parts = [
  (r, e) => times(r, 3, () => e.row('设施投入', '投入编号', {
    设施类型: r.pick(['国家实验室', '重大科技基础设施', '其他']), 重点培育: recognised(r),
    投入类别: r.pick(['设备购置', '科研项目', '人才引进', '运行维护']), 投入金额: amount(r, 100000, 5000000, ['0.01', '1000000']),
  })),
  (r, e) => times(r, 2, (row) => {
    const kind = r.pick(['国家科技创新基地', '市级科技园区', '市级科技创新基地', '众创空间', '孵化器', '其他']);
    e.row('创新平台', '平台编号', { 平台类型: kind, 新认定: recognised(r), 经认定: recognised(r) });
    const [clause, cap] = { 国家科技创新基地: ['1.2', 10000000], 市级科技园区: ['1.4', 1000000], 其他: [] }[kind] ?? ['1.5', 500000];
    if (clause !== undefined) approveMostly(r, e, clause, cap / 2, cap, row);
    if (clause === '1.5' && r.chance(15)) e.paid('1.5', 2022, '200000', { row });
  }),
  (r, e) => times(r, 3, (row) => {
    const of = r.pick(Object.keys(reviewed));
    const [clause, cap] = reviewed[of];
    e.row('绩效评价', '评价编号', { 评价对象: of, 对象经认定: recognised(r), 评价已完成: recognised(r) });
    approveMostly(r, e, clause, cap / 4, cap, row);
  }),
  (r, e) => times(r, 5, () => e.row('科技项目', '项目编号', {
    项目类别: maybeUnknown(r, r.pick(['国家科技重大专项', '国家重点研发计划', '国家重点研发计划', '市级重大科技计划', '其他'])),
    承担方式: r.pick(['牵头', '牵头', '牵头', '参与']), 项目绩效达标: recognised(r),
    上年度国拨经费: amount(r, 500000, 60000000, ['33333333.33', '33333333.34', '33333333.50', '0']),
    在本区落地转化: recognised(r), 本年度上级奖励经费: amount(r, 50000, 900000, ['0', '100000.02', '100000.03']),
  })),
  (r, e) => { e.facts({ 建立研发准备金制度: '是', 申报研发费用: amount(r, 8000000, 40000000, ['10000000', '9999999.99', '10000000.01']) }); approveMostly(r, e, '4.1', 300000, 3000000); },
  (r, e) => times(r, 2, (row) => { e.row('产学研项目', '合作编号', { 合作经认定: recognised(r) }); approveMostly(r, e, '4.3', 500000, 3000000, row); }),
  (r, e) => {
    e.facts({ 科技型企业: recognised(r), 高新技术企业: recognised(r), 科技企业来源: r.pick(['新认定', '引进', '存量']),
      研发人员数: maybeUnknown(r, String(r.pick([30, 49, 50, 51, 60, 61, 90]))), 职工总数: maybeUnknown(r, String(r.pick([100, 160, 163, 164, 200, 300]))) });
    approveMostly(r, e, '5', 200000, 500000);
    approveMostly(r, e, '12.2', 100000, 200000);
    if (r.chance(15)) e.paid('5', r.pick([2021, 2022, 2023]), '300000');
    if (r.chance(15)) e.otherSupport('科技企业认定引进', r.yuan(100000, 700000), { year: r.pick(['', 2022, 2023]) });
  },
  (r, e) => { e.facts({ 重点软件企业清单: r.pick(['国家级', '市级', '']) }); approveMostly(r, e, '6.1', 800000, 2000000); },
  (r, e) => times(r, 2, (row) => {
    e.row('软件成果', '成果编号', { 软件领域: r.pick(['工业软件', '基础软件', '信息安全软件', '游戏软件']), 核心技术突破: recognised(r), 取得软件著作权: maybeUnknown(r, '是') });
    approveMostly(r, e, '6.2', 1000000, 5000000, row);
  }),
  (r, e) => times(r, 2, (row) => {
    const level = r.pick(['国家级', '市级', '未入选', '']);
    e.row('工业互联网项目', '工业互联网项目编号', { 建设内容: r.pick(['工业互联网标识解析体系', '工业互联网平台', '其他']), 入选级别: level });
    approveMostly(r, e, '6.3', 2000000, level === '国家级' ? 10000000 : 5000000, row);
  }),
  (r, e) => times(r, 2, (row) => {
    e.row('资质称号', '称号编号', { 称号: r.pick(['国家级专精特新', '国家级小巨人', '市级专精特新', '市级小巨人', '市级隐形冠军', '其他']), 称号上级奖励经费: amount(r, 100000, 600000, ['300000.01', '300000.03']) });
    approveMostly(r, e, '6.4', 50000, 250000, row);
  }),
  (r, e) => times(r, 2, (row) => {
    e.row('线上平台项目', '线上平台编号', { 总投资额: amount(r, 2000000, 9000000, ['3000000', '2999999.99', '6666666.67', '6666666.66']) });
    approveMostly(r, e, '7.1', 600000, 2000000, row);
    if (r.chance(10)) e.paid('7.1', 2022, '500000', { row });
    if (r.chance(12)) e.otherSupport('线上平台项目', r.yuan(300000, 2200000), { row });
  }),
  (r, e) => {
    e.facts({ 行业: maybeUnknown(r, r.pick(['文化旅游', '专业服务', '专业服务', '软件服务'])), 智能化项目已认定: recognised(r), 智能化投资额: amount(r, 100000, 3000000, ['1500000', '1499999.98', '0']) });
    for (const of of [2020, 2021, 2022]) if (r.chance(45)) e.paid('7.2', of, '150000');
  },
  (r, e) => { e.facts({ 金融机构: maybeUnknown(r, '是') }); times(r, 2, (row) => {
    e.row('科技分支机构', '机构编号', { 设立日期: maybeUnknown(r, r.pick(['2020-05-01', '2021-06-20', '2021-06-21', '2022-09-30', '2023-06-01'])) });
    approveMostly(r, e, '7.4', 200000, 500000, row);
  }); },
  (r, e) => { e.facts({ 上市企业: maybeUnknown(r, '是'), 科技型企业: recognised(r), 科创板成功上市: r.pick(['是', '否', '']) }); approveMostly(r, e, '10.1', 4000000, 8000000); times(r, 2, () => e.row('再融资', '融资编号', {
    融资方式: r.pick(['增发', '配股', '发行可转债', '定向借款']), 再融资额: amount(r, 20000000, 1500000000, ['1000000000', '999999997.50', '999999997.49']),
  })); },
  (r, e) => e.facts({ 已入科创板储备库: recognised(r), 储备库入库日期: maybeUnknown(r, r.pick(['2019-01-01', '2020-06-30', '2020-07-01', '2022-03-15'])) }),
  (r, e) => times(r, 4, (row) => {
    const field = maybeUnknown(r, r.pick(['区块链', '其他', '其他']));
    e.row('国外发明专利', '专利号', { 取得途径: maybeUnknown(r, r.pick(['国内途径', 'PCT途径', 'PCT途径', '其他'])), 领域: field });
    approveMostly(r, e, '14', 10000, field === '区块链' ? 100000 : 20000, row);
  }),
  (r, e) => e.facts({ 建设知识产权运营中心: recognised(r), 运营绩效达标: recognised(r), 年度运营费用: amount(r, 1000000, 40000000, ['250000000', '250000000.01', '1000000.25']) }),
  (r, e) => times(r, 2, (row) => {
    e.row('城市更新应用', '应用编号', { 应用领域: r.pick(['老旧小区改造', '楼宇智能升级', '地下管网']), 应用经认定: recognised(r) });
    approveMostly(r, e, '16.2', 1000000, 5000000, row);
  }),
  (r, e) => { e.facts({ 专业化转化机构: recognised(r) }); approveMostly(r, e, '17.1', 300000, 1000000); times(r, 2, () => e.row('成果转化项目', '转化编号', {
    落地区县: maybeUnknown(r, r.pick(['渝中区', '渝中区', '永川区'])), 本年度市级奖补资金: amount(r, 100000, 2000000, ['100000.01', '100000.03']),
  })); },
  (r, e) => times(r, 3, (row) => {
    e.row('主题活动', '活动编号', { 协同举办: maybeUnknown(r, r.pick(['是', '是', '是', '否'])), 已认定: recognised(r), 实际费用: amount(r, 50000, 4500000, ['3333333.33', '3333333.34', '0.05', '0.04']) });
    if (r.chance(10)) e.paid('20', 2022, '10000', { row });
  }),
];

/** Makes one enterprise by chance. */
export function fill(random, enterprise) {
  enterprise.facts({
    单位性质: maybeUnknown(random, random.pick(['企业', '企业', '企业', '企业', '企业', '企业', '事业单位', '社会组织'])),
    注册区县: maybeUnknown(random, random.chance(92) ? '渝中区' : random.pick(['江津区', '永川区'])),
    依法纳税: random.chance(97) ? '是' : random.pick(['否', '']),
    诚信经营: random.chance(97) ? '是' : random.pick(['否', '']),
    申报研发费用: amount(random, 100000, 15000000, ['10000000', '9999999.99', '5000000']),
    职工总数: '200',
  });
  if (random.chance(4)) enterprise.facts({ 重大项目: '是', 领导小组已研究: random.pick(['是', '']), 区政府已确定: random.pick(['是', '否', '']) });
  const first = random.below(parts.length);
  for (let i = 0, count = 1 + random.below(3); i < count; i += 1) parts[(first + i * 7) % parts.length](random, enterprise);
}
