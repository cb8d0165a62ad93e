// One enterprise of the sample under construction: facts that satisfy the scope and qualify for nothing, then what a case adds.
import { policyNumber } from './tables.mjs';

/** Facts of an enterprise in scope that no clause supports, but for the research cost that everyone reports. */
const plain = {
  单位性质: '企业', 注册区县: '渝中区', 依法纳税: '是', 诚信经营: '是', 重大项目: '否', 列入一事一议: '否',
  新认定高端研发机构: '否', 建立研发准备金制度: '否', 申报研发费用: '20000000', 科技型企业: '否', 高新技术企业: '否', 科技企业来源: '存量',
  研发人员数: '20', 职工总数: '200', 重点软件企业清单: '未进入', 行业: '文化旅游', 智能化项目已认定: '否',
  金融机构: '否', 上市企业: '否', 科创板成功上市: '否', 已入科创板储备库: '否',
  建设知识产权运营中心: '否', 运营绩效达标: '否', 专业化转化机构: '否', 科技创新环境项目: '否',
  重点企事业单位: '否', 领军人才创办: '否', 高科技企业: '否',
  片区: '中心城区', 科技型中小企业: '否', 新培育科技型中小企业: '否', 首次通过高新技术企业认定: '否', 有发展潜力: '否', 创新基础好: '否', 区县推荐进入培育库: '否',
  市级专项择优: '否', 遴选进入上市储备库: '否', 加计扣除备案额: '0', 科技型中小企业转移机构: '否', 创投基金公司: '否', 私募基金: '否', 专精特新小巨人企业: '否',
  制造业单项冠军企业: '否', 高新技术骨干企业: '否', 列入发展壮大支持: '否', 有高价值发明专利: '否',
};

/** The application year that the sample is made for. */
export const year = 2023;

export class Enterprise {
  #registry;
  #facts;
  #rowNumbers = new Map();

  constructor(registry, number, { prefix = 'YB', name = '样本企业' } = {}) {
    this.#registry = registry;
    this.key = `${prefix}${String(number).padStart(4, '0')}`;
    this.#facts = { ...plain, 统一社会信用代码: this.key, 名称: `${name}${String(number).padStart(3, '0')}` };
  }

  /** States facts; an empty text makes the fact unknown. */
  facts(values) {
    this.#facts = { ...this.#facts, ...values };
    return this;
  }

  /** Adds a row to a detail, numbered P1, P2, … within the enterprise unless the key is stated. */
  row(detail, keyField, values) {
    const number = (this.#rowNumbers.get(detail) ?? 0) + 1;
    this.#rowNumbers.set(detail, number);
    this.#registry.add(detail, { 统一社会信用代码: this.key, [keyField]: `P${number}`, ...values });
    return this;
  }

  /** 核定 for the application year, unless another (or an empty) year is stated; under the first document, unless another is. */
  approve(clause, amount, { row = '', year: of = year, policy = policyNumber } = {}) {
    this.#registry.add('核定', { 主键: this.key, 文号: policy, 条款: clause, 事项行: row, 年度: of, 金额: amount });
    return this;
  }

  /** 兑现记录. */
  paid(clause, of, amount, { row = '', policy = policyNumber } = {}) {
    this.#registry.add('兑现记录', { 主键: this.key, 文号: policy, 条款: clause, 事项行: row, 年度: of, 金额: amount });
    return this;
  }

  /** 其他政策支持; without a year it counts for every year. */
  otherSupport(matter, amount, { row = '', year: of = '' } = {}) {
    this.#registry.add('其他政策支持', {
      主键: this.key, 文号: '样本发〔2022〕1号', 事项: matter, 事项行: row, 年度: of, 金额: amount,
    });
    return this;
  }

  /** Writes the facts; called once, when the case is complete. */
  finish() {
    this.#registry.add('企业', this.#facts);
  }
}
