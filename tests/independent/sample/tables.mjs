// The tables of the sample registry: file names, columns, and how they are written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const subject = '统一社会信用代码';

/** Column headers by table; a detail's first column is the key of its subject. Tables for all kinds of subjects call it 主键. */
export const columns = {
  企业: [
    subject, '名称', '单位性质', '注册区县', '依法纳税', '诚信经营', '重大项目', '领导小组已研究', '区政府已确定', '列入一事一议',
    '新认定高端研发机构', '建立研发准备金制度', '申报研发费用', '科技型企业', '高新技术企业', '科技企业来源', '研发人员数', '职工总数',
    '重点软件企业清单', '行业', '智能化投资额', '智能化项目已认定', '金融机构', '上市企业', '科创板成功上市', '已入科创板储备库', '储备库入库日期',
    '建设知识产权运营中心', '运营绩效达标', '年度运营费用', '专业化转化机构', '科技创新环境项目',
    '重点企事业单位', '领军人才创办', '高科技企业',
    '片区', '科技型中小企业', '新培育科技型中小企业', '高新技术企业证书到期日', '首次通过高新技术企业认定', '有发展潜力', '创新基础好', '区县推荐进入培育库',
    '市级专项择优', '遴选进入上市储备库', '加计扣除备案额', '科技型中小企业转移机构', '创投基金公司', '私募基金', '上市日期', '专精特新小巨人企业',
    '制造业单项冠军企业', '高新技术骨干企业', '列入发展壮大支持', '有高价值发明专利',
  ],
  设施投入: [subject, '投入编号', '设施类型', '重点培育', '投入类别', '投入金额'],
  创新平台: [subject, '平台编号', '平台类型', '新认定', '经认定'],
  绩效评价: [subject, '评价编号', '评价对象', '对象经认定', '评价已完成'],
  科技项目: [subject, '项目编号', '项目类别', '承担方式', '项目绩效达标', '上年度国拨经费', '在本区落地转化', '本年度上级奖励经费'],
  产学研项目: [subject, '合作编号', '合作经认定'],
  软件成果: [subject, '成果编号', '软件领域', '核心技术突破', '取得软件著作权'],
  工业互联网项目: [subject, '工业互联网项目编号', '建设内容', '入选级别'],
  资质称号: [subject, '称号编号', '称号', '称号上级奖励经费'],
  线上平台项目: [subject, '线上平台编号', '总投资额'],
  科技分支机构: [subject, '机构编号', '设立日期'],
  再融资: [subject, '融资编号', '融资方式', '再融资额'],
  国外发明专利: [subject, '专利号', '取得途径', '领域'],
  城市更新应用: [subject, '应用编号', '应用领域', '应用经认定'],
  成果转化项目: [subject, '转化编号', '落地区县', '本年度市级奖补资金'],
  主题活动: [subject, '活动编号', '协同举办', '已认定', '实际费用'],
  引进平台: [
    subject, '引进平台编号', '引进平台类型', '引进建设', '经评定', '评定日期', '高层次人才团队组建', '牵头人才', '上年度转化绩效已评价',
    '参与创办科技型企业', '符合种子基金条件', '符合优惠政策条件',
  ],
  转化成果: [subject, '转化成果编号', '引进机构科研人员', '在渝转化成功', '技术合同实际到账额'],
  引进项目: [subject, '引进项目编号', '引进项目类型', '引进合作', '推动双一流建设', '建设任务', '引进重大项目'],
  示范区研发机构: [subject, '研发机构编号', '新型研发机构', '新型研发机构有效期', '事业单位性质', '享受进口税收政策'],
  双创基地: [subject, '双创基地编号', '双创基地类别', '双创基地级别'],
  示范区项目: [
    subject, '示范区项目编号', '示范区产业', '申请用地', '列入重点项目库', '重点环节或重点企业', '环保领域', '符合中央预算内条件', '产业集群级别', '银企合作',
  ],
  示范区园区: [subject, '园区编号', '园区性质', '符合循环创建条件', '重点产业发展', '特色产业基地'],
  创业投资基金: [subject, '基金编号', '投资科创项目', '实缴金额'],
  股权投资: [subject, '投资编号', '领军人才类投资', '到位日期'],
  创业投资: [subject, '投资编号', '投向初创期科技型中小企业', '投向科技企业'],
  孵化载体: [subject, '载体编号', '载体类型', '载体面积', '孵化绩效达标'],
  产业投资项目: [subject, '投资项目编号', '投资项目类别', '投资项目符合条件'],
  区县政府: ['区县代码', '区县名称', '培育成效较好'],
  人才: ['人才编号', '姓名', '工作区县', '创新创业', '人才层次', '发展急需', '科技人才', '入住人才公寓', '全职工作起始日', '同意租金优惠', '掌握卡脖子技术', '重点人才', '引进人才', '青年博士或博士后', '市自然科学基金择优'],
  博士后专项: ['人才编号', '资助编号', '专项名称', '市级资助额'],
  其他政策支持: ['主键', '文号', '事项', '事项行', '年度', '金额'],
  参数: ['参数', '值'],
  核定: ['主键', '文号', '条款', '事项行', '年度', '金额'],
  兑现记录: ['主键', '文号', '条款', '事项行', '年度', '金额'],
};

/** The first document, for which most of the sample is made. */
export const policyNumber = '渝中府办〔2021〕13号';

/** Rows collected table by table, in the order in which they are added. */
export class Registry {
  #rows = new Map(Object.keys(columns).map((table) => [table, []]));

  /** Adds a row; a field that is not a column is a mistake of the generator, a column that is left out is an empty cell. */
  add(table, row) {
    const unknown = Object.keys(row).filter((name) => !columns[table].includes(name));
    if (unknown.length > 0) throw new Error(`${table} 没有列 ${unknown.join('、')}`);
    this.#rows.get(table).push(row);
  }

  /** How many rows a table has. */
  count(table) {
    return this.#rows.get(table).length;
  }

  /** Writes every table as CSV (UTF-8, line feed), empty cells for what is not known. */
  write(folder) {
    mkdirSync(folder, { recursive: true });
    for (const [table, rows] of this.#rows) {
      const lines = [columns[table], ...rows.map((row) => columns[table].map((name) => row[name] ?? ''))];
      writeFileSync(join(folder, `${table}.csv`), lines.map((cells) => `${cells.map(cell).join(',')}\n`).join(''));
    }
  }
}

function cell(value) {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
