-- 由 policy emit 生成。金额都以分计，没有浮点数；空的一格是不知道，不是零。
-- 政策：渝中府办〔2021〕13号、渝发改规范〔2021〕12号、渝府办发〔2019〕126号、渝府办发〔2022〕56号、渝府办发〔2023〕26号
-- 状态「未定」：事实或者核定还不全，金额在下限与上限之间（上限空着的没有上限）。
-- 状态「不判」：记录或者其他政策支持要由程序来判，这里不给金额。
-- 写成 SQL 的条款：91 项，共 91 项。
-- 读的表和列（数是整数或者 DECIMAL，日期是 DATE，是否是 BOOLEAN，其余是文本）：
--   人才：人才编号、工作区县、创新创业、人才层次、发展急需、科技人才、入住人才公寓、全职工作起始日、同意租金优惠、掌握卡脖子技术、重点人才、引进人才、青年博士或博士后、市自然科学基金择优
--   博士后专项：人才编号、资助编号、专项名称、市级资助额
--   核定：主键、事项行、文号、条款、年度、金额
--   兑现记录：主键、事项行、文号、条款、年度、金额
--   其他政策支持：主键、事项
--   企业：统一社会信用代码、注册区县、依法纳税、诚信经营、单位性质、重大项目、领导小组已研究、区政府已确定、新认定高端研发机构、建立研发准备金制度、申报研发费用、科技型企业、高新技术企业、科技企业来源、重点软件企业清单、行业、智能化项目已认定、智能化投资额、金融机构、科创板成功上市、上市企业、已入科创板储备库、储备库入库日期、研发人员数、职工总数、建设知识产权运营中心、运营绩效达标、年度运营费用、专业化转化机构、科技创新环境项目、列入一事一议、重点企事业单位、领军人才创办、高科技企业、科技型中小企业、有发展潜力、区县推荐进入培育库、首次通过高新技术企业认定、市级专项择优、遴选进入上市储备库、加计扣除备案额、科技型中小企业转移机构、创投基金公司、创新基础好、高新技术骨干企业、列入发展壮大支持、私募基金
--   设施投入：统一社会信用代码、投入编号、设施类型、重点培育、投入类别、投入金额
--   创新平台：统一社会信用代码、平台编号、平台类型、新认定、经认定
--   绩效评价：统一社会信用代码、评价编号、评价对象、对象经认定、评价已完成
--   科技项目：统一社会信用代码、项目编号、项目类别、承担方式、项目绩效达标、上年度国拨经费、在本区落地转化、本年度上级奖励经费
--   产学研项目：统一社会信用代码、合作编号、合作经认定
--   软件成果：统一社会信用代码、成果编号、软件领域、核心技术突破、取得软件著作权
--   工业互联网项目：统一社会信用代码、工业互联网项目编号、建设内容、入选级别
--   资质称号：统一社会信用代码、称号编号、称号、称号上级奖励经费
--   线上平台项目：统一社会信用代码、线上平台编号、总投资额
--   科技分支机构：统一社会信用代码、机构编号、设立日期
--   再融资：统一社会信用代码、融资编号、融资方式、再融资额
--   国外发明专利：统一社会信用代码、专利号、取得途径、领域
--   城市更新应用：统一社会信用代码、应用编号、应用领域、应用经认定
--   成果转化项目：统一社会信用代码、转化编号、落地区县、本年度市级奖补资金
--   主题活动：统一社会信用代码、活动编号、已认定、协同举办、实际费用
--   示范区研发机构：统一社会信用代码、研发机构编号、新型研发机构、新型研发机构有效期、事业单位性质、享受进口税收政策
--   双创基地：统一社会信用代码、双创基地编号、双创基地类别、双创基地级别
--   示范区项目：统一社会信用代码、示范区项目编号、申请用地、示范区产业、列入重点项目库、重点环节或重点企业、符合中央预算内条件、环保领域、产业集群级别、银企合作
--   示范区园区：统一社会信用代码、园区编号、符合循环创建条件、园区性质、重点产业发展、特色产业基地
--   创业投资基金：统一社会信用代码、基金编号、投资科创项目、实缴金额
--   股权投资：统一社会信用代码、投资编号、领军人才类投资、到位日期
--   引进平台：统一社会信用代码、引进平台编号、引进平台类型、引进建设、经评定、评定日期、高层次人才团队组建、牵头人才、上年度转化绩效已评价、参与创办科技型企业、符合种子基金条件、符合优惠政策条件
--   引进项目：统一社会信用代码、引进项目编号、引进项目类型、引进合作、推动双一流建设、建设任务、引进重大项目
--   转化成果：统一社会信用代码、转化成果编号、引进机构科研人员、在渝转化成功、技术合同实际到账额
--   创业投资：统一社会信用代码、投资编号、投向初创期科技型中小企业、投向科技企业
--   孵化载体：统一社会信用代码、载体编号、载体类型、载体面积、孵化绩效达标
--   产业投资项目：统一社会信用代码、投资项目编号、投资项目类别、投资项目符合条件
--   区县政府：区县代码、培育成效较好

-- 日数：0001-01-01 为 0；日期的运算都在 0001-01-01 到 9999-12-31 之内。
CREATE OR REPLACE TEMP MACRO "政策·在历内"(n) AS
  CASE WHEN n < 0 THEN 0 WHEN n > 3652058 THEN 3652058 ELSE n END;
CREATE OR REPLACE TEMP MACRO "政策·日"(n) AS DATE '0001-01-01' + CAST("政策·在历内"(n) AS INTEGER);
CREATE OR REPLACE TEMP MACRO "政策·月首"(m) AS
  make_date(CAST(least(greatest(m, 12), 119999) // 12 AS BIGINT), CAST(least(greatest(m, 12), 119999) % 12 + 1 AS BIGINT), 1);
CREATE OR REPLACE TEMP MACRO "政策·移到"(d, m) AS
  CASE WHEN d IS NULL OR m IS NULL THEN NULL WHEN m < 12 THEN 0 WHEN m > 119999 THEN 3652058
       ELSE ("政策·月首"(m) - DATE '0001-01-01') + least(day(d), day(last_day("政策·月首"(m)))) - 1 END;
CREATE OR REPLACE TEMP MACRO "政策·月移"(n, 月) AS
  "政策·移到"("政策·日"(n), year("政策·日"(n)) * 12 + month("政策·日"(n)) - 1
    + CASE WHEN 月 < -200000 THEN -200000 WHEN 月 > 200000 THEN 200000 ELSE 月 END);
CREATE OR REPLACE TEMP MACRO "政策·满月"(a, b) AS
  (year(b) - year(a)) * 12 + month(b) - month(a) - CASE WHEN least(day(a), day(last_day(b))) <= day(b) THEN 0 ELSE 1 END;
CREATE OR REPLACE TEMP MACRO "政策·月数"(a, b) AS
  CASE WHEN b < a THEN -"政策·满月"("政策·日"(b), "政策·日"(a)) ELSE "政策·满月"("政策·日"(a), "政策·日"(b)) END;
-- 整数除法：只除不小于零的数，方向自己定。
CREATE OR REPLACE TEMP MACRO "政策·四舍五入"(n, d) AS
  CASE WHEN n >= 0 THEN (2 * n + d) // (2 * d) ELSE -((d - 2 * n) // (2 * d)) END;
CREATE OR REPLACE TEMP MACRO "政策·向下"(n, d) AS CASE WHEN n >= 0 THEN n // d ELSE -((d - 1 - n) // d) END;
CREATE OR REPLACE TEMP MACRO "政策·向上"(n, d) AS CASE WHEN n > 0 THEN (n + d - 1) // d ELSE -(-n // d) END;

-- 可以改的值：改了再运行，就是另一种算法。
CREATE OR REPLACE TEMP MACRO "测算日"() AS DATE '2023-06-30';
CREATE OR REPLACE TEMP MACRO "年度"() AS 2023;
CREATE OR REPLACE TEMP MACRO "参数·市级研发补助比例·写法"() AS CAST(NULL AS BIGINT);
CREATE OR REPLACE TEMP MACRO "参数·市级研发补助比例"() AS CASE WHEN "参数·市级研发补助比例·写法"() IS NULL THEN NULL WHEN CAST("参数·市级研发补助比例·写法"() AS DECIMAL(38, 6)) = "参数·市级研发补助比例·写法"() AND CAST(CAST("参数·市级研发补助比例·写法"() AS DECIMAL(38, 6)) * 1000000 AS BIGINT) BETWEEN 0 AND 10000000000000000 THEN CAST(CAST("参数·市级研发补助比例·写法"() AS DECIMAL(38, 6)) * 1000000 AS BIGINT) ELSE error('市级研发补助比例：不能用的值 ' || CAST("参数·市级研发补助比例·写法"() AS VARCHAR)) END;
CREATE OR REPLACE TEMP MACRO "参数·加计扣除备案额门槛·写法"() AS CAST(NULL AS BIGINT);
CREATE OR REPLACE TEMP MACRO "参数·加计扣除备案额门槛"() AS CASE WHEN "参数·加计扣除备案额门槛·写法"() IS NULL THEN NULL WHEN CAST("参数·加计扣除备案额门槛·写法"() AS DECIMAL(18, 2)) = "参数·加计扣除备案额门槛·写法"() AND CAST(CAST("参数·加计扣除备案额门槛·写法"() AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 10000000000000000 THEN CAST(CAST("参数·加计扣除备案额门槛·写法"() AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('加计扣除备案额门槛：不能用的值 ' || CAST("参数·加计扣除备案额门槛·写法"() AS VARCHAR)) END;

-- 各表在哪里：库里没有这些表的，换成自己的文件，去掉行首的两个减号。
-- CREATE OR REPLACE TEMP VIEW "人才" AS SELECT * FROM read_parquet('人才.parquet');
-- CREATE OR REPLACE TEMP VIEW "博士后专项" AS SELECT * FROM read_parquet('博士后专项.parquet');
-- CREATE OR REPLACE TEMP VIEW "核定" AS SELECT * FROM read_parquet('核定.parquet');
-- CREATE OR REPLACE TEMP VIEW "兑现记录" AS SELECT * FROM read_parquet('兑现记录.parquet');
-- CREATE OR REPLACE TEMP VIEW "其他政策支持" AS SELECT * FROM read_parquet('其他政策支持.parquet');
-- CREATE OR REPLACE TEMP VIEW "企业" AS SELECT * FROM read_parquet('企业.parquet');
-- CREATE OR REPLACE TEMP VIEW "设施投入" AS SELECT * FROM read_parquet('设施投入.parquet');
-- CREATE OR REPLACE TEMP VIEW "创新平台" AS SELECT * FROM read_parquet('创新平台.parquet');
-- CREATE OR REPLACE TEMP VIEW "绩效评价" AS SELECT * FROM read_parquet('绩效评价.parquet');
-- CREATE OR REPLACE TEMP VIEW "科技项目" AS SELECT * FROM read_parquet('科技项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "产学研项目" AS SELECT * FROM read_parquet('产学研项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "软件成果" AS SELECT * FROM read_parquet('软件成果.parquet');
-- CREATE OR REPLACE TEMP VIEW "工业互联网项目" AS SELECT * FROM read_parquet('工业互联网项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "资质称号" AS SELECT * FROM read_parquet('资质称号.parquet');
-- CREATE OR REPLACE TEMP VIEW "线上平台项目" AS SELECT * FROM read_parquet('线上平台项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "科技分支机构" AS SELECT * FROM read_parquet('科技分支机构.parquet');
-- CREATE OR REPLACE TEMP VIEW "再融资" AS SELECT * FROM read_parquet('再融资.parquet');
-- CREATE OR REPLACE TEMP VIEW "国外发明专利" AS SELECT * FROM read_parquet('国外发明专利.parquet');
-- CREATE OR REPLACE TEMP VIEW "城市更新应用" AS SELECT * FROM read_parquet('城市更新应用.parquet');
-- CREATE OR REPLACE TEMP VIEW "成果转化项目" AS SELECT * FROM read_parquet('成果转化项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "主题活动" AS SELECT * FROM read_parquet('主题活动.parquet');
-- CREATE OR REPLACE TEMP VIEW "示范区研发机构" AS SELECT * FROM read_parquet('示范区研发机构.parquet');
-- CREATE OR REPLACE TEMP VIEW "双创基地" AS SELECT * FROM read_parquet('双创基地.parquet');
-- CREATE OR REPLACE TEMP VIEW "示范区项目" AS SELECT * FROM read_parquet('示范区项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "示范区园区" AS SELECT * FROM read_parquet('示范区园区.parquet');
-- CREATE OR REPLACE TEMP VIEW "创业投资基金" AS SELECT * FROM read_parquet('创业投资基金.parquet');
-- CREATE OR REPLACE TEMP VIEW "股权投资" AS SELECT * FROM read_parquet('股权投资.parquet');
-- CREATE OR REPLACE TEMP VIEW "引进平台" AS SELECT * FROM read_parquet('引进平台.parquet');
-- CREATE OR REPLACE TEMP VIEW "引进项目" AS SELECT * FROM read_parquet('引进项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "转化成果" AS SELECT * FROM read_parquet('转化成果.parquet');
-- CREATE OR REPLACE TEMP VIEW "创业投资" AS SELECT * FROM read_parquet('创业投资.parquet');
-- CREATE OR REPLACE TEMP VIEW "孵化载体" AS SELECT * FROM read_parquet('孵化载体.parquet');
-- CREATE OR REPLACE TEMP VIEW "产业投资项目" AS SELECT * FROM read_parquet('产业投资项目.parquet');
-- CREATE OR REPLACE TEMP VIEW "区县政府" AS SELECT * FROM read_parquet('区县政府.parquet');

CREATE OR REPLACE TEMP VIEW "测算·人才" AS
WITH "人才#读" AS (
  SELECT CAST("人才编号" AS VARCHAR) AS "#主键",
    CASE WHEN "工作区县" IS NULL OR "工作区县" IN ('渝中区', '江津区', '永川区', '荣昌区', '大渡口区', '重庆高新区', '其他') THEN CAST("工作区县" AS VARCHAR) ELSE error('人才.工作区县：不能用的值 ' || CAST("工作区县" AS VARCHAR)) END AS "工作区县",
    "创新创业" AS "创新创业",
    CASE WHEN "人才层次" IS NULL OR "人才层次" IN ('顶尖人才', '优秀创新团队', '其他') THEN CAST("人才层次" AS VARCHAR) ELSE error('人才.人才层次：不能用的值 ' || CAST("人才层次" AS VARCHAR)) END AS "人才层次",
    "发展急需" AS "发展急需",
    "科技人才" AS "科技人才",
    "入住人才公寓" AS "入住人才公寓",
    CASE WHEN "全职工作起始日" IS NULL THEN NULL WHEN "全职工作起始日" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "全职工作起始日" - DATE '0001-01-01' ELSE error('人才.全职工作起始日：不能用的值 ' || CAST("全职工作起始日" AS VARCHAR)) END AS "全职工作起始日",
    "同意租金优惠" AS "同意租金优惠",
    "掌握卡脖子技术" AS "掌握卡脖子技术",
    "重点人才" AS "重点人才",
    "引进人才" AS "引进人才",
    "青年博士或博士后" AS "青年博士或博士后",
    "市自然科学基金择优" AS "市自然科学基金择优"
  FROM "人才"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT "人才编号") THEN TRUE ELSE error('人才：主键有空的或者重复的') END FROM "人才")),
"博士后专项#读" AS (
  SELECT CAST("人才编号" AS VARCHAR) AS "#主键",
    CAST("资助编号" AS VARCHAR) AS "#行",
    CASE WHEN "专项名称" IS NULL OR "专项名称" IN ('博士后创新人才支持计划', '博士后研究项目特别资助', '其他') THEN CAST("专项名称" AS VARCHAR) ELSE error('博士后专项.专项名称：不能用的值 ' || CAST("专项名称" AS VARCHAR)) END AS "博士后专项.专项名称",
    CASE WHEN "市级资助额" IS NULL THEN NULL WHEN CAST("市级资助额" AS DECIMAL(18, 2)) = "市级资助额" AND CAST(CAST("市级资助额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("市级资助额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('博士后专项.市级资助额：不能用的值 ' || CAST("市级资助额" AS VARCHAR)) END AS "博士后专项.市级资助额"
  FROM "博士后专项"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "人才编号" IS NOT NULL AND "资助编号" IS NOT NULL THEN row("人才编号", "资助编号") END) THEN TRUE ELSE error('博士后专项：主键有空的或者重复的') END FROM "博士后专项")),
"核定#读" AS (
  SELECT CAST("主键" AS VARCHAR) AS "#主键",
    coalesce(CAST("事项行" AS VARCHAR), '') AS "#行",
    CASE WHEN coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IS NULL OR coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IN ('渝中府办〔2021〕13号', '渝发改规范〔2021〕12号', '渝府办发〔2019〕126号', '渝府办发〔2022〕56号', '渝府办发〔2023〕26号') THEN CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR) ELSE error('核定.文号：不能用的值 ' || CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR)) END AS "文号",
    CASE WHEN CAST("条款" AS VARCHAR) IS NULL OR CAST("条款" AS VARCHAR) IN ('1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2', '3.1', '3.2', '4.1', '4.2', '4.3', '5', '6.1', '6.2', '6.3', '6.4', '7.1', '7.2', '7.3', '7.4', '10.1', '10.2', '10.3', '11', '12.1', '12.2', '13.1', '13.1-入住', '13.2', '14', '15.1', '15.2', '16.2', '17.1', '17.2', '18', '19', '20', '23', '附1', '附2', '附3', '附4', '3', '4', '6', '7', '7-人才', '8', '9', '10', '12', '13', '15', '15-推荐', '16', '17', '17-信贷', '20-退出', '20-扶持', '附', '重点1', '重点2', '重点3', '重点4', '重点5', '2.1', '2.2', '6-申报', '8-贷款', '8-投融资', '8-种子基金', '8-挂牌', '9-优惠', '组织1', '组织2', '组织3', '组织4', '保障1', '保障2', '保障3', '附-施行', '附-从新', '1', '2.3', '2-其他', '9-中试', '保1', '保-宣传', '4.2-壮大', '11.1', '11.1-园', '保2.1', '保3', '保4.1', '保4.2', '保4.3', '保5', '保6') THEN CAST(CAST("条款" AS VARCHAR) AS VARCHAR) ELSE error('核定.条款：不能用的值 ' || CAST(CAST("条款" AS VARCHAR) AS VARCHAR)) END AS "条款",
    CASE WHEN "年度" IS NULL THEN NULL WHEN CAST("年度" AS DECIMAL(18, 0)) = "年度" AND CAST("年度" AS BIGINT) BETWEEN 1 AND 9999 THEN CAST("年度" AS BIGINT) ELSE error('核定.年度：不能用的值 ' || CAST("年度" AS VARCHAR)) END AS "年度",
    CASE WHEN "金额" IS NULL THEN NULL WHEN CAST("金额" AS DECIMAL(18, 2)) = "金额" AND CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN -10000000000000000 AND 10000000000000000 THEN CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('核定.金额：不能用的值 ' || CAST("金额" AS VARCHAR)) END AS "金额"
  FROM "核定"),
"兑现记录#读" AS (
  SELECT CAST("主键" AS VARCHAR) AS "#主键",
    coalesce(CAST("事项行" AS VARCHAR), '') AS "#行",
    CASE WHEN coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IS NULL OR coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IN ('渝中府办〔2021〕13号', '渝发改规范〔2021〕12号', '渝府办发〔2019〕126号', '渝府办发〔2022〕56号', '渝府办发〔2023〕26号') THEN CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR) ELSE error('兑现记录.文号：不能用的值 ' || CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR)) END AS "文号",
    CASE WHEN CAST("条款" AS VARCHAR) IS NULL OR CAST("条款" AS VARCHAR) IN ('1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2', '3.1', '3.2', '4.1', '4.2', '4.3', '5', '6.1', '6.2', '6.3', '6.4', '7.1', '7.2', '7.3', '7.4', '10.1', '10.2', '10.3', '11', '12.1', '12.2', '13.1', '13.1-入住', '13.2', '14', '15.1', '15.2', '16.2', '17.1', '17.2', '18', '19', '20', '23', '附1', '附2', '附3', '附4', '3', '4', '6', '7', '7-人才', '8', '9', '10', '12', '13', '15', '15-推荐', '16', '17', '17-信贷', '20-退出', '20-扶持', '附', '重点1', '重点2', '重点3', '重点4', '重点5', '2.1', '2.2', '6-申报', '8-贷款', '8-投融资', '8-种子基金', '8-挂牌', '9-优惠', '组织1', '组织2', '组织3', '组织4', '保障1', '保障2', '保障3', '附-施行', '附-从新', '1', '2.3', '2-其他', '9-中试', '保1', '保-宣传', '4.2-壮大', '11.1', '11.1-园', '保2.1', '保3', '保4.1', '保4.2', '保4.3', '保5', '保6') THEN CAST(CAST("条款" AS VARCHAR) AS VARCHAR) ELSE error('兑现记录.条款：不能用的值 ' || CAST(CAST("条款" AS VARCHAR) AS VARCHAR)) END AS "条款",
    CASE WHEN "年度" IS NULL THEN NULL WHEN CAST("年度" AS DECIMAL(18, 0)) = "年度" AND CAST("年度" AS BIGINT) BETWEEN 1 AND 9999 THEN CAST("年度" AS BIGINT) ELSE error('兑现记录.年度：不能用的值 ' || CAST("年度" AS VARCHAR)) END AS "年度",
    CASE WHEN "金额" IS NULL THEN NULL WHEN CAST("金额" AS DECIMAL(18, 2)) = "金额" AND CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN -10000000000000000 AND 10000000000000000 THEN CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('兑现记录.金额：不能用的值 ' || CAST("金额" AS VARCHAR)) END AS "金额"
  FROM "兑现记录"),
"其他政策支持#读" AS (
  SELECT CAST("主键" AS VARCHAR) AS "#主键",
    CAST("事项" AS VARCHAR) AS "事项"
  FROM "其他政策支持"),
"兑现记录#年" AS (
  SELECT "#主键", "#行", 文号, 条款,
    sum(金额) AS 净额
  FROM "兑现记录#读"
  WHERE 年度 < "年度"()
  GROUP BY "#主键", "#行", 文号, 条款, 年度),
"人才#0" AS (
  SELECT *
  FROM "人才#读"),
"核定#人才" AS (
  SELECT "#主键",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '12.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#人才#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '12.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#人才#2",
    min(金额) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#人才#3",
    max(金额) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#人才#4"
  FROM "核定#读" WHERE "#行" = ''
  GROUP BY "#主键"),
"其他政策支持#人才#全" AS (
  SELECT "#主键",
    bool_or(事项 IS NULL OR 事项 = '顶尖人才团队') AS "其他政策支持#人才#全#1",
    bool_or(事项 IS NULL OR 事项 = '博士后资助') AS "其他政策支持#人才#全#2"
  FROM "其他政策支持#读"
  GROUP BY "#主键"),
"兑现记录#人才#全" AS (
  SELECT "#主键",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '13.2' AND "#行" = '（上限扣减）') AS "兑现记录#人才#全#1"
  FROM "兑现记录#年"
  GROUP BY "#主键"),
"人才#1" AS (
  SELECT p.*,
    "核定#人才#和"."核定#人才#1" AS "核定#人才#1",
    "核定#人才#和"."核定#人才#2" AS "核定#人才#2",
    "核定#人才#和"."核定#人才#3" AS "核定#人才#3",
    "核定#人才#和"."核定#人才#4" AS "核定#人才#4",
    coalesce("其他政策支持#人才#全#和"."其他政策支持#人才#全#1", FALSE) AS "其他政策支持#人才#全#1",
    coalesce("其他政策支持#人才#全#和"."其他政策支持#人才#全#2", FALSE) AS "其他政策支持#人才#全#2",
    coalesce("兑现记录#人才#全#和"."兑现记录#人才#全#1", FALSE) AS "兑现记录#人才#全#1",
    (("工作区县" = '渝中区') AND "创新创业") AS "#人才1",
    ("工作区县" IN ('江津区', '永川区', '荣昌区', '大渡口区', '重庆高新区')) AS "#人才13",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND ("引进人才" AND "青年博士或博士后" AND "市自然科学基金择优")) AS "#人才22"
  FROM "人才#0" AS p
  LEFT JOIN "核定#人才" AS "核定#人才#和" ON "核定#人才#和"."#主键" = p."#主键"
  LEFT JOIN "其他政策支持#人才#全" AS "其他政策支持#人才#全#和" ON "其他政策支持#人才#全#和"."#主键" = p."#主键"
  LEFT JOIN "兑现记录#人才#全" AS "兑现记录#人才#全#和" ON "兑现记录#人才#全#和"."#主键" = p."#主键"),
"人才#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#人才1" AND (("人才层次" IN ('顶尖人才', '优秀创新团队')) AND "发展急需"))) AS "#人才2",
    coalesce("核定#人才#2", 0) AS "#人才3",
    ("核定#人才#1" <> "核定#人才#2") IS TRUE AS "#人才6",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#人才1" AND ("科技人才" AND "入住人才公寓" AND CASE WHEN "政策·月移"("全职工作起始日", 36) <= ("测算日"() - DATE '0001-01-01') THEN TRUE WHEN "政策·月移"("全职工作起始日", 36) > ("测算日"() - DATE '0001-01-01') THEN FALSE END AND "同意租金优惠"))) AS "#人才7",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#人才1" AND "科技人才")) AS "#人才10",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#人才13" AND (("人才层次" = '优秀创新团队') AND ("掌握卡脖子技术" OR "发展急需")))) AS "#人才14",
    coalesce("核定#人才#4", 0) AS "#人才15",
    ("核定#人才#3" <> "核定#人才#4") IS TRUE AS "#人才18",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#人才13" AND "重点人才")) AS "#人才19",
    CASE WHEN "#人才22" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#人才23",
    CASE WHEN "#人才22" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#人才24"
  FROM "人才#1" AS p),
"人才#3" AS (
  SELECT p.*,
    CASE WHEN "#人才2" THEN CASE WHEN "#人才3" < 0 THEN CAST(0 AS BIGINT) ELSE "#人才3" END ELSE CAST(0 AS BIGINT) END AS "#人才4",
    CASE WHEN "#人才2" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#人才#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#人才#2" END END AS "#人才5",
    CASE WHEN "#人才7" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#人才8",
    CASE WHEN "#人才7" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#人才9",
    CASE WHEN "#人才10" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#人才11",
    CASE WHEN "#人才10" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#人才12",
    CASE WHEN "#人才14" THEN CASE WHEN "#人才15" < 0 THEN CAST(0 AS BIGINT) ELSE "#人才15" END ELSE CAST(0 AS BIGINT) END AS "#人才16",
    CASE WHEN "#人才14" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#人才#4" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#人才#4" END END AS "#人才17",
    CASE WHEN "#人才19" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#人才20",
    CASE WHEN "#人才19" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#人才21"
  FROM "人才#2" AS p),
"博士后专项#0" AS (
  SELECT s.*, d."博士后专项.专项名称", d."博士后专项.市级资助额", d."#行"
  FROM "博士后专项#读" AS d
  JOIN "人才#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#博士后专项" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '13.2' AND 净额 > 0) AS "兑现记录#博士后专项#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"博士后专项#1" AS (
  SELECT p.*,
    coalesce("兑现记录#博士后专项#和"."兑现记录#博士后专项#1", 0) AS "兑现记录#博士后专项#1"
  FROM "博士后专项#0" AS p
  LEFT JOIN "兑现记录#博士后专项" AS "兑现记录#博士后专项#和" ON "兑现记录#博士后专项#和"."#主键" = p."#主键" AND "兑现记录#博士后专项#和"."#行" = p."#行"),
"博士后专项#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#人才1" AND ("博士后专项.专项名称" IN ('博士后创新人才支持计划', '博士后研究项目特别资助'))) AND ("兑现记录#博士后专项#1" < 1)) AS "#博士后专项1"
  FROM "博士后专项#1" AS p),
"博士后专项#3" AS (
  SELECT p.*,
    CASE WHEN "#博士后专项1" THEN coalesce("博士后专项.市级资助额", 0) ELSE CAST(0 AS BIGINT) END AS "#博士后专项2",
    CASE WHEN "#博士后专项1" IS FALSE THEN CAST(0 AS BIGINT) ELSE "博士后专项.市级资助额" END AS "#博士后专项3"
  FROM "博士后专项#2" AS p),
"博士后专项#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "博士后专项#各行#1",
    bool_or("#博士后专项1") AS "博士后专项#各行#2",
    count(*) FILTER (WHERE "#博士后专项1" IS NULL) AS "博士后专项#各行#3",
    CAST(sum("#博士后专项3") AS HUGEINT) AS "博士后专项#各行#4",
    count(*) FILTER (WHERE "#博士后专项3" IS NULL) AS "博士后专项#各行#5",
    bool_or("#博士后专项1" IS NOT FALSE) AS "博士后专项#各行#6",
    CAST(sum("#博士后专项2") AS HUGEINT) AS "博士后专项#各行#7"
  FROM "博士后专项#3"
  GROUP BY "#主键"),
"人才#结果#0" AS (
  SELECT * FROM "人才#3"),
"人才#结果#1" AS (
  SELECT p.*,
    "博士后专项#各行#和"."博士后专项#各行#1" AS "博士后专项#各行#1",
    coalesce("博士后专项#各行#和"."博士后专项#各行#2", FALSE) AS "博士后专项#各行#2",
    coalesce("博士后专项#各行#和"."博士后专项#各行#3", 0) AS "博士后专项#各行#3",
    coalesce("博士后专项#各行#和"."博士后专项#各行#4", 0) AS "博士后专项#各行#4",
    coalesce("博士后专项#各行#和"."博士后专项#各行#5", 0) AS "博士后专项#各行#5",
    coalesce("博士后专项#各行#和"."博士后专项#各行#6", FALSE) AS "博士后专项#各行#6",
    coalesce("博士后专项#各行#和"."博士后专项#各行#7", 0) AS "博士后专项#各行#7",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#人才2" IS FALSE THEN '不符合' WHEN ("其他政策支持#人才#全#1" OR "#人才6") THEN '不判' WHEN FALSE THEN '让位' WHEN "#人才2" AND "#人才4" = "#人才5" THEN '符合' ELSE '未定' END AS "#人才#结果4",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#人才7" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#人才7" AND "#人才8" = "#人才9" THEN '符合' ELSE '未定' END AS "#人才#结果7",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#人才10" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#人才10" AND "#人才11" = "#人才12" THEN '符合' ELSE '未定' END AS "#人才#结果8",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738155) IS FALSE THEN '不在施行期' WHEN "#人才14" IS FALSE THEN '不符合' WHEN ("#人才18") THEN '不判' WHEN FALSE THEN '让位' WHEN "#人才14" AND "#人才16" = "#人才17" THEN '符合' ELSE '未定' END AS "#人才#结果12",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738155) IS FALSE THEN '不在施行期' WHEN "#人才19" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#人才19" AND "#人才20" = "#人才21" THEN '符合' ELSE '未定' END AS "#人才#结果15",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738607) IS FALSE THEN '不在施行期' WHEN "#人才22" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#人才22" AND "#人才23" = "#人才24" THEN '符合' ELSE '未定' END AS "#人才#结果16"
  FROM "人才#结果#0" AS p
  LEFT JOIN "博士后专项#各行" AS "博士后专项#各行#和" ON "博士后专项#各行#和"."#主键" = p."#主键"),
"人才#结果#2" AS (
  SELECT p.*,
    coalesce("博士后专项#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#人才#结果1",
    CASE WHEN "博士后专项#各行#2" THEN TRUE WHEN "博士后专项#各行#3" > 0 THEN NULL ELSE FALSE END AS "#人才#结果2",
    CASE WHEN "博士后专项#各行#5" > 0 THEN NULL ELSE "博士后专项#各行#4" END AS "#人才#结果3",
    CASE WHEN "#人才#结果4" <> '不判' THEN "#人才4" END AS "#人才#结果5",
    CASE WHEN "#人才#结果4" <> '不判' THEN "#人才5" END AS "#人才#结果6",
    CASE WHEN "#人才#结果12" <> '不判' THEN "#人才16" END AS "#人才#结果13",
    CASE WHEN "#人才#结果12" <> '不判' THEN "#人才17" END AS "#人才#结果14"
  FROM "人才#结果#1" AS p),
"人才#结果#3" AS (
  SELECT p.*,
    CASE WHEN "#人才#结果1" IS FALSE THEN '不在施行期' WHEN "博士后专项#各行#6" IS FALSE THEN '不符合' WHEN ("兑现记录#人才#全#1" OR "其他政策支持#人才#全#2") THEN '不判' WHEN FALSE THEN '让位' WHEN "#人才#结果2" AND "博士后专项#各行#7" = "#人才#结果3" THEN '符合' ELSE '未定' END AS "#人才#结果9"
  FROM "人才#结果#2" AS p),
"人才#结果#4" AS (
  SELECT p.*,
    CASE WHEN "#人才#结果9" <> '不判' THEN "博士后专项#各行#7" END AS "#人才#结果10",
    CASE WHEN "#人才#结果9" <> '不判' THEN "#人才#结果3" END AS "#人才#结果11"
  FROM "人才#结果#3" AS p)
SELECT "#主键" AS "主键",
  "#人才#结果4" AS "1·12.1·状态", "#人才#结果5" AS "1·12.1·下限", "#人才#结果6" AS "1·12.1·上限",
  "#人才#结果7" AS "2·13.1·状态", "#人才8" AS "2·13.1·下限", "#人才9" AS "2·13.1·上限",
  "#人才#结果8" AS "3·13.1-入住·状态", "#人才11" AS "3·13.1-入住·下限", "#人才12" AS "3·13.1-入住·上限",
  "#人才#结果9" AS "4·13.2·状态", "#人才#结果10" AS "4·13.2·下限", "#人才#结果11" AS "4·13.2·上限",
  "#人才#结果12" AS "5·5·状态", "#人才#结果13" AS "5·5·下限", "#人才#结果14" AS "5·5·上限",
  "#人才#结果15" AS "6·7-人才·状态", "#人才20" AS "6·7-人才·下限", "#人才21" AS "6·7-人才·上限",
  "#人才#结果16" AS "7·保4.2·状态", "#人才23" AS "7·保4.2·下限", "#人才24" AS "7·保4.2·上限"
FROM "人才#结果#4";

CREATE OR REPLACE TEMP VIEW "测算·企业" AS
WITH "企业#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CASE WHEN "注册区县" IS NULL OR "注册区县" IN ('渝中区', '江津区', '永川区', '荣昌区', '大渡口区', '重庆高新区', '其他') THEN CAST("注册区县" AS VARCHAR) ELSE error('企业.注册区县：不能用的值 ' || CAST("注册区县" AS VARCHAR)) END AS "注册区县",
    "依法纳税" AS "依法纳税",
    "诚信经营" AS "诚信经营",
    CASE WHEN "单位性质" IS NULL OR "单位性质" IN ('企业', '事业单位', '社会组织', '其他') THEN CAST("单位性质" AS VARCHAR) ELSE error('企业.单位性质：不能用的值 ' || CAST("单位性质" AS VARCHAR)) END AS "单位性质",
    "重大项目" AS "重大项目",
    "领导小组已研究" AS "领导小组已研究",
    "区政府已确定" AS "区政府已确定",
    "新认定高端研发机构" AS "新认定高端研发机构",
    "建立研发准备金制度" AS "建立研发准备金制度",
    CASE WHEN "申报研发费用" IS NULL THEN NULL WHEN CAST("申报研发费用" AS DECIMAL(18, 2)) = "申报研发费用" AND CAST(CAST("申报研发费用" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("申报研发费用" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('企业.申报研发费用：不能用的值 ' || CAST("申报研发费用" AS VARCHAR)) END AS "申报研发费用",
    "科技型企业" AS "科技型企业",
    "高新技术企业" AS "高新技术企业",
    CASE WHEN "科技企业来源" IS NULL OR "科技企业来源" IN ('新认定', '引进', '存量') THEN CAST("科技企业来源" AS VARCHAR) ELSE error('企业.科技企业来源：不能用的值 ' || CAST("科技企业来源" AS VARCHAR)) END AS "科技企业来源",
    CASE WHEN "重点软件企业清单" IS NULL OR "重点软件企业清单" IN ('国家级', '市级', '未进入') THEN CAST("重点软件企业清单" AS VARCHAR) ELSE error('企业.重点软件企业清单：不能用的值 ' || CAST("重点软件企业清单" AS VARCHAR)) END AS "重点软件企业清单",
    CAST("行业" AS VARCHAR) AS "行业",
    "智能化项目已认定" AS "智能化项目已认定",
    CASE WHEN "智能化投资额" IS NULL THEN NULL WHEN CAST("智能化投资额" AS DECIMAL(18, 2)) = "智能化投资额" AND CAST(CAST("智能化投资额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("智能化投资额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('企业.智能化投资额：不能用的值 ' || CAST("智能化投资额" AS VARCHAR)) END AS "智能化投资额",
    "金融机构" AS "金融机构",
    "科创板成功上市" AS "科创板成功上市",
    "上市企业" AS "上市企业",
    "已入科创板储备库" AS "已入科创板储备库",
    CASE WHEN "储备库入库日期" IS NULL THEN NULL WHEN "储备库入库日期" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "储备库入库日期" - DATE '0001-01-01' ELSE error('企业.储备库入库日期：不能用的值 ' || CAST("储备库入库日期" AS VARCHAR)) END AS "储备库入库日期",
    CASE WHEN "研发人员数" IS NULL THEN NULL WHEN CAST("研发人员数" AS DECIMAL(18, 0)) = "研发人员数" AND CAST("研发人员数" AS BIGINT) BETWEEN 0 AND 1000000 THEN CAST("研发人员数" AS BIGINT) ELSE error('企业.研发人员数：不能用的值 ' || CAST("研发人员数" AS VARCHAR)) END AS "研发人员数",
    CASE WHEN "职工总数" IS NULL THEN NULL WHEN CAST("职工总数" AS DECIMAL(18, 0)) = "职工总数" AND CAST("职工总数" AS BIGINT) BETWEEN 1 AND 1000000 THEN CAST("职工总数" AS BIGINT) ELSE error('企业.职工总数：不能用的值 ' || CAST("职工总数" AS VARCHAR)) END AS "职工总数",
    "建设知识产权运营中心" AS "建设知识产权运营中心",
    "运营绩效达标" AS "运营绩效达标",
    CASE WHEN "年度运营费用" IS NULL THEN NULL WHEN CAST("年度运营费用" AS DECIMAL(18, 2)) = "年度运营费用" AND CAST(CAST("年度运营费用" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("年度运营费用" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('企业.年度运营费用：不能用的值 ' || CAST("年度运营费用" AS VARCHAR)) END AS "年度运营费用",
    "专业化转化机构" AS "专业化转化机构",
    "科技创新环境项目" AS "科技创新环境项目",
    "列入一事一议" AS "列入一事一议",
    "重点企事业单位" AS "重点企事业单位",
    "领军人才创办" AS "领军人才创办",
    "高科技企业" AS "高科技企业",
    "科技型中小企业" AS "科技型中小企业",
    "有发展潜力" AS "有发展潜力",
    "区县推荐进入培育库" AS "区县推荐进入培育库",
    "首次通过高新技术企业认定" AS "首次通过高新技术企业认定",
    "市级专项择优" AS "市级专项择优",
    "遴选进入上市储备库" AS "遴选进入上市储备库",
    CASE WHEN "加计扣除备案额" IS NULL THEN NULL WHEN CAST("加计扣除备案额" AS DECIMAL(18, 2)) = "加计扣除备案额" AND CAST(CAST("加计扣除备案额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("加计扣除备案额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('企业.加计扣除备案额：不能用的值 ' || CAST("加计扣除备案额" AS VARCHAR)) END AS "加计扣除备案额",
    "科技型中小企业转移机构" AS "科技型中小企业转移机构",
    "创投基金公司" AS "创投基金公司",
    "创新基础好" AS "创新基础好",
    "高新技术骨干企业" AS "高新技术骨干企业",
    "列入发展壮大支持" AS "列入发展壮大支持",
    "私募基金" AS "私募基金"
  FROM "企业"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT "统一社会信用代码") THEN TRUE ELSE error('企业：主键有空的或者重复的') END FROM "企业")),
"设施投入#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("投入编号" AS VARCHAR) AS "#行",
    CASE WHEN "设施类型" IS NULL OR "设施类型" IN ('国家实验室', '重大科技基础设施', '其他') THEN CAST("设施类型" AS VARCHAR) ELSE error('设施投入.设施类型：不能用的值 ' || CAST("设施类型" AS VARCHAR)) END AS "设施投入.设施类型",
    "重点培育" AS "设施投入.重点培育",
    CAST("投入类别" AS VARCHAR) AS "设施投入.投入类别",
    CASE WHEN "投入金额" IS NULL THEN NULL WHEN CAST("投入金额" AS DECIMAL(18, 2)) = "投入金额" AND CAST(CAST("投入金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("投入金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('设施投入.投入金额：不能用的值 ' || CAST("投入金额" AS VARCHAR)) END AS "设施投入.投入金额"
  FROM "设施投入"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "投入编号" IS NOT NULL THEN row("统一社会信用代码", "投入编号") END) THEN TRUE ELSE error('设施投入：主键有空的或者重复的') END FROM "设施投入")),
"创新平台#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("平台编号" AS VARCHAR) AS "#行",
    CASE WHEN "平台类型" IS NULL OR "平台类型" IN ('国家科技创新基地', '市级科技园区', '市级科技创新基地', '众创空间', '孵化器', '其他') THEN CAST("平台类型" AS VARCHAR) ELSE error('创新平台.平台类型：不能用的值 ' || CAST("平台类型" AS VARCHAR)) END AS "创新平台.平台类型",
    "新认定" AS "创新平台.新认定",
    "经认定" AS "创新平台.经认定"
  FROM "创新平台"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "平台编号" IS NOT NULL THEN row("统一社会信用代码", "平台编号") END) THEN TRUE ELSE error('创新平台：主键有空的或者重复的') END FROM "创新平台")),
"绩效评价#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("评价编号" AS VARCHAR) AS "#行",
    CASE WHEN "评价对象" IS NULL OR "评价对象" IN ('国家科技创新基地', '市级科技创新基地', '众创空间', '孵化器', '智慧医院', '互联网医院', '科技创新联盟', '其他') THEN CAST("评价对象" AS VARCHAR) ELSE error('绩效评价.评价对象：不能用的值 ' || CAST("评价对象" AS VARCHAR)) END AS "绩效评价.评价对象",
    "对象经认定" AS "绩效评价.对象经认定",
    "评价已完成" AS "绩效评价.评价已完成"
  FROM "绩效评价"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "评价编号" IS NOT NULL THEN row("统一社会信用代码", "评价编号") END) THEN TRUE ELSE error('绩效评价：主键有空的或者重复的') END FROM "绩效评价")),
"科技项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("项目编号" AS VARCHAR) AS "#行",
    CASE WHEN "项目类别" IS NULL OR "项目类别" IN ('国家科技重大专项', '国家重点研发计划', '其他国家重大科技计划', '市级重大科技计划', '其他') THEN CAST("项目类别" AS VARCHAR) ELSE error('科技项目.项目类别：不能用的值 ' || CAST("项目类别" AS VARCHAR)) END AS "科技项目.项目类别",
    CASE WHEN "承担方式" IS NULL OR "承担方式" IN ('牵头', '参与') THEN CAST("承担方式" AS VARCHAR) ELSE error('科技项目.承担方式：不能用的值 ' || CAST("承担方式" AS VARCHAR)) END AS "科技项目.承担方式",
    "项目绩效达标" AS "科技项目.项目绩效达标",
    CASE WHEN "上年度国拨经费" IS NULL THEN NULL WHEN CAST("上年度国拨经费" AS DECIMAL(18, 2)) = "上年度国拨经费" AND CAST(CAST("上年度国拨经费" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("上年度国拨经费" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('科技项目.上年度国拨经费：不能用的值 ' || CAST("上年度国拨经费" AS VARCHAR)) END AS "科技项目.上年度国拨经费",
    "在本区落地转化" AS "科技项目.在本区落地转化",
    CASE WHEN "本年度上级奖励经费" IS NULL THEN NULL WHEN CAST("本年度上级奖励经费" AS DECIMAL(18, 2)) = "本年度上级奖励经费" AND CAST(CAST("本年度上级奖励经费" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("本年度上级奖励经费" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('科技项目.本年度上级奖励经费：不能用的值 ' || CAST("本年度上级奖励经费" AS VARCHAR)) END AS "科技项目.本年度上级奖励经费"
  FROM "科技项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "项目编号" IS NOT NULL THEN row("统一社会信用代码", "项目编号") END) THEN TRUE ELSE error('科技项目：主键有空的或者重复的') END FROM "科技项目")),
"产学研项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("合作编号" AS VARCHAR) AS "#行",
    "合作经认定" AS "产学研项目.合作经认定"
  FROM "产学研项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "合作编号" IS NOT NULL THEN row("统一社会信用代码", "合作编号") END) THEN TRUE ELSE error('产学研项目：主键有空的或者重复的') END FROM "产学研项目")),
"软件成果#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("成果编号" AS VARCHAR) AS "#行",
    CAST("软件领域" AS VARCHAR) AS "软件成果.软件领域",
    "核心技术突破" AS "软件成果.核心技术突破",
    "取得软件著作权" AS "软件成果.取得软件著作权"
  FROM "软件成果"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "成果编号" IS NOT NULL THEN row("统一社会信用代码", "成果编号") END) THEN TRUE ELSE error('软件成果：主键有空的或者重复的') END FROM "软件成果")),
"工业互联网项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("工业互联网项目编号" AS VARCHAR) AS "#行",
    CASE WHEN "建设内容" IS NULL OR "建设内容" IN ('工业互联网标识解析体系', '工业互联网平台', '其他') THEN CAST("建设内容" AS VARCHAR) ELSE error('工业互联网项目.建设内容：不能用的值 ' || CAST("建设内容" AS VARCHAR)) END AS "工业互联网项目.建设内容",
    CASE WHEN "入选级别" IS NULL OR "入选级别" IN ('国家级', '市级', '未入选') THEN CAST("入选级别" AS VARCHAR) ELSE error('工业互联网项目.入选级别：不能用的值 ' || CAST("入选级别" AS VARCHAR)) END AS "工业互联网项目.入选级别"
  FROM "工业互联网项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "工业互联网项目编号" IS NOT NULL THEN row("统一社会信用代码", "工业互联网项目编号") END) THEN TRUE ELSE error('工业互联网项目：主键有空的或者重复的') END FROM "工业互联网项目")),
"资质称号#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("称号编号" AS VARCHAR) AS "#行",
    CASE WHEN "称号" IS NULL OR "称号" IN ('国家级专精特新', '国家级小巨人', '市级专精特新', '市级小巨人', '市级隐形冠军', '其他') THEN CAST("称号" AS VARCHAR) ELSE error('资质称号.称号：不能用的值 ' || CAST("称号" AS VARCHAR)) END AS "资质称号.称号",
    CASE WHEN "称号上级奖励经费" IS NULL THEN NULL WHEN CAST("称号上级奖励经费" AS DECIMAL(18, 2)) = "称号上级奖励经费" AND CAST(CAST("称号上级奖励经费" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("称号上级奖励经费" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('资质称号.称号上级奖励经费：不能用的值 ' || CAST("称号上级奖励经费" AS VARCHAR)) END AS "资质称号.称号上级奖励经费"
  FROM "资质称号"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "称号编号" IS NOT NULL THEN row("统一社会信用代码", "称号编号") END) THEN TRUE ELSE error('资质称号：主键有空的或者重复的') END FROM "资质称号")),
"线上平台项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("线上平台编号" AS VARCHAR) AS "#行",
    CASE WHEN "总投资额" IS NULL THEN NULL WHEN CAST("总投资额" AS DECIMAL(18, 2)) = "总投资额" AND CAST(CAST("总投资额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("总投资额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('线上平台项目.总投资额：不能用的值 ' || CAST("总投资额" AS VARCHAR)) END AS "线上平台项目.总投资额"
  FROM "线上平台项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "线上平台编号" IS NOT NULL THEN row("统一社会信用代码", "线上平台编号") END) THEN TRUE ELSE error('线上平台项目：主键有空的或者重复的') END FROM "线上平台项目")),
"科技分支机构#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("机构编号" AS VARCHAR) AS "#行",
    CASE WHEN "设立日期" IS NULL THEN NULL WHEN "设立日期" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "设立日期" - DATE '0001-01-01' ELSE error('科技分支机构.设立日期：不能用的值 ' || CAST("设立日期" AS VARCHAR)) END AS "科技分支机构.设立日期"
  FROM "科技分支机构"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "机构编号" IS NOT NULL THEN row("统一社会信用代码", "机构编号") END) THEN TRUE ELSE error('科技分支机构：主键有空的或者重复的') END FROM "科技分支机构")),
"再融资#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("融资编号" AS VARCHAR) AS "#行",
    CAST("融资方式" AS VARCHAR) AS "再融资.融资方式",
    CASE WHEN "再融资额" IS NULL THEN NULL WHEN CAST("再融资额" AS DECIMAL(18, 2)) = "再融资额" AND CAST(CAST("再融资额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("再融资额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('再融资.再融资额：不能用的值 ' || CAST("再融资额" AS VARCHAR)) END AS "再融资.再融资额"
  FROM "再融资"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "融资编号" IS NOT NULL THEN row("统一社会信用代码", "融资编号") END) THEN TRUE ELSE error('再融资：主键有空的或者重复的') END FROM "再融资")),
"国外发明专利#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("专利号" AS VARCHAR) AS "#行",
    CASE WHEN "取得途径" IS NULL OR "取得途径" IN ('国内途径', 'PCT途径', '其他') THEN CAST("取得途径" AS VARCHAR) ELSE error('国外发明专利.取得途径：不能用的值 ' || CAST("取得途径" AS VARCHAR)) END AS "国外发明专利.取得途径",
    CASE WHEN "领域" IS NULL OR "领域" IN ('区块链', '其他') THEN CAST("领域" AS VARCHAR) ELSE error('国外发明专利.领域：不能用的值 ' || CAST("领域" AS VARCHAR)) END AS "国外发明专利.领域"
  FROM "国外发明专利"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "专利号" IS NOT NULL THEN row("统一社会信用代码", "专利号") END) THEN TRUE ELSE error('国外发明专利：主键有空的或者重复的') END FROM "国外发明专利")),
"城市更新应用#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("应用编号" AS VARCHAR) AS "#行",
    CAST("应用领域" AS VARCHAR) AS "城市更新应用.应用领域",
    "应用经认定" AS "城市更新应用.应用经认定"
  FROM "城市更新应用"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "应用编号" IS NOT NULL THEN row("统一社会信用代码", "应用编号") END) THEN TRUE ELSE error('城市更新应用：主键有空的或者重复的') END FROM "城市更新应用")),
"成果转化项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("转化编号" AS VARCHAR) AS "#行",
    CASE WHEN "落地区县" IS NULL OR "落地区县" IN ('渝中区', '江津区', '永川区', '荣昌区', '大渡口区', '重庆高新区', '其他') THEN CAST("落地区县" AS VARCHAR) ELSE error('成果转化项目.落地区县：不能用的值 ' || CAST("落地区县" AS VARCHAR)) END AS "成果转化项目.落地区县",
    CASE WHEN "本年度市级奖补资金" IS NULL THEN NULL WHEN CAST("本年度市级奖补资金" AS DECIMAL(18, 2)) = "本年度市级奖补资金" AND CAST(CAST("本年度市级奖补资金" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("本年度市级奖补资金" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('成果转化项目.本年度市级奖补资金：不能用的值 ' || CAST("本年度市级奖补资金" AS VARCHAR)) END AS "成果转化项目.本年度市级奖补资金"
  FROM "成果转化项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "转化编号" IS NOT NULL THEN row("统一社会信用代码", "转化编号") END) THEN TRUE ELSE error('成果转化项目：主键有空的或者重复的') END FROM "成果转化项目")),
"主题活动#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("活动编号" AS VARCHAR) AS "#行",
    "已认定" AS "主题活动.已认定",
    "协同举办" AS "主题活动.协同举办",
    CASE WHEN "实际费用" IS NULL THEN NULL WHEN CAST("实际费用" AS DECIMAL(18, 2)) = "实际费用" AND CAST(CAST("实际费用" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("实际费用" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('主题活动.实际费用：不能用的值 ' || CAST("实际费用" AS VARCHAR)) END AS "主题活动.实际费用"
  FROM "主题活动"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "活动编号" IS NOT NULL THEN row("统一社会信用代码", "活动编号") END) THEN TRUE ELSE error('主题活动：主键有空的或者重复的') END FROM "主题活动")),
"示范区研发机构#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("研发机构编号" AS VARCHAR) AS "#行",
    "新型研发机构" AS "示范区研发机构.新型研发机构",
    CASE WHEN "新型研发机构有效期" IS NULL THEN NULL WHEN "新型研发机构有效期" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "新型研发机构有效期" - DATE '0001-01-01' ELSE error('示范区研发机构.新型研发机构有效期：不能用的值 ' || CAST("新型研发机构有效期" AS VARCHAR)) END AS "示范区研发机构.新型研发机构有效期",
    "事业单位性质" AS "示范区研发机构.事业单位性质",
    "享受进口税收政策" AS "示范区研发机构.享受进口税收政策"
  FROM "示范区研发机构"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "研发机构编号" IS NOT NULL THEN row("统一社会信用代码", "研发机构编号") END) THEN TRUE ELSE error('示范区研发机构：主键有空的或者重复的') END FROM "示范区研发机构")),
"双创基地#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("双创基地编号" AS VARCHAR) AS "#行",
    CASE WHEN "双创基地类别" IS NULL OR "双创基地类别" IN ('小型微型企业创新创业示范基地', '创业孵化示范基地', '其他') THEN CAST("双创基地类别" AS VARCHAR) ELSE error('双创基地.双创基地类别：不能用的值 ' || CAST("双创基地类别" AS VARCHAR)) END AS "双创基地.双创基地类别",
    CASE WHEN "双创基地级别" IS NULL OR "双创基地级别" IN ('国家级', '市级', '未认定') THEN CAST("双创基地级别" AS VARCHAR) ELSE error('双创基地.双创基地级别：不能用的值 ' || CAST("双创基地级别" AS VARCHAR)) END AS "双创基地.双创基地级别"
  FROM "双创基地"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "双创基地编号" IS NOT NULL THEN row("统一社会信用代码", "双创基地编号") END) THEN TRUE ELSE error('双创基地：主键有空的或者重复的') END FROM "双创基地")),
"示范区项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("示范区项目编号" AS VARCHAR) AS "#行",
    "申请用地" AS "示范区项目.申请用地",
    CAST("示范区产业" AS VARCHAR) AS "示范区项目.示范区产业",
    "列入重点项目库" AS "示范区项目.列入重点项目库",
    "重点环节或重点企业" AS "示范区项目.重点环节或重点企业",
    "符合中央预算内条件" AS "示范区项目.符合中央预算内条件",
    CAST("环保领域" AS VARCHAR) AS "示范区项目.环保领域",
    CASE WHEN "产业集群级别" IS NULL OR "产业集群级别" IN ('国家级', '市级', '其他') THEN CAST("产业集群级别" AS VARCHAR) ELSE error('示范区项目.产业集群级别：不能用的值 ' || CAST("产业集群级别" AS VARCHAR)) END AS "示范区项目.产业集群级别",
    "银企合作" AS "示范区项目.银企合作"
  FROM "示范区项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "示范区项目编号" IS NOT NULL THEN row("统一社会信用代码", "示范区项目编号") END) THEN TRUE ELSE error('示范区项目：主键有空的或者重复的') END FROM "示范区项目")),
"示范区园区#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("园区编号" AS VARCHAR) AS "#行",
    "符合循环创建条件" AS "示范区园区.符合循环创建条件",
    CASE WHEN "园区性质" IS NULL OR "园区性质" IN ('示范园区', '重点园区', '其他') THEN CAST("园区性质" AS VARCHAR) ELSE error('示范区园区.园区性质：不能用的值 ' || CAST("园区性质" AS VARCHAR)) END AS "示范区园区.园区性质",
    "重点产业发展" AS "示范区园区.重点产业发展",
    "特色产业基地" AS "示范区园区.特色产业基地"
  FROM "示范区园区"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "园区编号" IS NOT NULL THEN row("统一社会信用代码", "园区编号") END) THEN TRUE ELSE error('示范区园区：主键有空的或者重复的') END FROM "示范区园区")),
"创业投资基金#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("基金编号" AS VARCHAR) AS "#行",
    "投资科创项目" AS "创业投资基金.投资科创项目",
    CASE WHEN "实缴金额" IS NULL THEN NULL WHEN CAST("实缴金额" AS DECIMAL(18, 2)) = "实缴金额" AND CAST(CAST("实缴金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("实缴金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('创业投资基金.实缴金额：不能用的值 ' || CAST("实缴金额" AS VARCHAR)) END AS "创业投资基金.实缴金额"
  FROM "创业投资基金"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "基金编号" IS NOT NULL THEN row("统一社会信用代码", "基金编号") END) THEN TRUE ELSE error('创业投资基金：主键有空的或者重复的') END FROM "创业投资基金")),
"股权投资#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("投资编号" AS VARCHAR) AS "#行",
    "领军人才类投资" AS "股权投资.领军人才类投资",
    CASE WHEN "到位日期" IS NULL THEN NULL WHEN "到位日期" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "到位日期" - DATE '0001-01-01' ELSE error('股权投资.到位日期：不能用的值 ' || CAST("到位日期" AS VARCHAR)) END AS "股权投资.到位日期"
  FROM "股权投资"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "投资编号" IS NOT NULL THEN row("统一社会信用代码", "投资编号") END) THEN TRUE ELSE error('股权投资：主键有空的或者重复的') END FROM "股权投资")),
"引进平台#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("引进平台编号" AS VARCHAR) AS "#行",
    CASE WHEN "引进平台类型" IS NULL OR "引进平台类型" IN ('高端研发机构', '联合研发基地', '国家级科技创新基地', '科技成果转化基地', '技术转移转化服务机构', '其他研发机构', '其他') THEN CAST("引进平台类型" AS VARCHAR) ELSE error('引进平台.引进平台类型：不能用的值 ' || CAST("引进平台类型" AS VARCHAR)) END AS "引进平台.引进平台类型",
    "引进建设" AS "引进平台.引进建设",
    "经评定" AS "引进平台.经评定",
    CASE WHEN "评定日期" IS NULL THEN NULL WHEN "评定日期" BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN "评定日期" - DATE '0001-01-01' ELSE error('引进平台.评定日期：不能用的值 ' || CAST("评定日期" AS VARCHAR)) END AS "引进平台.评定日期",
    "高层次人才团队组建" AS "引进平台.高层次人才团队组建",
    CAST("牵头人才" AS VARCHAR) AS "引进平台.牵头人才",
    "上年度转化绩效已评价" AS "引进平台.上年度转化绩效已评价",
    "参与创办科技型企业" AS "引进平台.参与创办科技型企业",
    "符合种子基金条件" AS "引进平台.符合种子基金条件",
    "符合优惠政策条件" AS "引进平台.符合优惠政策条件"
  FROM "引进平台"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "引进平台编号" IS NOT NULL THEN row("统一社会信用代码", "引进平台编号") END) THEN TRUE ELSE error('引进平台：主键有空的或者重复的') END FROM "引进平台")),
"引进项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("引进项目编号" AS VARCHAR) AS "#行",
    CASE WHEN "引进项目类型" IS NULL OR "引进项目类型" IN ('合作办学', '建设任务', '其他') THEN CAST("引进项目类型" AS VARCHAR) ELSE error('引进项目.引进项目类型：不能用的值 ' || CAST("引进项目类型" AS VARCHAR)) END AS "引进项目.引进项目类型",
    "引进合作" AS "引进项目.引进合作",
    "推动双一流建设" AS "引进项目.推动双一流建设",
    CAST("建设任务" AS VARCHAR) AS "引进项目.建设任务",
    "引进重大项目" AS "引进项目.引进重大项目"
  FROM "引进项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "引进项目编号" IS NOT NULL THEN row("统一社会信用代码", "引进项目编号") END) THEN TRUE ELSE error('引进项目：主键有空的或者重复的') END FROM "引进项目")),
"转化成果#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("转化成果编号" AS VARCHAR) AS "#行",
    "引进机构科研人员" AS "转化成果.引进机构科研人员",
    "在渝转化成功" AS "转化成果.在渝转化成功",
    CASE WHEN "技术合同实际到账额" IS NULL THEN NULL WHEN CAST("技术合同实际到账额" AS DECIMAL(18, 2)) = "技术合同实际到账额" AND CAST(CAST("技术合同实际到账额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN 0 AND 100000000000000 THEN CAST(CAST("技术合同实际到账额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('转化成果.技术合同实际到账额：不能用的值 ' || CAST("技术合同实际到账额" AS VARCHAR)) END AS "转化成果.技术合同实际到账额"
  FROM "转化成果"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "转化成果编号" IS NOT NULL THEN row("统一社会信用代码", "转化成果编号") END) THEN TRUE ELSE error('转化成果：主键有空的或者重复的') END FROM "转化成果")),
"创业投资#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("投资编号" AS VARCHAR) AS "#行",
    "投向初创期科技型中小企业" AS "创业投资.投向初创期科技型中小企业",
    "投向科技企业" AS "创业投资.投向科技企业"
  FROM "创业投资"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "投资编号" IS NOT NULL THEN row("统一社会信用代码", "投资编号") END) THEN TRUE ELSE error('创业投资：主键有空的或者重复的') END FROM "创业投资")),
"孵化载体#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("载体编号" AS VARCHAR) AS "#行",
    CASE WHEN "载体类型" IS NULL OR "载体类型" IN ('大型创新创业孵化社区', '大型科技企业孵化园', '其他') THEN CAST("载体类型" AS VARCHAR) ELSE error('孵化载体.载体类型：不能用的值 ' || CAST("载体类型" AS VARCHAR)) END AS "孵化载体.载体类型",
    CASE WHEN "载体面积" IS NULL THEN NULL WHEN CAST("载体面积" AS DECIMAL(38, 4)) = "载体面积" AND CAST(CAST("载体面积" AS DECIMAL(38, 4)) * 10000 AS BIGINT) BETWEEN 0 AND 10000000000000000 THEN CAST(CAST("载体面积" AS DECIMAL(38, 4)) * 10000 AS BIGINT) ELSE error('孵化载体.载体面积：不能用的值 ' || CAST("载体面积" AS VARCHAR)) END AS "孵化载体.载体面积",
    "孵化绩效达标" AS "孵化载体.孵化绩效达标"
  FROM "孵化载体"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "载体编号" IS NOT NULL THEN row("统一社会信用代码", "载体编号") END) THEN TRUE ELSE error('孵化载体：主键有空的或者重复的') END FROM "孵化载体")),
"产业投资项目#读" AS (
  SELECT CAST("统一社会信用代码" AS VARCHAR) AS "#主键",
    CAST("投资项目编号" AS VARCHAR) AS "#行",
    CASE WHEN "投资项目类别" IS NULL OR "投资项目类别" IN ('高新技术产业项目', '科技企业投资项目', '其他') THEN CAST("投资项目类别" AS VARCHAR) ELSE error('产业投资项目.投资项目类别：不能用的值 ' || CAST("投资项目类别" AS VARCHAR)) END AS "产业投资项目.投资项目类别",
    "投资项目符合条件" AS "产业投资项目.投资项目符合条件"
  FROM "产业投资项目"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT CASE WHEN "统一社会信用代码" IS NOT NULL AND "投资项目编号" IS NOT NULL THEN row("统一社会信用代码", "投资项目编号") END) THEN TRUE ELSE error('产业投资项目：主键有空的或者重复的') END FROM "产业投资项目")),
"兑现记录#读" AS (
  SELECT CAST("主键" AS VARCHAR) AS "#主键",
    coalesce(CAST("事项行" AS VARCHAR), '') AS "#行",
    CASE WHEN coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IS NULL OR coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IN ('渝中府办〔2021〕13号', '渝发改规范〔2021〕12号', '渝府办发〔2019〕126号', '渝府办发〔2022〕56号', '渝府办发〔2023〕26号') THEN CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR) ELSE error('兑现记录.文号：不能用的值 ' || CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR)) END AS "文号",
    CASE WHEN CAST("条款" AS VARCHAR) IS NULL OR CAST("条款" AS VARCHAR) IN ('1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2', '3.1', '3.2', '4.1', '4.2', '4.3', '5', '6.1', '6.2', '6.3', '6.4', '7.1', '7.2', '7.3', '7.4', '10.1', '10.2', '10.3', '11', '12.1', '12.2', '13.1', '13.1-入住', '13.2', '14', '15.1', '15.2', '16.2', '17.1', '17.2', '18', '19', '20', '23', '附1', '附2', '附3', '附4', '3', '4', '6', '7', '7-人才', '8', '9', '10', '12', '13', '15', '15-推荐', '16', '17', '17-信贷', '20-退出', '20-扶持', '附', '重点1', '重点2', '重点3', '重点4', '重点5', '2.1', '2.2', '6-申报', '8-贷款', '8-投融资', '8-种子基金', '8-挂牌', '9-优惠', '组织1', '组织2', '组织3', '组织4', '保障1', '保障2', '保障3', '附-施行', '附-从新', '1', '2.3', '2-其他', '9-中试', '保1', '保-宣传', '4.2-壮大', '11.1', '11.1-园', '保2.1', '保3', '保4.1', '保4.2', '保4.3', '保5', '保6') THEN CAST(CAST("条款" AS VARCHAR) AS VARCHAR) ELSE error('兑现记录.条款：不能用的值 ' || CAST(CAST("条款" AS VARCHAR) AS VARCHAR)) END AS "条款",
    CASE WHEN "年度" IS NULL THEN NULL WHEN CAST("年度" AS DECIMAL(18, 0)) = "年度" AND CAST("年度" AS BIGINT) BETWEEN 1 AND 9999 THEN CAST("年度" AS BIGINT) ELSE error('兑现记录.年度：不能用的值 ' || CAST("年度" AS VARCHAR)) END AS "年度",
    CASE WHEN "金额" IS NULL THEN NULL WHEN CAST("金额" AS DECIMAL(18, 2)) = "金额" AND CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN -10000000000000000 AND 10000000000000000 THEN CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('兑现记录.金额：不能用的值 ' || CAST("金额" AS VARCHAR)) END AS "金额"
  FROM "兑现记录"),
"核定#读" AS (
  SELECT CAST("主键" AS VARCHAR) AS "#主键",
    coalesce(CAST("事项行" AS VARCHAR), '') AS "#行",
    CASE WHEN coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IS NULL OR coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IN ('渝中府办〔2021〕13号', '渝发改规范〔2021〕12号', '渝府办发〔2019〕126号', '渝府办发〔2022〕56号', '渝府办发〔2023〕26号') THEN CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR) ELSE error('核定.文号：不能用的值 ' || CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR)) END AS "文号",
    CASE WHEN CAST("条款" AS VARCHAR) IS NULL OR CAST("条款" AS VARCHAR) IN ('1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2', '3.1', '3.2', '4.1', '4.2', '4.3', '5', '6.1', '6.2', '6.3', '6.4', '7.1', '7.2', '7.3', '7.4', '10.1', '10.2', '10.3', '11', '12.1', '12.2', '13.1', '13.1-入住', '13.2', '14', '15.1', '15.2', '16.2', '17.1', '17.2', '18', '19', '20', '23', '附1', '附2', '附3', '附4', '3', '4', '6', '7', '7-人才', '8', '9', '10', '12', '13', '15', '15-推荐', '16', '17', '17-信贷', '20-退出', '20-扶持', '附', '重点1', '重点2', '重点3', '重点4', '重点5', '2.1', '2.2', '6-申报', '8-贷款', '8-投融资', '8-种子基金', '8-挂牌', '9-优惠', '组织1', '组织2', '组织3', '组织4', '保障1', '保障2', '保障3', '附-施行', '附-从新', '1', '2.3', '2-其他', '9-中试', '保1', '保-宣传', '4.2-壮大', '11.1', '11.1-园', '保2.1', '保3', '保4.1', '保4.2', '保4.3', '保5', '保6') THEN CAST(CAST("条款" AS VARCHAR) AS VARCHAR) ELSE error('核定.条款：不能用的值 ' || CAST(CAST("条款" AS VARCHAR) AS VARCHAR)) END AS "条款",
    CASE WHEN "年度" IS NULL THEN NULL WHEN CAST("年度" AS DECIMAL(18, 0)) = "年度" AND CAST("年度" AS BIGINT) BETWEEN 1 AND 9999 THEN CAST("年度" AS BIGINT) ELSE error('核定.年度：不能用的值 ' || CAST("年度" AS VARCHAR)) END AS "年度",
    CASE WHEN "金额" IS NULL THEN NULL WHEN CAST("金额" AS DECIMAL(18, 2)) = "金额" AND CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN -10000000000000000 AND 10000000000000000 THEN CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('核定.金额：不能用的值 ' || CAST("金额" AS VARCHAR)) END AS "金额"
  FROM "核定"),
"其他政策支持#读" AS (
  SELECT CAST("主键" AS VARCHAR) AS "#主键",
    CAST("事项" AS VARCHAR) AS "事项"
  FROM "其他政策支持"),
"兑现记录#年" AS (
  SELECT "#主键", "#行", 文号, 条款,
    sum(金额) AS 净额
  FROM "兑现记录#读"
  WHERE 年度 < "年度"()
  GROUP BY "#主键", "#行", 文号, 条款, 年度),
"企业#0" AS (
  SELECT *
  FROM "企业#读"),
"核定#企业" AS (
  SELECT "#主键",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#2",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '4.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#3",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '4.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#4",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#5",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#6",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#7",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#8",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '10.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#9",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '10.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#10",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '12.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#11",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '12.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#12",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '17.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#13",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '17.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#14",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '18' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#15",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '18' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#16",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '附2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#17",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '附2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#18",
    min(金额) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '1.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#19",
    max(金额) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '1.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#20",
    min(金额) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '20' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#21",
    max(金额) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '20' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#22",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '2.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#23",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '2.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#24",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '9' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#25",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '9' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#26",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保2.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#27",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保2.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#企业#28"
  FROM "核定#读" WHERE "#行" = ''
  GROUP BY "#主键"),
"兑现记录#企业#全" AS (
  SELECT "#主键",
    CAST(sum(净额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '2' AND "#行" = '') AS HUGEINT) AS "兑现记录#企业#全#1",
    CAST(sum(净额) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '1.1' AND "#行" = '') AS HUGEINT) AS "兑现记录#企业#全#2",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '1.1' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#3",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '1.2' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#4",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '1.3' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#5",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '1.4' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#6",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '1.5' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#7",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '1.6' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#8",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '4.3' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#9",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '6.2' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#10",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '6.3' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#11",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '6.4' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#12",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '7.1' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#13",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '7.3' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#14",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '7.4' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#15",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '10.2' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#16",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '14' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#17",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '16.2' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#18",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '19' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#19",
    bool_or(文号 = '渝中府办〔2021〕13号' AND 条款 = '20' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#20",
    bool_or(文号 = '渝府办发〔2019〕126号' AND 条款 = '1.1' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#21",
    bool_or(文号 = '渝府办发〔2019〕126号' AND 条款 = '2.1' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#22",
    bool_or(文号 = '渝府办发〔2019〕126号' AND 条款 = '3' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#23",
    bool_or(文号 = '渝府办发〔2019〕126号' AND 条款 = '7.1' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#24",
    bool_or(文号 = '渝府办发〔2022〕56号' AND 条款 = '13' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#25",
    bool_or(文号 = '渝府办发〔2023〕26号' AND 条款 = '保3' AND "#行" = '（上限扣减）') AS "兑现记录#企业#全#26"
  FROM "兑现记录#年"
  GROUP BY "#主键"),
"兑现记录#企业" AS (
  SELECT "#主键",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '5' AND 净额 > 0) AS "兑现记录#企业#1",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.1' AND 净额 > 0) AS "兑现记录#企业#2",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.2' AND 净额 > 0) AS "兑现记录#企业#3",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '10.1' AND 净额 > 0) AS "兑现记录#企业#4",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '12.2' AND 净额 > 0) AS "兑现记录#企业#5",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '15.1' AND 净额 > 0) AS "兑现记录#企业#6",
    count(*) FILTER (WHERE 文号 = '渝发改规范〔2021〕12号' AND 条款 = '20' AND 净额 > 0) AS "兑现记录#企业#7",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '2.3' AND 净额 > 0) AS "兑现记录#企业#8",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保2.1' AND 净额 > 0) AS "兑现记录#企业#9"
  FROM "兑现记录#年" WHERE "#行" = ''
  GROUP BY "#主键"),
"其他政策支持#企业#全" AS (
  SELECT "#主键",
    bool_or(事项 IS NULL OR 事项 = '科技基础设施共建') AS "其他政策支持#企业#全#1",
    bool_or(事项 IS NULL OR 事项 = '国家科技创新基地认定') AS "其他政策支持#企业#全#2",
    bool_or(事项 IS NULL OR 事项 = '国家科技创新基地评价') AS "其他政策支持#企业#全#3",
    bool_or(事项 IS NULL OR 事项 = '市级科技园区') AS "其他政策支持#企业#全#4",
    bool_or(事项 IS NULL OR 事项 = '市级创新平台认定') AS "其他政策支持#企业#全#5",
    bool_or(事项 IS NULL OR 事项 = '市级创新平台评价') AS "其他政策支持#企业#全#6",
    bool_or(事项 IS NULL OR 事项 = '高端研发机构') AS "其他政策支持#企业#全#7",
    bool_or(事项 IS NULL OR 事项 = '承担国家科技项目') AS "其他政策支持#企业#全#8",
    bool_or(事项 IS NULL OR 事项 = '科技项目落地转化') AS "其他政策支持#企业#全#9",
    bool_or(事项 IS NULL OR 事项 = '研发投入') AS "其他政策支持#企业#全#10",
    bool_or(事项 IS NULL OR 事项 = '产学研合作') AS "其他政策支持#企业#全#11",
    bool_or(事项 IS NULL OR 事项 = '科技企业认定引进') AS "其他政策支持#企业#全#12",
    bool_or(事项 IS NULL OR 事项 = '重点软件企业') AS "其他政策支持#企业#全#13",
    bool_or(事项 IS NULL OR 事项 = '软件关键技术') AS "其他政策支持#企业#全#14",
    bool_or(事项 IS NULL OR 事项 = '工业互联网') AS "其他政策支持#企业#全#15",
    bool_or(事项 IS NULL OR 事项 = '专精特新称号') AS "其他政策支持#企业#全#16",
    bool_or(事项 IS NULL OR 事项 = '线上平台项目') AS "其他政策支持#企业#全#17",
    bool_or(事项 IS NULL OR 事项 = '智能化升级') AS "其他政策支持#企业#全#18",
    bool_or(事项 IS NULL OR 事项 = '智慧医院评价') AS "其他政策支持#企业#全#19",
    bool_or(事项 IS NULL OR 事项 = '科技分支机构') AS "其他政策支持#企业#全#20",
    bool_or(事项 IS NULL OR 事项 = '科创板上市') AS "其他政策支持#企业#全#21",
    bool_or(事项 IS NULL OR 事项 = '再融资') AS "其他政策支持#企业#全#22",
    bool_or(事项 IS NULL OR 事项 = '研发人员集聚') AS "其他政策支持#企业#全#23",
    bool_or(事项 IS NULL OR 事项 = '国外发明专利') AS "其他政策支持#企业#全#24",
    bool_or(事项 IS NULL OR 事项 = '运营中心建设') AS "其他政策支持#企业#全#25",
    bool_or(事项 IS NULL OR 事项 = '运营中心运营') AS "其他政策支持#企业#全#26",
    bool_or(事项 IS NULL OR 事项 = '城市更新应用') AS "其他政策支持#企业#全#27",
    bool_or(事项 IS NULL OR 事项 = '转化机构绩效') AS "其他政策支持#企业#全#28",
    bool_or(事项 IS NULL OR 事项 = '成果转化落地') AS "其他政策支持#企业#全#29",
    bool_or(事项 IS NULL OR 事项 = '创新环境优化') AS "其他政策支持#企业#全#30",
    bool_or(事项 IS NULL OR 事项 = '科技创新联盟') AS "其他政策支持#企业#全#31",
    bool_or(事项 IS NULL OR 事项 = '主题活动') AS "其他政策支持#企业#全#32"
  FROM "其他政策支持#读"
  GROUP BY "#主键"),
"企业#1" AS (
  SELECT p.*,
    "核定#企业#和"."核定#企业#1" AS "核定#企业#1",
    "核定#企业#和"."核定#企业#2" AS "核定#企业#2",
    "核定#企业#和"."核定#企业#3" AS "核定#企业#3",
    "核定#企业#和"."核定#企业#4" AS "核定#企业#4",
    "核定#企业#和"."核定#企业#5" AS "核定#企业#5",
    "核定#企业#和"."核定#企业#6" AS "核定#企业#6",
    "核定#企业#和"."核定#企业#7" AS "核定#企业#7",
    "核定#企业#和"."核定#企业#8" AS "核定#企业#8",
    "核定#企业#和"."核定#企业#9" AS "核定#企业#9",
    "核定#企业#和"."核定#企业#10" AS "核定#企业#10",
    "核定#企业#和"."核定#企业#11" AS "核定#企业#11",
    "核定#企业#和"."核定#企业#12" AS "核定#企业#12",
    "核定#企业#和"."核定#企业#13" AS "核定#企业#13",
    "核定#企业#和"."核定#企业#14" AS "核定#企业#14",
    "核定#企业#和"."核定#企业#15" AS "核定#企业#15",
    "核定#企业#和"."核定#企业#16" AS "核定#企业#16",
    "核定#企业#和"."核定#企业#17" AS "核定#企业#17",
    "核定#企业#和"."核定#企业#18" AS "核定#企业#18",
    "核定#企业#和"."核定#企业#19" AS "核定#企业#19",
    "核定#企业#和"."核定#企业#20" AS "核定#企业#20",
    "核定#企业#和"."核定#企业#21" AS "核定#企业#21",
    "核定#企业#和"."核定#企业#22" AS "核定#企业#22",
    "核定#企业#和"."核定#企业#23" AS "核定#企业#23",
    "核定#企业#和"."核定#企业#24" AS "核定#企业#24",
    "核定#企业#和"."核定#企业#25" AS "核定#企业#25",
    "核定#企业#和"."核定#企业#26" AS "核定#企业#26",
    "核定#企业#和"."核定#企业#27" AS "核定#企业#27",
    "核定#企业#和"."核定#企业#28" AS "核定#企业#28",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#1", 0) AS "兑现记录#企业#全#1",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#2", 0) AS "兑现记录#企业#全#2",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#3", FALSE) AS "兑现记录#企业#全#3",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#4", FALSE) AS "兑现记录#企业#全#4",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#5", FALSE) AS "兑现记录#企业#全#5",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#6", FALSE) AS "兑现记录#企业#全#6",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#7", FALSE) AS "兑现记录#企业#全#7",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#8", FALSE) AS "兑现记录#企业#全#8",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#9", FALSE) AS "兑现记录#企业#全#9",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#10", FALSE) AS "兑现记录#企业#全#10",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#11", FALSE) AS "兑现记录#企业#全#11",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#12", FALSE) AS "兑现记录#企业#全#12",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#13", FALSE) AS "兑现记录#企业#全#13",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#14", FALSE) AS "兑现记录#企业#全#14",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#15", FALSE) AS "兑现记录#企业#全#15",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#16", FALSE) AS "兑现记录#企业#全#16",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#17", FALSE) AS "兑现记录#企业#全#17",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#18", FALSE) AS "兑现记录#企业#全#18",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#19", FALSE) AS "兑现记录#企业#全#19",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#20", FALSE) AS "兑现记录#企业#全#20",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#21", FALSE) AS "兑现记录#企业#全#21",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#22", FALSE) AS "兑现记录#企业#全#22",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#23", FALSE) AS "兑现记录#企业#全#23",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#24", FALSE) AS "兑现记录#企业#全#24",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#25", FALSE) AS "兑现记录#企业#全#25",
    coalesce("兑现记录#企业#全#和"."兑现记录#企业#全#26", FALSE) AS "兑现记录#企业#全#26",
    coalesce("兑现记录#企业#和"."兑现记录#企业#1", 0) AS "兑现记录#企业#1",
    coalesce("兑现记录#企业#和"."兑现记录#企业#2", 0) AS "兑现记录#企业#2",
    coalesce("兑现记录#企业#和"."兑现记录#企业#3", 0) AS "兑现记录#企业#3",
    coalesce("兑现记录#企业#和"."兑现记录#企业#4", 0) AS "兑现记录#企业#4",
    coalesce("兑现记录#企业#和"."兑现记录#企业#5", 0) AS "兑现记录#企业#5",
    coalesce("兑现记录#企业#和"."兑现记录#企业#6", 0) AS "兑现记录#企业#6",
    coalesce("兑现记录#企业#和"."兑现记录#企业#7", 0) AS "兑现记录#企业#7",
    coalesce("兑现记录#企业#和"."兑现记录#企业#8", 0) AS "兑现记录#企业#8",
    coalesce("兑现记录#企业#和"."兑现记录#企业#9", 0) AS "兑现记录#企业#9",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#1", FALSE) AS "其他政策支持#企业#全#1",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#2", FALSE) AS "其他政策支持#企业#全#2",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#3", FALSE) AS "其他政策支持#企业#全#3",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#4", FALSE) AS "其他政策支持#企业#全#4",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#5", FALSE) AS "其他政策支持#企业#全#5",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#6", FALSE) AS "其他政策支持#企业#全#6",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#7", FALSE) AS "其他政策支持#企业#全#7",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#8", FALSE) AS "其他政策支持#企业#全#8",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#9", FALSE) AS "其他政策支持#企业#全#9",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#10", FALSE) AS "其他政策支持#企业#全#10",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#11", FALSE) AS "其他政策支持#企业#全#11",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#12", FALSE) AS "其他政策支持#企业#全#12",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#13", FALSE) AS "其他政策支持#企业#全#13",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#14", FALSE) AS "其他政策支持#企业#全#14",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#15", FALSE) AS "其他政策支持#企业#全#15",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#16", FALSE) AS "其他政策支持#企业#全#16",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#17", FALSE) AS "其他政策支持#企业#全#17",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#18", FALSE) AS "其他政策支持#企业#全#18",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#19", FALSE) AS "其他政策支持#企业#全#19",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#20", FALSE) AS "其他政策支持#企业#全#20",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#21", FALSE) AS "其他政策支持#企业#全#21",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#22", FALSE) AS "其他政策支持#企业#全#22",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#23", FALSE) AS "其他政策支持#企业#全#23",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#24", FALSE) AS "其他政策支持#企业#全#24",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#25", FALSE) AS "其他政策支持#企业#全#25",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#26", FALSE) AS "其他政策支持#企业#全#26",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#27", FALSE) AS "其他政策支持#企业#全#27",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#28", FALSE) AS "其他政策支持#企业#全#28",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#29", FALSE) AS "其他政策支持#企业#全#29",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#30", FALSE) AS "其他政策支持#企业#全#30",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#31", FALSE) AS "其他政策支持#企业#全#31",
    coalesce("其他政策支持#企业#全#和"."其他政策支持#企业#全#32", FALSE) AS "其他政策支持#企业#全#32",
    (("注册区县" = '渝中区') AND "依法纳税" AND "诚信经营" AND ("单位性质" IN ('企业', '事业单位', '社会组织'))) AS "#企业1",
    CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END AS "#企业2",
    (CAST(CAST(coalesce("申报研发费用", 0) AS HUGEINT) AS HUGEINT) * coalesce("参数·市级研发补助比例"(), 0)) AS "#企业17",
    CASE WHEN "申报研发费用" = 0 OR "参数·市级研发补助比例"() = 0 THEN 0 ELSE (CAST(CAST("申报研发费用" AS HUGEINT) AS HUGEINT) * "参数·市级研发补助比例"()) END AS "#企业18",
    least(coalesce("智能化投资额", 0), 150000000) AS "#企业35",
    coalesce("研发人员数", 0) AS "#企业50",
    coalesce("研发人员数", 1000000) AS "#企业51",
    coalesce("职工总数", 1) AS "#企业52",
    coalesce("职工总数", 1000000) AS "#企业53",
    least(coalesce("年度运营费用", 0), 25000000000) AS "#企业68",
    least("年度运营费用", 25000000000) AS "#企业69",
    ("注册区县" IN ('江津区', '永川区', '荣昌区', '大渡口区', '重庆高新区')) AS "#企业90",
    ((("测算日"() - DATE '0001-01-01') >= 738280) AND ("科技型中小企业" AND "有发展潜力" AND "区县推荐进入培育库")) AS "#企业104",
    ((("测算日"() - DATE '0001-01-01') >= 738280) AND ("科技型中小企业" AND "遴选进入上市储备库")) AS "#企业112",
    ((("测算日"() - DATE '0001-01-01') >= 738280) AND ("科技型中小企业" AND CASE WHEN "参数·加计扣除备案额门槛"() <= coalesce("加计扣除备案额", 0) THEN TRUE WHEN coalesce("参数·加计扣除备案额门槛"(), 0) > "加计扣除备案额" THEN FALSE END)) AS "#企业115",
    ((("测算日"() - DATE '0001-01-01') >= 738280) AND "科技型中小企业转移机构") AS "#企业118",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND ("科技型企业" AND ("创新基础好" AND "有发展潜力"))) AS "#企业123",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND ("高新技术企业" AND "高新技术骨干企业")) AS "#企业126",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND (("高新技术企业" OR "科技型企业") AND "列入发展壮大支持")) AS "#企业129"
  FROM "企业#0" AS p
  LEFT JOIN "核定#企业" AS "核定#企业#和" ON "核定#企业#和"."#主键" = p."#主键"
  LEFT JOIN "兑现记录#企业#全" AS "兑现记录#企业#全#和" ON "兑现记录#企业#全#和"."#主键" = p."#主键"
  LEFT JOIN "兑现记录#企业" AS "兑现记录#企业#和" ON "兑现记录#企业#和"."#主键" = p."#主键"
  LEFT JOIN "其他政策支持#企业#全" AS "其他政策支持#企业#全#和" ON "其他政策支持#企业#全#和"."#主键" = p."#主键"),
"企业#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND "新认定高端研发机构")) AS "#企业3",
    coalesce("核定#企业#2", 0) AS "#企业5",
    ("核定#企业#1" <> "核定#企业#2") IS TRUE AS "#企业8",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("单位性质" = '企业') AND ("建立研发准备金制度" AND CASE WHEN 1000000000 <= coalesce("申报研发费用", 0) THEN TRUE WHEN 1000000000 > "申报研发费用" THEN FALSE END)))) AS "#企业9",
    coalesce("核定#企业#4", 0) AS "#企业11",
    ("核定#企业#3" <> "核定#企业#4") IS TRUE AS "#企业14",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("单位性质" = '企业') AND CASE WHEN "申报研发费用" < 1000000000 THEN TRUE WHEN coalesce("申报研发费用", 0) >= 1000000000 THEN FALSE END))) AS "#企业15",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("科技型企业" OR "高新技术企业") AND ("科技企业来源" IN ('新认定', '引进')))) AND ("兑现记录#企业#1" < 1)) AS "#企业21",
    coalesce("核定#企业#6", 0) AS "#企业23",
    ("核定#企业#5" <> "核定#企业#6") IS TRUE AS "#企业26",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("重点软件企业清单" IN ('国家级', '市级'))) AND ("兑现记录#企业#2" < 1)) AS "#企业27",
    coalesce("核定#企业#8", 0) AS "#企业29",
    ("核定#企业#7" <> "核定#企业#8") IS TRUE AS "#企业32",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("单位性质" = '企业') AND (CASE WHEN "行业" IN ('文化旅游', '专业服务') THEN TRUE END AND "智能化项目已认定"))) AND ("兑现记录#企业#3" < 3)) AS "#企业33",
    ("#企业1" AND "金融机构") AS "#企业38",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND "科创板成功上市") AND ("兑现记录#企业#4" < 1)) AS "#企业39",
    coalesce("核定#企业#10", 0) AS "#企业41",
    ("核定#企业#9" <> "核定#企业#10") IS TRUE AS "#企业44",
    ("#企业1" AND ("上市企业" AND ("科技型企业" OR "高新技术企业"))) AS "#企业45",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("已入科创板储备库" AND (NOT CASE WHEN "政策·月移"("储备库入库日期", 36) <= ("测算日"() - DATE '0001-01-01') THEN TRUE WHEN "政策·月移"("储备库入库日期", 36) > ("测算日"() - DATE '0001-01-01') THEN FALSE END)))) AS "#企业46",
    (3 * "#企业52") AS "#企业54",
    (3 * "#企业53") AS "#企业55",
    coalesce("核定#企业#12", 0) AS "#企业58",
    ("核定#企业#11" <> "核定#企业#12") IS TRUE AS "#企业61",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND "建设知识产权运营中心") AND ("兑现记录#企业#6" < 1)) AS "#企业62",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("建设知识产权运营中心" AND "运营绩效达标"))) AS "#企业66",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND "专业化转化机构")) AS "#企业72",
    coalesce("核定#企业#14", 0) AS "#企业74",
    ("核定#企业#13" <> "核定#企业#14") IS TRUE AS "#企业77",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND "科技创新环境项目")) AS "#企业78",
    coalesce("核定#企业#16", 0) AS "#企业80",
    ("核定#企业#15" <> "核定#企业#16") IS TRUE AS "#企业83",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND coalesce("列入一事一议", FALSE))) AS "#企业84",
    coalesce("核定#企业#18", 0) AS "#企业86",
    ("核定#企业#17" <> "核定#企业#18") IS TRUE AS "#企业89",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND "新认定高端研发机构")) AS "#企业91",
    coalesce("核定#企业#20", 0) AS "#企业92",
    ("核定#企业#19" <> "核定#企业#20") IS TRUE AS "#企业95",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND "重点企事业单位")) AS "#企业96",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND ("领军人才创办" AND "高科技企业")) AND ("兑现记录#企业#7" < 1)) AS "#企业99",
    coalesce("核定#企业#22", 0) AS "#企业100",
    ("核定#企业#21" <> "核定#企业#22") IS TRUE AS "#企业103",
    CASE WHEN "#企业104" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业105",
    CASE WHEN "#企业104" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业106",
    ((("测算日"() - DATE '0001-01-01') >= 738280) AND ("科技型中小企业" AND "首次通过高新技术企业认定" AND "市级专项择优") AND ("兑现记录#企业#8" < 1)) AS "#企业107",
    coalesce("核定#企业#24", 0) AS "#企业108",
    ("核定#企业#23" <> "核定#企业#24") IS TRUE AS "#企业111",
    CASE WHEN "#企业112" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业113",
    CASE WHEN "#企业112" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业114",
    CASE WHEN "#企业115" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业116",
    CASE WHEN "#企业115" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业117",
    coalesce("核定#企业#26", 0) AS "#企业119",
    CASE WHEN "#企业118" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#企业#26" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#26" END END AS "#企业121",
    ("核定#企业#25" <> "核定#企业#26") IS TRUE AS "#企业122",
    CASE WHEN "#企业123" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业124",
    CASE WHEN "#企业123" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业125",
    CASE WHEN "#企业126" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业127",
    CASE WHEN "#企业126" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业128",
    CASE WHEN "#企业129" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业130",
    CASE WHEN "#企业129" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业131",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND ("高新技术企业" AND "首次通过高新技术企业认定") AND ("兑现记录#企业#9" < 1)) AS "#企业132",
    coalesce("核定#企业#28", 0) AS "#企业133",
    ("核定#企业#27" <> "核定#企业#28") IS TRUE AS "#企业136"
  FROM "企业#1" AS p),
"企业#3" AS (
  SELECT p.*,
    ("#企业3" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业4",
    ("#企业9" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业10",
    ("#企业15" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业16",
    ("#企业21" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业22",
    ("#企业27" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业28",
    ("#企业33" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业34",
    ("#企业39" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业40",
    ("#企业46" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业47",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("高新技术企业" AND ("科技企业来源" IN ('新认定', '引进')) AND CASE WHEN "#企业52" > 0 THEN CASE WHEN "#企业55" < ("#企业50" * 10) THEN TRUE WHEN "#企业54" >= ("#企业51" * 10) THEN FALSE END END AND CASE WHEN 50 <= coalesce("研发人员数", 0) THEN TRUE WHEN 50 > coalesce("研发人员数", 1000000) THEN FALSE END)) AND ("兑现记录#企业#5" < 1)) AS "#企业56",
    ("#企业62" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业63",
    ("#企业66" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业67",
    ("#企业72" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业73",
    ("#企业78" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业79",
    ("#企业84" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业85",
    CASE WHEN "#企业91" THEN least(CASE WHEN "#企业92" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业92" END, 5000000000) ELSE CAST(0 AS BIGINT) END AS "#企业93",
    CASE WHEN "#企业91" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#20" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#20" END, 5000000000) END AS "#企业94",
    CASE WHEN "#企业96" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业97",
    CASE WHEN "#企业96" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业98",
    CASE WHEN "#企业99" THEN least(CASE WHEN "#企业100" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业100" END, 2000000000) ELSE CAST(0 AS BIGINT) END AS "#企业101",
    CASE WHEN "#企业99" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#22" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#22" END, 2000000000) END AS "#企业102",
    CASE WHEN "#企业107" THEN CASE WHEN "#企业108" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业108" END ELSE CAST(0 AS BIGINT) END AS "#企业109",
    CASE WHEN "#企业107" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#企业#24" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#24" END END AS "#企业110",
    CASE WHEN "#企业118" THEN CASE WHEN "#企业119" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业119" END ELSE CAST(0 AS BIGINT) END AS "#企业120",
    CASE WHEN "#企业132" THEN CASE WHEN "#企业133" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业133" END ELSE CAST(0 AS BIGINT) END AS "#企业134",
    CASE WHEN "#企业132" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#企业#28" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#28" END END AS "#企业135"
  FROM "企业#2" AS p),
"企业#4" AS (
  SELECT p.*,
    CASE WHEN "#企业4" THEN least(CASE WHEN "#企业5" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业5" END, 5000000000) ELSE CAST(0 AS BIGINT) END AS "#企业6",
    CASE WHEN "#企业4" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#2" END, 5000000000) END AS "#企业7",
    CASE WHEN "#企业10" THEN CASE WHEN "#企业11" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业11" END ELSE CAST(0 AS BIGINT) END AS "#企业12",
    CASE WHEN "#企业10" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#企业#4" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#4" END END AS "#企业13",
    CASE WHEN "#企业16" THEN "政策·四舍五入"("#企业17", 1000000) ELSE CAST(0 AS HUGEINT) END AS "#企业19",
    CASE WHEN "#企业16" IS FALSE THEN CAST(0 AS HUGEINT) ELSE "政策·四舍五入"("#企业18", 1000000) END AS "#企业20",
    CASE WHEN "#企业22" THEN least(CASE WHEN "#企业23" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业23" END, 50000000) ELSE CAST(0 AS BIGINT) END AS "#企业24",
    CASE WHEN "#企业22" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#6" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#6" END, 50000000) END AS "#企业25",
    CASE WHEN "#企业28" THEN least(CASE WHEN "#企业29" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业29" END, 200000000) ELSE CAST(0 AS BIGINT) END AS "#企业30",
    CASE WHEN "#企业28" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#8" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#8" END, 200000000) END AS "#企业31",
    CASE WHEN "#企业34" THEN CAST("政策·四舍五入"("#企业35", 5) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#企业36",
    CASE WHEN "#企业34" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#企业35", 5) AS BIGINT) END AS "#企业37",
    CASE WHEN "#企业40" THEN least(CASE WHEN "#企业41" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业41" END, 800000000) ELSE CAST(0 AS BIGINT) END AS "#企业42",
    CASE WHEN "#企业40" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#10" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#10" END, 800000000) END AS "#企业43",
    CASE WHEN "#企业47" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#企业48",
    CASE WHEN "#企业47" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#企业49",
    ("#企业56" AND CASE WHEN coalesce("重大项目", FALSE) IS FALSE OR ("领导小组已研究" IS TRUE AND "区政府已确定" IS TRUE) THEN TRUE END) AS "#企业57",
    CASE WHEN "#企业63" THEN 500000000 ELSE CAST(0 AS BIGINT) END AS "#企业64",
    CASE WHEN "#企业63" IS FALSE THEN CAST(0 AS BIGINT) ELSE 500000000 END AS "#企业65",
    CASE WHEN "#企业67" THEN CAST("政策·四舍五入"("#企业68", 50) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#企业70",
    CASE WHEN "#企业67" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#企业69", 50) AS BIGINT) END AS "#企业71",
    CASE WHEN "#企业73" THEN least(CASE WHEN "#企业74" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业74" END, 100000000) ELSE CAST(0 AS BIGINT) END AS "#企业75",
    CASE WHEN "#企业73" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#14" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#14" END, 100000000) END AS "#企业76",
    CASE WHEN "#企业79" THEN CASE WHEN "#企业80" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业80" END ELSE CAST(0 AS BIGINT) END AS "#企业81",
    CASE WHEN "#企业79" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#企业#16" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#16" END END AS "#企业82",
    CASE WHEN "#企业85" THEN CASE WHEN "#企业86" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业86" END ELSE CAST(0 AS BIGINT) END AS "#企业87",
    CASE WHEN "#企业85" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#企业#18" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#18" END END AS "#企业88"
  FROM "企业#3" AS p),
"企业#5" AS (
  SELECT p.*,
    CASE WHEN "#企业57" THEN least(CASE WHEN "#企业58" < 0 THEN CAST(0 AS BIGINT) ELSE "#企业58" END, 20000000) ELSE CAST(0 AS BIGINT) END AS "#企业59",
    CASE WHEN "#企业57" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#企业#12" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#企业#12" END, 20000000) END AS "#企业60"
  FROM "企业#4" AS p),
"设施投入#0" AS (
  SELECT s.*, d."设施投入.设施类型", d."设施投入.重点培育", d."设施投入.投入类别", d."设施投入.投入金额", d."#行"
  FROM "设施投入#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#设施投入" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.1' AND 净额 > 0) AS "兑现记录#设施投入#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"设施投入#1" AS (
  SELECT p.*,
    coalesce("兑现记录#设施投入#和"."兑现记录#设施投入#1", 0) AS "兑现记录#设施投入#1"
  FROM "设施投入#0" AS p
  LEFT JOIN "兑现记录#设施投入" AS "兑现记录#设施投入#和" ON "兑现记录#设施投入#和"."#主键" = p."#主键" AND "兑现记录#设施投入#和"."#行" = p."#行"),
"设施投入#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("设施投入.设施类型" IN ('国家实验室', '重大科技基础设施')) AND "设施投入.重点培育" AND CASE WHEN "设施投入.投入类别" IN ('设备购置', '科研项目', '人才引进') THEN TRUE END)) AND ("兑现记录#设施投入#1" < 1)) AS "#设施投入1"
  FROM "设施投入#1" AS p),
"设施投入#3" AS (
  SELECT p.*,
    ("#设施投入1" AND "#企业2") AS "#设施投入2"
  FROM "设施投入#2" AS p),
"设施投入#4" AS (
  SELECT p.*,
    CASE WHEN "#设施投入2" THEN coalesce("设施投入.投入金额", 0) ELSE CAST(0 AS BIGINT) END AS "#设施投入3",
    CASE WHEN "#设施投入2" IS FALSE THEN CAST(0 AS BIGINT) ELSE "设施投入.投入金额" END AS "#设施投入4"
  FROM "设施投入#3" AS p),
"设施投入#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "设施投入#各行#1",
    bool_or("#设施投入2") AS "设施投入#各行#2",
    count(*) FILTER (WHERE "#设施投入2" IS NULL) AS "设施投入#各行#3",
    CAST(sum("#设施投入4") AS HUGEINT) AS "设施投入#各行#4",
    count(*) FILTER (WHERE "#设施投入4" IS NULL) AS "设施投入#各行#5",
    bool_or("#设施投入1" IS NOT FALSE) AS "设施投入#各行#6",
    CAST(sum("#设施投入3") AS HUGEINT) AS "设施投入#各行#7"
  FROM "设施投入#4"
  GROUP BY "#主键"),
"创新平台#0" AS (
  SELECT s.*, d."创新平台.平台类型", d."创新平台.新认定", d."创新平台.经认定", d."#行"
  FROM "创新平台#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#创新平台" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.2' AND 净额 > 0) AS "兑现记录#创新平台#1",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.4' AND 净额 > 0) AS "兑现记录#创新平台#2",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.5' AND 净额 > 0) AS "兑现记录#创新平台#3"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#创新平台" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创新平台#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创新平台#2",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创新平台#3",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创新平台#4",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创新平台#5",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创新平台#6"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"创新平台#1" AS (
  SELECT p.*,
    coalesce("兑现记录#创新平台#和"."兑现记录#创新平台#1", 0) AS "兑现记录#创新平台#1",
    coalesce("兑现记录#创新平台#和"."兑现记录#创新平台#2", 0) AS "兑现记录#创新平台#2",
    coalesce("兑现记录#创新平台#和"."兑现记录#创新平台#3", 0) AS "兑现记录#创新平台#3",
    "核定#创新平台#和"."核定#创新平台#1" AS "核定#创新平台#1",
    "核定#创新平台#和"."核定#创新平台#2" AS "核定#创新平台#2",
    "核定#创新平台#和"."核定#创新平台#3" AS "核定#创新平台#3",
    "核定#创新平台#和"."核定#创新平台#4" AS "核定#创新平台#4",
    "核定#创新平台#和"."核定#创新平台#5" AS "核定#创新平台#5",
    "核定#创新平台#和"."核定#创新平台#6" AS "核定#创新平台#6"
  FROM "创新平台#0" AS p
  LEFT JOIN "兑现记录#创新平台" AS "兑现记录#创新平台#和" ON "兑现记录#创新平台#和"."#主键" = p."#主键" AND "兑现记录#创新平台#和"."#行" = p."#行"
  LEFT JOIN "核定#创新平台" AS "核定#创新平台#和" ON "核定#创新平台#和"."#主键" = p."#主键" AND "核定#创新平台#和"."#行" = p."#行"),
"创新平台#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("创新平台.平台类型" = '国家科技创新基地') AND "创新平台.新认定")) AND ("兑现记录#创新平台#1" < 1)) AS "#创新平台1",
    coalesce("核定#创新平台#2", 0) AS "#创新平台3",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("创新平台.平台类型" = '市级科技园区') AND "创新平台.新认定")) AND ("兑现记录#创新平台#2" < 1)) AS "#创新平台6",
    coalesce("核定#创新平台#4", 0) AS "#创新平台8",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("创新平台.平台类型" IN ('市级科技创新基地', '众创空间', '孵化器')) AND "创新平台.经认定")) AND ("兑现记录#创新平台#3" < 1)) AS "#创新平台11",
    coalesce("核定#创新平台#6", 0) AS "#创新平台13"
  FROM "创新平台#1" AS p),
"创新平台#3" AS (
  SELECT p.*,
    ("#创新平台1" AND "#企业2") AS "#创新平台2",
    ("#创新平台6" AND "#企业2") AS "#创新平台7",
    ("#创新平台11" AND "#企业2") AS "#创新平台12"
  FROM "创新平台#2" AS p),
"创新平台#4" AS (
  SELECT p.*,
    CASE WHEN "#创新平台2" THEN least(CASE WHEN "#创新平台3" < 0 THEN CAST(0 AS BIGINT) ELSE "#创新平台3" END, 1000000000) ELSE CAST(0 AS BIGINT) END AS "#创新平台4",
    CASE WHEN "#创新平台2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#创新平台#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#创新平台#2" END, 1000000000) END AS "#创新平台5",
    CASE WHEN "#创新平台7" THEN least(CASE WHEN "#创新平台8" < 0 THEN CAST(0 AS BIGINT) ELSE "#创新平台8" END, 100000000) ELSE CAST(0 AS BIGINT) END AS "#创新平台9",
    CASE WHEN "#创新平台7" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#创新平台#4" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#创新平台#4" END, 100000000) END AS "#创新平台10",
    CASE WHEN "#创新平台12" THEN least(CASE WHEN "#创新平台13" < 0 THEN CAST(0 AS BIGINT) ELSE "#创新平台13" END, 50000000) ELSE CAST(0 AS BIGINT) END AS "#创新平台14",
    CASE WHEN "#创新平台12" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#创新平台#6" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#创新平台#6" END, 50000000) END AS "#创新平台15"
  FROM "创新平台#3" AS p),
"创新平台#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "创新平台#各行#1",
    bool_or("#创新平台2") AS "创新平台#各行#2",
    count(*) FILTER (WHERE "#创新平台2" IS NULL) AS "创新平台#各行#3",
    CAST(sum("#创新平台5") AS HUGEINT) AS "创新平台#各行#4",
    bool_or("#创新平台1" IS NOT FALSE) AS "创新平台#各行#5",
    CAST(sum("#创新平台4") AS HUGEINT) AS "创新平台#各行#6",
    bool_or(("核定#创新平台#1" <> "核定#创新平台#2") IS TRUE) AS "创新平台#各行#7",
    bool_or("#创新平台7") AS "创新平台#各行#8",
    count(*) FILTER (WHERE "#创新平台7" IS NULL) AS "创新平台#各行#9",
    CAST(sum("#创新平台10") AS HUGEINT) AS "创新平台#各行#10",
    bool_or("#创新平台6" IS NOT FALSE) AS "创新平台#各行#11",
    CAST(sum("#创新平台9") AS HUGEINT) AS "创新平台#各行#12",
    bool_or(("核定#创新平台#3" <> "核定#创新平台#4") IS TRUE) AS "创新平台#各行#13",
    bool_or("#创新平台12") AS "创新平台#各行#14",
    count(*) FILTER (WHERE "#创新平台12" IS NULL) AS "创新平台#各行#15",
    CAST(sum("#创新平台15") AS HUGEINT) AS "创新平台#各行#16",
    bool_or("#创新平台11" IS NOT FALSE) AS "创新平台#各行#17",
    CAST(sum("#创新平台14") AS HUGEINT) AS "创新平台#各行#18",
    bool_or(("核定#创新平台#5" <> "核定#创新平台#6") IS TRUE) AS "创新平台#各行#19"
  FROM "创新平台#4"
  GROUP BY "#主键"),
"绩效评价#0" AS (
  SELECT s.*, d."绩效评价.评价对象", d."绩效评价.对象经认定", d."绩效评价.评价已完成", d."#行"
  FROM "绩效评价#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#绩效评价" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.3' AND 净额 > 0) AS "兑现记录#绩效评价#1",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.6' AND 净额 > 0) AS "兑现记录#绩效评价#2",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.3' AND 净额 > 0) AS "兑现记录#绩效评价#3",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '19' AND 净额 > 0) AS "兑现记录#绩效评价#4"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#绩效评价" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#2",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.6' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#3",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '1.6' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#4",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#5",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#6",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '19' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#7",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '19' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#绩效评价#8"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"绩效评价#1" AS (
  SELECT p.*,
    coalesce("兑现记录#绩效评价#和"."兑现记录#绩效评价#1", 0) AS "兑现记录#绩效评价#1",
    coalesce("兑现记录#绩效评价#和"."兑现记录#绩效评价#2", 0) AS "兑现记录#绩效评价#2",
    coalesce("兑现记录#绩效评价#和"."兑现记录#绩效评价#3", 0) AS "兑现记录#绩效评价#3",
    coalesce("兑现记录#绩效评价#和"."兑现记录#绩效评价#4", 0) AS "兑现记录#绩效评价#4",
    "核定#绩效评价#和"."核定#绩效评价#1" AS "核定#绩效评价#1",
    "核定#绩效评价#和"."核定#绩效评价#2" AS "核定#绩效评价#2",
    "核定#绩效评价#和"."核定#绩效评价#3" AS "核定#绩效评价#3",
    "核定#绩效评价#和"."核定#绩效评价#4" AS "核定#绩效评价#4",
    "核定#绩效评价#和"."核定#绩效评价#5" AS "核定#绩效评价#5",
    "核定#绩效评价#和"."核定#绩效评价#6" AS "核定#绩效评价#6",
    "核定#绩效评价#和"."核定#绩效评价#7" AS "核定#绩效评价#7",
    "核定#绩效评价#和"."核定#绩效评价#8" AS "核定#绩效评价#8"
  FROM "绩效评价#0" AS p
  LEFT JOIN "兑现记录#绩效评价" AS "兑现记录#绩效评价#和" ON "兑现记录#绩效评价#和"."#主键" = p."#主键" AND "兑现记录#绩效评价#和"."#行" = p."#行"
  LEFT JOIN "核定#绩效评价" AS "核定#绩效评价#和" ON "核定#绩效评价#和"."#主键" = p."#主键" AND "核定#绩效评价#和"."#行" = p."#行"),
"绩效评价#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("绩效评价.评价对象" = '国家科技创新基地') AND ("绩效评价.对象经认定" AND "绩效评价.评价已完成"))) AND ("兑现记录#绩效评价#1" < 1)) AS "#绩效评价1",
    coalesce("核定#绩效评价#2", 0) AS "#绩效评价3",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("绩效评价.评价对象" IN ('市级科技创新基地', '众创空间', '孵化器')) AND ("绩效评价.对象经认定" AND "绩效评价.评价已完成"))) AND ("兑现记录#绩效评价#2" < 1)) AS "#绩效评价6",
    coalesce("核定#绩效评价#4", 0) AS "#绩效评价8",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("绩效评价.评价对象" IN ('智慧医院', '互联网医院')) AND ("绩效评价.对象经认定" AND "绩效评价.评价已完成"))) AND ("兑现记录#绩效评价#3" < 1)) AS "#绩效评价11",
    coalesce("核定#绩效评价#6", 0) AS "#绩效评价13",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("绩效评价.评价对象" = '科技创新联盟') AND ("绩效评价.对象经认定" AND "绩效评价.评价已完成"))) AND ("兑现记录#绩效评价#4" < 1)) AS "#绩效评价16",
    coalesce("核定#绩效评价#8", 0) AS "#绩效评价18"
  FROM "绩效评价#1" AS p),
"绩效评价#3" AS (
  SELECT p.*,
    ("#绩效评价1" AND "#企业2") AS "#绩效评价2",
    ("#绩效评价6" AND "#企业2") AS "#绩效评价7",
    ("#绩效评价11" AND "#企业2") AS "#绩效评价12",
    ("#绩效评价16" AND "#企业2") AS "#绩效评价17"
  FROM "绩效评价#2" AS p),
"绩效评价#4" AS (
  SELECT p.*,
    CASE WHEN "#绩效评价2" THEN least(CASE WHEN "#绩效评价3" < 0 THEN CAST(0 AS BIGINT) ELSE "#绩效评价3" END, 600000000) ELSE CAST(0 AS BIGINT) END AS "#绩效评价4",
    CASE WHEN "#绩效评价2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#绩效评价#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#绩效评价#2" END, 600000000) END AS "#绩效评价5",
    CASE WHEN "#绩效评价7" THEN least(CASE WHEN "#绩效评价8" < 0 THEN CAST(0 AS BIGINT) ELSE "#绩效评价8" END, 20000000) ELSE CAST(0 AS BIGINT) END AS "#绩效评价9",
    CASE WHEN "#绩效评价7" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#绩效评价#4" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#绩效评价#4" END, 20000000) END AS "#绩效评价10",
    CASE WHEN "#绩效评价12" THEN least(CASE WHEN "#绩效评价13" < 0 THEN CAST(0 AS BIGINT) ELSE "#绩效评价13" END, 20000000) ELSE CAST(0 AS BIGINT) END AS "#绩效评价14",
    CASE WHEN "#绩效评价12" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#绩效评价#6" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#绩效评价#6" END, 20000000) END AS "#绩效评价15",
    CASE WHEN "#绩效评价17" THEN least(CASE WHEN "#绩效评价18" < 0 THEN CAST(0 AS BIGINT) ELSE "#绩效评价18" END, 50000000) ELSE CAST(0 AS BIGINT) END AS "#绩效评价19",
    CASE WHEN "#绩效评价17" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#绩效评价#8" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#绩效评价#8" END, 50000000) END AS "#绩效评价20"
  FROM "绩效评价#3" AS p),
"绩效评价#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "绩效评价#各行#1",
    bool_or("#绩效评价2") AS "绩效评价#各行#2",
    count(*) FILTER (WHERE "#绩效评价2" IS NULL) AS "绩效评价#各行#3",
    CAST(sum("#绩效评价5") AS HUGEINT) AS "绩效评价#各行#4",
    bool_or("#绩效评价1" IS NOT FALSE) AS "绩效评价#各行#5",
    CAST(sum("#绩效评价4") AS HUGEINT) AS "绩效评价#各行#6",
    bool_or(("核定#绩效评价#1" <> "核定#绩效评价#2") IS TRUE) AS "绩效评价#各行#7",
    bool_or("#绩效评价7") AS "绩效评价#各行#8",
    count(*) FILTER (WHERE "#绩效评价7" IS NULL) AS "绩效评价#各行#9",
    CAST(sum("#绩效评价10") AS HUGEINT) AS "绩效评价#各行#10",
    bool_or("#绩效评价6" IS NOT FALSE) AS "绩效评价#各行#11",
    CAST(sum("#绩效评价9") AS HUGEINT) AS "绩效评价#各行#12",
    bool_or(("核定#绩效评价#3" <> "核定#绩效评价#4") IS TRUE) AS "绩效评价#各行#13",
    bool_or("#绩效评价12") AS "绩效评价#各行#14",
    count(*) FILTER (WHERE "#绩效评价12" IS NULL) AS "绩效评价#各行#15",
    CAST(sum("#绩效评价15") AS HUGEINT) AS "绩效评价#各行#16",
    bool_or("#绩效评价11" IS NOT FALSE) AS "绩效评价#各行#17",
    CAST(sum("#绩效评价14") AS HUGEINT) AS "绩效评价#各行#18",
    bool_or(("核定#绩效评价#5" <> "核定#绩效评价#6") IS TRUE) AS "绩效评价#各行#19",
    bool_or("#绩效评价17") AS "绩效评价#各行#20",
    count(*) FILTER (WHERE "#绩效评价17" IS NULL) AS "绩效评价#各行#21",
    CAST(sum("#绩效评价20") AS HUGEINT) AS "绩效评价#各行#22",
    bool_or("#绩效评价16" IS NOT FALSE) AS "绩效评价#各行#23",
    CAST(sum("#绩效评价19") AS HUGEINT) AS "绩效评价#各行#24",
    bool_or(("核定#绩效评价#7" <> "核定#绩效评价#8") IS TRUE) AS "绩效评价#各行#25"
  FROM "绩效评价#4"
  GROUP BY "#主键"),
"科技项目#0" AS (
  SELECT s.*, d."科技项目.项目类别", d."科技项目.承担方式", d."科技项目.项目绩效达标", d."科技项目.上年度国拨经费", d."科技项目.在本区落地转化", d."科技项目.本年度上级奖励经费", d."#行"
  FROM "科技项目#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"科技项目#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("科技项目.项目类别" IN ('国家科技重大专项', '国家重点研发计划')) AND (("科技项目.承担方式" = '牵头') AND "科技项目.项目绩效达标")))) AS "#科技项目1",
    least((coalesce("科技项目.上年度国拨经费", 0) * CAST(3 AS BIGINT)), 10000000000) AS "#科技项目3",
    least(("科技项目.上年度国拨经费" * CAST(3 AS BIGINT)), 10000000000) AS "#科技项目4",
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("科技项目.项目类别" IN ('国家科技重大专项', '国家重点研发计划', '其他国家重大科技计划', '市级重大科技计划')) AND "科技项目.在本区落地转化"))) AS "#科技项目7",
    coalesce("科技项目.本年度上级奖励经费", 0) AS "#科技项目9"
  FROM "科技项目#0" AS p),
"科技项目#2" AS (
  SELECT p.*,
    ("#科技项目1" AND "#企业2") AS "#科技项目2",
    ("#科技项目7" AND "#企业2") AS "#科技项目8"
  FROM "科技项目#1" AS p),
"科技项目#3" AS (
  SELECT p.*,
    CASE WHEN "#科技项目2" THEN CAST("政策·四舍五入"("#科技项目3", 100) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#科技项目5",
    CASE WHEN "#科技项目2" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#科技项目4", 100) AS BIGINT) END AS "#科技项目6",
    CASE WHEN "#科技项目8" THEN CAST("政策·四舍五入"("#科技项目9", 5) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#科技项目10",
    CASE WHEN "#科技项目8" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("科技项目.本年度上级奖励经费", 5) AS BIGINT) END AS "#科技项目11"
  FROM "科技项目#2" AS p),
"科技项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "科技项目#各行#1",
    bool_or("#科技项目2") AS "科技项目#各行#2",
    count(*) FILTER (WHERE "#科技项目2" IS NULL) AS "科技项目#各行#3",
    CAST(sum("#科技项目6") AS HUGEINT) AS "科技项目#各行#4",
    bool_or("#科技项目1" IS NOT FALSE) AS "科技项目#各行#5",
    CAST(sum("#科技项目5") AS HUGEINT) AS "科技项目#各行#6",
    bool_or("#科技项目8") AS "科技项目#各行#7",
    count(*) FILTER (WHERE "#科技项目8" IS NULL) AS "科技项目#各行#8",
    CAST(sum("#科技项目11") AS HUGEINT) AS "科技项目#各行#9",
    count(*) FILTER (WHERE "#科技项目11" IS NULL) AS "科技项目#各行#10",
    bool_or("#科技项目7" IS NOT FALSE) AS "科技项目#各行#11",
    CAST(sum("#科技项目10") AS HUGEINT) AS "科技项目#各行#12"
  FROM "科技项目#3"
  GROUP BY "#主键"),
"产学研项目#0" AS (
  SELECT s.*, d."产学研项目.合作经认定", d."#行"
  FROM "产学研项目#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#产学研项目" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '4.3' AND 净额 > 0) AS "兑现记录#产学研项目#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#产学研项目" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '4.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#产学研项目#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '4.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#产学研项目#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"产学研项目#1" AS (
  SELECT p.*,
    coalesce("兑现记录#产学研项目#和"."兑现记录#产学研项目#1", 0) AS "兑现记录#产学研项目#1",
    "核定#产学研项目#和"."核定#产学研项目#1" AS "核定#产学研项目#1",
    "核定#产学研项目#和"."核定#产学研项目#2" AS "核定#产学研项目#2"
  FROM "产学研项目#0" AS p
  LEFT JOIN "兑现记录#产学研项目" AS "兑现记录#产学研项目#和" ON "兑现记录#产学研项目#和"."#主键" = p."#主键" AND "兑现记录#产学研项目#和"."#行" = p."#行"
  LEFT JOIN "核定#产学研项目" AS "核定#产学研项目#和" ON "核定#产学研项目#和"."#主键" = p."#主键" AND "核定#产学研项目#和"."#行" = p."#行"),
"产学研项目#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND "产学研项目.合作经认定") AND ("兑现记录#产学研项目#1" < 1)) AS "#产学研项目1",
    coalesce("核定#产学研项目#2", 0) AS "#产学研项目3"
  FROM "产学研项目#1" AS p),
"产学研项目#3" AS (
  SELECT p.*,
    ("#产学研项目1" AND "#企业2") AS "#产学研项目2"
  FROM "产学研项目#2" AS p),
"产学研项目#4" AS (
  SELECT p.*,
    CASE WHEN "#产学研项目2" THEN least(CASE WHEN "#产学研项目3" < 0 THEN CAST(0 AS BIGINT) ELSE "#产学研项目3" END, 300000000) ELSE CAST(0 AS BIGINT) END AS "#产学研项目4",
    CASE WHEN "#产学研项目2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#产学研项目#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#产学研项目#2" END, 300000000) END AS "#产学研项目5"
  FROM "产学研项目#3" AS p),
"产学研项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "产学研项目#各行#1",
    bool_or("#产学研项目2") AS "产学研项目#各行#2",
    count(*) FILTER (WHERE "#产学研项目2" IS NULL) AS "产学研项目#各行#3",
    CAST(sum("#产学研项目5") AS HUGEINT) AS "产学研项目#各行#4",
    bool_or("#产学研项目1" IS NOT FALSE) AS "产学研项目#各行#5",
    CAST(sum("#产学研项目4") AS HUGEINT) AS "产学研项目#各行#6",
    bool_or(("核定#产学研项目#1" <> "核定#产学研项目#2") IS TRUE) AS "产学研项目#各行#7"
  FROM "产学研项目#4"
  GROUP BY "#主键"),
"软件成果#0" AS (
  SELECT s.*, d."软件成果.软件领域", d."软件成果.核心技术突破", d."软件成果.取得软件著作权", d."#行"
  FROM "软件成果#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#软件成果" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.2' AND 净额 > 0) AS "兑现记录#软件成果#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#软件成果" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#软件成果#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#软件成果#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"软件成果#1" AS (
  SELECT p.*,
    coalesce("兑现记录#软件成果#和"."兑现记录#软件成果#1", 0) AS "兑现记录#软件成果#1",
    "核定#软件成果#和"."核定#软件成果#1" AS "核定#软件成果#1",
    "核定#软件成果#和"."核定#软件成果#2" AS "核定#软件成果#2"
  FROM "软件成果#0" AS p
  LEFT JOIN "兑现记录#软件成果" AS "兑现记录#软件成果#和" ON "兑现记录#软件成果#和"."#主键" = p."#主键" AND "兑现记录#软件成果#和"."#行" = p."#行"
  LEFT JOIN "核定#软件成果" AS "核定#软件成果#和" ON "核定#软件成果#和"."#主键" = p."#主键" AND "核定#软件成果#和"."#行" = p."#行"),
"软件成果#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (CASE WHEN "软件成果.软件领域" IN ('工业软件', '基础软件', '信息安全软件') THEN TRUE END AND ("软件成果.核心技术突破" AND "软件成果.取得软件著作权"))) AND ("兑现记录#软件成果#1" < 1)) AS "#软件成果1",
    coalesce("核定#软件成果#2", 0) AS "#软件成果3"
  FROM "软件成果#1" AS p),
"软件成果#3" AS (
  SELECT p.*,
    ("#软件成果1" AND "#企业2") AS "#软件成果2"
  FROM "软件成果#2" AS p),
"软件成果#4" AS (
  SELECT p.*,
    CASE WHEN "#软件成果2" THEN least(CASE WHEN "#软件成果3" < 0 THEN CAST(0 AS BIGINT) ELSE "#软件成果3" END, 500000000) ELSE CAST(0 AS BIGINT) END AS "#软件成果4",
    CASE WHEN "#软件成果2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#软件成果#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#软件成果#2" END, 500000000) END AS "#软件成果5"
  FROM "软件成果#3" AS p),
"软件成果#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "软件成果#各行#1",
    bool_or("#软件成果2") AS "软件成果#各行#2",
    count(*) FILTER (WHERE "#软件成果2" IS NULL) AS "软件成果#各行#3",
    CAST(sum("#软件成果5") AS HUGEINT) AS "软件成果#各行#4",
    bool_or("#软件成果1" IS NOT FALSE) AS "软件成果#各行#5",
    CAST(sum("#软件成果4") AS HUGEINT) AS "软件成果#各行#6",
    bool_or(("核定#软件成果#1" <> "核定#软件成果#2") IS TRUE) AS "软件成果#各行#7"
  FROM "软件成果#4"
  GROUP BY "#主键"),
"工业互联网项目#0" AS (
  SELECT s.*, d."工业互联网项目.建设内容", d."工业互联网项目.入选级别", d."#行"
  FROM "工业互联网项目#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#工业互联网项目" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.3' AND 净额 > 0) AS "兑现记录#工业互联网项目#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#工业互联网项目" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#工业互联网项目#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#工业互联网项目#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"工业互联网项目#1" AS (
  SELECT p.*,
    coalesce("兑现记录#工业互联网项目#和"."兑现记录#工业互联网项目#1", 0) AS "兑现记录#工业互联网项目#1",
    "核定#工业互联网项目#和"."核定#工业互联网项目#1" AS "核定#工业互联网项目#1",
    "核定#工业互联网项目#和"."核定#工业互联网项目#2" AS "核定#工业互联网项目#2",
    ("工业互联网项目.入选级别" = '国家级') AS "#工业互联网项目4",
    CAST(10000000 AS BIGINT) AS "#工业互联网项目5",
    CAST(5000000 AS BIGINT) AS "#工业互联网项目6"
  FROM "工业互联网项目#0" AS p
  LEFT JOIN "兑现记录#工业互联网项目" AS "兑现记录#工业互联网项目#和" ON "兑现记录#工业互联网项目#和"."#主键" = p."#主键" AND "兑现记录#工业互联网项目#和"."#行" = p."#行"
  LEFT JOIN "核定#工业互联网项目" AS "核定#工业互联网项目#和" ON "核定#工业互联网项目#和"."#主键" = p."#主键" AND "核定#工业互联网项目#和"."#行" = p."#行"),
"工业互联网项目#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (("工业互联网项目.建设内容" IN ('工业互联网标识解析体系', '工业互联网平台')) AND ("工业互联网项目.入选级别" IN ('国家级', '市级')))) AND ("兑现记录#工业互联网项目#1" < 1)) AS "#工业互联网项目1",
    coalesce("核定#工业互联网项目#2", 0) AS "#工业互联网项目3",
    CASE WHEN "#工业互联网项目4" THEN "#工业互联网项目5" WHEN NOT "#工业互联网项目4" THEN "#工业互联网项目6" ELSE least("#工业互联网项目5", "#工业互联网项目6") END AS "#工业互联网项目7",
    CASE WHEN "#工业互联网项目4" THEN "#工业互联网项目5" WHEN NOT "#工业互联网项目4" THEN "#工业互联网项目6" ELSE greatest("#工业互联网项目5", "#工业互联网项目6") END AS "#工业互联网项目8"
  FROM "工业互联网项目#1" AS p),
"工业互联网项目#3" AS (
  SELECT p.*,
    ("#工业互联网项目1" AND "#企业2") AS "#工业互联网项目2"
  FROM "工业互联网项目#2" AS p),
"工业互联网项目#4" AS (
  SELECT p.*,
    CASE WHEN "#工业互联网项目2" THEN least(CASE WHEN "#工业互联网项目3" < 0 THEN CAST(0 AS BIGINT) ELSE "#工业互联网项目3" END, ("#工业互联网项目7" * 100)) ELSE CAST(0 AS BIGINT) END AS "#工业互联网项目9",
    CASE WHEN "#工业互联网项目2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#工业互联网项目#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#工业互联网项目#2" END, ("#工业互联网项目8" * 100)) END AS "#工业互联网项目10"
  FROM "工业互联网项目#3" AS p),
"工业互联网项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "工业互联网项目#各行#1",
    bool_or("#工业互联网项目2") AS "工业互联网项目#各行#2",
    count(*) FILTER (WHERE "#工业互联网项目2" IS NULL) AS "工业互联网项目#各行#3",
    CAST(sum("#工业互联网项目10") AS HUGEINT) AS "工业互联网项目#各行#4",
    bool_or("#工业互联网项目1" IS NOT FALSE) AS "工业互联网项目#各行#5",
    CAST(sum("#工业互联网项目9") AS HUGEINT) AS "工业互联网项目#各行#6",
    bool_or(("核定#工业互联网项目#1" <> "核定#工业互联网项目#2") IS TRUE) AS "工业互联网项目#各行#7"
  FROM "工业互联网项目#4"
  GROUP BY "#主键"),
"资质称号#0" AS (
  SELECT s.*, d."资质称号.称号", d."资质称号.称号上级奖励经费", d."#行"
  FROM "资质称号#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#资质称号" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.4' AND 净额 > 0) AS "兑现记录#资质称号#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#资质称号" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#资质称号#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '6.4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#资质称号#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"资质称号#1" AS (
  SELECT p.*,
    coalesce("兑现记录#资质称号#和"."兑现记录#资质称号#1", 0) AS "兑现记录#资质称号#1",
    "核定#资质称号#和"."核定#资质称号#1" AS "核定#资质称号#1",
    "核定#资质称号#和"."核定#资质称号#2" AS "核定#资质称号#2"
  FROM "资质称号#0" AS p
  LEFT JOIN "兑现记录#资质称号" AS "兑现记录#资质称号#和" ON "兑现记录#资质称号#和"."#主键" = p."#主键" AND "兑现记录#资质称号#和"."#行" = p."#行"
  LEFT JOIN "核定#资质称号" AS "核定#资质称号#和" ON "核定#资质称号#和"."#主键" = p."#主键" AND "核定#资质称号#和"."#行" = p."#行"),
"资质称号#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("资质称号.称号" IN ('国家级专精特新', '国家级小巨人', '市级专精特新', '市级小巨人', '市级隐形冠军'))) AND ("兑现记录#资质称号#1" < 1)) AS "#资质称号1",
    coalesce("核定#资质称号#2", 0) AS "#资质称号3",
    least((CASE WHEN "核定#资质称号#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#资质称号#2" END * CAST(2 AS BIGINT)), "资质称号.称号上级奖励经费") AS "#资质称号5"
  FROM "资质称号#1" AS p),
"资质称号#3" AS (
  SELECT p.*,
    ("#资质称号1" AND "#企业2") AS "#资质称号2",
    least((CASE WHEN "#资质称号3" < 0 THEN CAST(0 AS BIGINT) ELSE "#资质称号3" END * CAST(2 AS BIGINT)), coalesce("资质称号.称号上级奖励经费", 0)) AS "#资质称号4"
  FROM "资质称号#2" AS p),
"资质称号#4" AS (
  SELECT p.*,
    CASE WHEN "#资质称号2" THEN CAST("政策·四舍五入"("#资质称号4", 2) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#资质称号6",
    CASE WHEN "#资质称号2" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#资质称号5", 2) AS BIGINT) END AS "#资质称号7"
  FROM "资质称号#3" AS p),
"资质称号#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "资质称号#各行#1",
    bool_or("#资质称号2") AS "资质称号#各行#2",
    count(*) FILTER (WHERE "#资质称号2" IS NULL) AS "资质称号#各行#3",
    CAST(sum("#资质称号7") AS HUGEINT) AS "资质称号#各行#4",
    count(*) FILTER (WHERE "#资质称号7" IS NULL) AS "资质称号#各行#5",
    bool_or("#资质称号1" IS NOT FALSE) AS "资质称号#各行#6",
    CAST(sum("#资质称号6") AS HUGEINT) AS "资质称号#各行#7",
    bool_or(("核定#资质称号#1" <> "核定#资质称号#2") IS TRUE) AS "资质称号#各行#8"
  FROM "资质称号#4"
  GROUP BY "#主键"),
"线上平台项目#0" AS (
  SELECT s.*, d."线上平台项目.总投资额", d."#行"
  FROM "线上平台项目#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#线上平台项目" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.1' AND 净额 > 0) AS "兑现记录#线上平台项目#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#线上平台项目" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#线上平台项目#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#线上平台项目#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"线上平台项目#1" AS (
  SELECT p.*,
    coalesce("兑现记录#线上平台项目#和"."兑现记录#线上平台项目#1", 0) AS "兑现记录#线上平台项目#1",
    "核定#线上平台项目#和"."核定#线上平台项目#1" AS "核定#线上平台项目#1",
    "核定#线上平台项目#和"."核定#线上平台项目#2" AS "核定#线上平台项目#2"
  FROM "线上平台项目#0" AS p
  LEFT JOIN "兑现记录#线上平台项目" AS "兑现记录#线上平台项目#和" ON "兑现记录#线上平台项目#和"."#主键" = p."#主键" AND "兑现记录#线上平台项目#和"."#行" = p."#行"
  LEFT JOIN "核定#线上平台项目" AS "核定#线上平台项目#和" ON "核定#线上平台项目#和"."#主键" = p."#主键" AND "核定#线上平台项目#和"."#行" = p."#行"),
"线上平台项目#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND CASE WHEN 300000000 <= coalesce("线上平台项目.总投资额", 0) THEN TRUE WHEN 300000000 > "线上平台项目.总投资额" THEN FALSE END) AND ("兑现记录#线上平台项目#1" < 1)) AS "#线上平台项目1",
    coalesce("核定#线上平台项目#2", 0) AS "#线上平台项目3",
    least((CASE WHEN "核定#线上平台项目#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#线上平台项目#2" END * CAST(10 AS BIGINT)), least(("线上平台项目.总投资额" * CAST(3 AS BIGINT)), 2000000000)) AS "#线上平台项目5"
  FROM "线上平台项目#1" AS p),
"线上平台项目#3" AS (
  SELECT p.*,
    ("#线上平台项目1" AND "#企业2") AS "#线上平台项目2",
    least((CASE WHEN "#线上平台项目3" < 0 THEN CAST(0 AS BIGINT) ELSE "#线上平台项目3" END * CAST(10 AS BIGINT)), least((coalesce("线上平台项目.总投资额", 0) * CAST(3 AS BIGINT)), 2000000000)) AS "#线上平台项目4"
  FROM "线上平台项目#2" AS p),
"线上平台项目#4" AS (
  SELECT p.*,
    CASE WHEN "#线上平台项目2" THEN CAST("政策·四舍五入"("#线上平台项目4", 10) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#线上平台项目6",
    CASE WHEN "#线上平台项目2" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#线上平台项目5", 10) AS BIGINT) END AS "#线上平台项目7"
  FROM "线上平台项目#3" AS p),
"线上平台项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "线上平台项目#各行#1",
    bool_or("#线上平台项目2") AS "线上平台项目#各行#2",
    count(*) FILTER (WHERE "#线上平台项目2" IS NULL) AS "线上平台项目#各行#3",
    CAST(sum("#线上平台项目7") AS HUGEINT) AS "线上平台项目#各行#4",
    bool_or("#线上平台项目1" IS NOT FALSE) AS "线上平台项目#各行#5",
    CAST(sum("#线上平台项目6") AS HUGEINT) AS "线上平台项目#各行#6",
    bool_or(("核定#线上平台项目#1" <> "核定#线上平台项目#2") IS TRUE) AS "线上平台项目#各行#7"
  FROM "线上平台项目#4"
  GROUP BY "#主键"),
"科技分支机构#0" AS (
  SELECT s.*, d."科技分支机构.设立日期", d."#行"
  FROM "科技分支机构#读" AS d
  JOIN "企业#2" AS s ON s."#主键" = d."#主键"),
"兑现记录#科技分支机构" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.4' AND 净额 > 0) AS "兑现记录#科技分支机构#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#科技分支机构" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#科技分支机构#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '7.4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#科技分支机构#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"科技分支机构#1" AS (
  SELECT p.*,
    coalesce("兑现记录#科技分支机构#和"."兑现记录#科技分支机构#1", 0) AS "兑现记录#科技分支机构#1",
    "核定#科技分支机构#和"."核定#科技分支机构#1" AS "核定#科技分支机构#1",
    "核定#科技分支机构#和"."核定#科技分支机构#2" AS "核定#科技分支机构#2"
  FROM "科技分支机构#0" AS p
  LEFT JOIN "兑现记录#科技分支机构" AS "兑现记录#科技分支机构#和" ON "兑现记录#科技分支机构#和"."#主键" = p."#主键" AND "兑现记录#科技分支机构#和"."#行" = p."#行"
  LEFT JOIN "核定#科技分支机构" AS "核定#科技分支机构#和" ON "核定#科技分支机构#和"."#主键" = p."#主键" AND "核定#科技分支机构#和"."#行" = p."#行"),
"科技分支机构#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业38" AND CASE WHEN 737961 <= "科技分支机构.设立日期" THEN TRUE WHEN 737961 > "科技分支机构.设立日期" THEN FALSE END) AND ("兑现记录#科技分支机构#1" < 1)) AS "#科技分支机构1",
    coalesce("核定#科技分支机构#2", 0) AS "#科技分支机构3"
  FROM "科技分支机构#1" AS p),
"科技分支机构#3" AS (
  SELECT p.*,
    ("#科技分支机构1" AND "#企业2") AS "#科技分支机构2"
  FROM "科技分支机构#2" AS p),
"科技分支机构#4" AS (
  SELECT p.*,
    CASE WHEN "#科技分支机构2" THEN least(CASE WHEN "#科技分支机构3" < 0 THEN CAST(0 AS BIGINT) ELSE "#科技分支机构3" END, 50000000) ELSE CAST(0 AS BIGINT) END AS "#科技分支机构4",
    CASE WHEN "#科技分支机构2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#科技分支机构#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#科技分支机构#2" END, 50000000) END AS "#科技分支机构5"
  FROM "科技分支机构#3" AS p),
"科技分支机构#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "科技分支机构#各行#1",
    bool_or("#科技分支机构2") AS "科技分支机构#各行#2",
    count(*) FILTER (WHERE "#科技分支机构2" IS NULL) AS "科技分支机构#各行#3",
    CAST(sum("#科技分支机构5") AS HUGEINT) AS "科技分支机构#各行#4",
    bool_or("#科技分支机构1" IS NOT FALSE) AS "科技分支机构#各行#5",
    CAST(sum("#科技分支机构4") AS HUGEINT) AS "科技分支机构#各行#6",
    bool_or(("核定#科技分支机构#1" <> "核定#科技分支机构#2") IS TRUE) AS "科技分支机构#各行#7"
  FROM "科技分支机构#4"
  GROUP BY "#主键"),
"再融资#0" AS (
  SELECT s.*, d."再融资.融资方式", d."再融资.再融资额", d."#行"
  FROM "再融资#读" AS d
  JOIN "企业#2" AS s ON s."#主键" = d."#主键"),
"兑现记录#再融资" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '10.2' AND 净额 > 0) AS "兑现记录#再融资#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"再融资#1" AS (
  SELECT p.*,
    coalesce("兑现记录#再融资#和"."兑现记录#再融资#1", 0) AS "兑现记录#再融资#1",
    least(coalesce("再融资.再融资额", 0), 100000000000) AS "#再融资3",
    least("再融资.再融资额", 100000000000) AS "#再融资4"
  FROM "再融资#0" AS p
  LEFT JOIN "兑现记录#再融资" AS "兑现记录#再融资#和" ON "兑现记录#再融资#和"."#主键" = p."#主键" AND "兑现记录#再融资#和"."#行" = p."#行"),
"再融资#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业45" AND CASE WHEN "再融资.融资方式" IN ('增发', '配股', '发行可转债') THEN TRUE END) AND ("兑现记录#再融资#1" < 1)) AS "#再融资1"
  FROM "再融资#1" AS p),
"再融资#3" AS (
  SELECT p.*,
    ("#再融资1" AND "#企业2") AS "#再融资2"
  FROM "再融资#2" AS p),
"再融资#4" AS (
  SELECT p.*,
    CASE WHEN "#再融资2" THEN CAST("政策·四舍五入"("#再融资3", 500) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#再融资5",
    CASE WHEN "#再融资2" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#再融资4", 500) AS BIGINT) END AS "#再融资6"
  FROM "再融资#3" AS p),
"再融资#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "再融资#各行#1",
    bool_or("#再融资2") AS "再融资#各行#2",
    count(*) FILTER (WHERE "#再融资2" IS NULL) AS "再融资#各行#3",
    CAST(sum("#再融资6") AS HUGEINT) AS "再融资#各行#4",
    bool_or("#再融资1" IS NOT FALSE) AS "再融资#各行#5",
    CAST(sum("#再融资5") AS HUGEINT) AS "再融资#各行#6"
  FROM "再融资#4"
  GROUP BY "#主键"),
"国外发明专利#0" AS (
  SELECT s.*, d."国外发明专利.取得途径", d."国外发明专利.领域", d."#行"
  FROM "国外发明专利#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#国外发明专利" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '14' AND 净额 > 0) AS "兑现记录#国外发明专利#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#国外发明专利" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '14' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#国外发明专利#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '14' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#国外发明专利#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"国外发明专利#1" AS (
  SELECT p.*,
    coalesce("兑现记录#国外发明专利#和"."兑现记录#国外发明专利#1", 0) AS "兑现记录#国外发明专利#1",
    "核定#国外发明专利#和"."核定#国外发明专利#1" AS "核定#国外发明专利#1",
    "核定#国外发明专利#和"."核定#国外发明专利#2" AS "核定#国外发明专利#2",
    ("国外发明专利.领域" = '区块链') AS "#国外发明专利4",
    CAST(100000 AS BIGINT) AS "#国外发明专利5",
    CAST(20000 AS BIGINT) AS "#国外发明专利6"
  FROM "国外发明专利#0" AS p
  LEFT JOIN "兑现记录#国外发明专利" AS "兑现记录#国外发明专利#和" ON "兑现记录#国外发明专利#和"."#主键" = p."#主键" AND "兑现记录#国外发明专利#和"."#行" = p."#行"
  LEFT JOIN "核定#国外发明专利" AS "核定#国外发明专利#和" ON "核定#国外发明专利#和"."#主键" = p."#主键" AND "核定#国外发明专利#和"."#行" = p."#行"),
"国外发明专利#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("国外发明专利.取得途径" IN ('国内途径', 'PCT途径'))) AND ("兑现记录#国外发明专利#1" < 1)) AS "#国外发明专利1",
    coalesce("核定#国外发明专利#2", 0) AS "#国外发明专利3",
    CASE WHEN "#国外发明专利4" THEN "#国外发明专利5" WHEN NOT "#国外发明专利4" THEN "#国外发明专利6" ELSE least("#国外发明专利5", "#国外发明专利6") END AS "#国外发明专利7",
    CASE WHEN "#国外发明专利4" THEN "#国外发明专利5" WHEN NOT "#国外发明专利4" THEN "#国外发明专利6" ELSE greatest("#国外发明专利5", "#国外发明专利6") END AS "#国外发明专利8"
  FROM "国外发明专利#1" AS p),
"国外发明专利#3" AS (
  SELECT p.*,
    ("#国外发明专利1" AND "#企业2") AS "#国外发明专利2"
  FROM "国外发明专利#2" AS p),
"国外发明专利#4" AS (
  SELECT p.*,
    CASE WHEN "#国外发明专利2" THEN least(CASE WHEN "#国外发明专利3" < 0 THEN CAST(0 AS BIGINT) ELSE "#国外发明专利3" END, ("#国外发明专利7" * 100)) ELSE CAST(0 AS BIGINT) END AS "#国外发明专利9",
    CASE WHEN "#国外发明专利2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#国外发明专利#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#国外发明专利#2" END, ("#国外发明专利8" * 100)) END AS "#国外发明专利10"
  FROM "国外发明专利#3" AS p),
"国外发明专利#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "国外发明专利#各行#1",
    bool_or("#国外发明专利2") AS "国外发明专利#各行#2",
    count(*) FILTER (WHERE "#国外发明专利2" IS NULL) AS "国外发明专利#各行#3",
    CAST(sum("#国外发明专利10") AS HUGEINT) AS "国外发明专利#各行#4",
    bool_or("#国外发明专利1" IS NOT FALSE) AS "国外发明专利#各行#5",
    CAST(sum("#国外发明专利9") AS HUGEINT) AS "国外发明专利#各行#6",
    bool_or(("核定#国外发明专利#1" <> "核定#国外发明专利#2") IS TRUE) AS "国外发明专利#各行#7"
  FROM "国外发明专利#4"
  GROUP BY "#主键"),
"城市更新应用#0" AS (
  SELECT s.*, d."城市更新应用.应用领域", d."城市更新应用.应用经认定", d."#行"
  FROM "城市更新应用#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#城市更新应用" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '16.2' AND 净额 > 0) AS "兑现记录#城市更新应用#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#城市更新应用" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '16.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#城市更新应用#1",
    max(金额) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '16.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#城市更新应用#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"城市更新应用#1" AS (
  SELECT p.*,
    coalesce("兑现记录#城市更新应用#和"."兑现记录#城市更新应用#1", 0) AS "兑现记录#城市更新应用#1",
    "核定#城市更新应用#和"."核定#城市更新应用#1" AS "核定#城市更新应用#1",
    "核定#城市更新应用#和"."核定#城市更新应用#2" AS "核定#城市更新应用#2"
  FROM "城市更新应用#0" AS p
  LEFT JOIN "兑现记录#城市更新应用" AS "兑现记录#城市更新应用#和" ON "兑现记录#城市更新应用#和"."#主键" = p."#主键" AND "兑现记录#城市更新应用#和"."#行" = p."#行"
  LEFT JOIN "核定#城市更新应用" AS "核定#城市更新应用#和" ON "核定#城市更新应用#和"."#主键" = p."#主键" AND "核定#城市更新应用#和"."#行" = p."#行"),
"城市更新应用#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND (CASE WHEN "城市更新应用.应用领域" IN ('老旧小区改造', '楼宇智能升级') THEN TRUE END AND "城市更新应用.应用经认定")) AND ("兑现记录#城市更新应用#1" < 1)) AS "#城市更新应用1",
    coalesce("核定#城市更新应用#2", 0) AS "#城市更新应用3"
  FROM "城市更新应用#1" AS p),
"城市更新应用#3" AS (
  SELECT p.*,
    ("#城市更新应用1" AND "#企业2") AS "#城市更新应用2"
  FROM "城市更新应用#2" AS p),
"城市更新应用#4" AS (
  SELECT p.*,
    CASE WHEN "#城市更新应用2" THEN least(CASE WHEN "#城市更新应用3" < 0 THEN CAST(0 AS BIGINT) ELSE "#城市更新应用3" END, 500000000) ELSE CAST(0 AS BIGINT) END AS "#城市更新应用4",
    CASE WHEN "#城市更新应用2" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#城市更新应用#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#城市更新应用#2" END, 500000000) END AS "#城市更新应用5"
  FROM "城市更新应用#3" AS p),
"城市更新应用#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "城市更新应用#各行#1",
    bool_or("#城市更新应用2") AS "城市更新应用#各行#2",
    count(*) FILTER (WHERE "#城市更新应用2" IS NULL) AS "城市更新应用#各行#3",
    CAST(sum("#城市更新应用5") AS HUGEINT) AS "城市更新应用#各行#4",
    bool_or("#城市更新应用1" IS NOT FALSE) AS "城市更新应用#各行#5",
    CAST(sum("#城市更新应用4") AS HUGEINT) AS "城市更新应用#各行#6",
    bool_or(("核定#城市更新应用#1" <> "核定#城市更新应用#2") IS TRUE) AS "城市更新应用#各行#7"
  FROM "城市更新应用#4"
  GROUP BY "#主键"),
"成果转化项目#0" AS (
  SELECT s.*, d."成果转化项目.落地区县", d."成果转化项目.本年度市级奖补资金", d."#行"
  FROM "成果转化项目#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"成果转化项目#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("成果转化项目.落地区县" = '渝中区'))) AS "#成果转化项目1",
    coalesce("成果转化项目.本年度市级奖补资金", 0) AS "#成果转化项目3"
  FROM "成果转化项目#0" AS p),
"成果转化项目#2" AS (
  SELECT p.*,
    ("#成果转化项目1" AND "#企业2") AS "#成果转化项目2"
  FROM "成果转化项目#1" AS p),
"成果转化项目#3" AS (
  SELECT p.*,
    CASE WHEN "#成果转化项目2" THEN CAST("政策·四舍五入"("#成果转化项目3", 2) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#成果转化项目4",
    CASE WHEN "#成果转化项目2" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("成果转化项目.本年度市级奖补资金", 2) AS BIGINT) END AS "#成果转化项目5"
  FROM "成果转化项目#2" AS p),
"成果转化项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "成果转化项目#各行#1",
    bool_or("#成果转化项目2") AS "成果转化项目#各行#2",
    count(*) FILTER (WHERE "#成果转化项目2" IS NULL) AS "成果转化项目#各行#3",
    CAST(sum("#成果转化项目5") AS HUGEINT) AS "成果转化项目#各行#4",
    count(*) FILTER (WHERE "#成果转化项目5" IS NULL) AS "成果转化项目#各行#5",
    bool_or("#成果转化项目1" IS NOT FALSE) AS "成果转化项目#各行#6",
    CAST(sum("#成果转化项目4") AS HUGEINT) AS "成果转化项目#各行#7"
  FROM "成果转化项目#3"
  GROUP BY "#主键"),
"主题活动#0" AS (
  SELECT s.*, d."主题活动.已认定", d."主题活动.协同举办", d."主题活动.实际费用", d."#行"
  FROM "主题活动#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"兑现记录#主题活动" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝中府办〔2021〕13号' AND 条款 = '20' AND 净额 > 0) AS "兑现记录#主题活动#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"主题活动#1" AS (
  SELECT p.*,
    coalesce("兑现记录#主题活动#和"."兑现记录#主题活动#1", 0) AS "兑现记录#主题活动#1",
    least((coalesce("主题活动.实际费用", 0) * CAST(3 AS BIGINT)), 1000000000) AS "#主题活动3",
    least(("主题活动.实际费用" * CAST(3 AS BIGINT)), 1000000000) AS "#主题活动4"
  FROM "主题活动#0" AS p
  LEFT JOIN "兑现记录#主题活动" AS "兑现记录#主题活动#和" ON "兑现记录#主题活动#和"."#主键" = p."#主键" AND "兑现记录#主题活动#和"."#行" = p."#行"),
"主题活动#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737961) AND ("#企业1" AND ("主题活动.已认定" AND "主题活动.协同举办")) AND ("兑现记录#主题活动#1" < 1)) AS "#主题活动1"
  FROM "主题活动#1" AS p),
"主题活动#3" AS (
  SELECT p.*,
    ("#主题活动1" AND "#企业2") AS "#主题活动2"
  FROM "主题活动#2" AS p),
"主题活动#4" AS (
  SELECT p.*,
    CASE WHEN "#主题活动2" THEN CAST("政策·四舍五入"("#主题活动3", 10) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#主题活动5",
    CASE WHEN "#主题活动2" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#主题活动4", 10) AS BIGINT) END AS "#主题活动6"
  FROM "主题活动#3" AS p),
"主题活动#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "主题活动#各行#1",
    bool_or("#主题活动2") AS "主题活动#各行#2",
    count(*) FILTER (WHERE "#主题活动2" IS NULL) AS "主题活动#各行#3",
    CAST(sum("#主题活动6") AS HUGEINT) AS "主题活动#各行#4",
    bool_or("#主题活动1" IS NOT FALSE) AS "主题活动#各行#5",
    CAST(sum("#主题活动5") AS HUGEINT) AS "主题活动#各行#6"
  FROM "主题活动#4"
  GROUP BY "#主键"),
"示范区研发机构#0" AS (
  SELECT s.*, d."示范区研发机构.新型研发机构", d."示范区研发机构.新型研发机构有效期", d."示范区研发机构.事业单位性质", d."示范区研发机构.享受进口税收政策", d."#行"
  FROM "示范区研发机构#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"示范区研发机构#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND ("示范区研发机构.新型研发机构" AND CASE WHEN ("测算日"() - DATE '0001-01-01') <= "示范区研发机构.新型研发机构有效期" THEN TRUE WHEN ("测算日"() - DATE '0001-01-01') > "示范区研发机构.新型研发机构有效期" THEN FALSE END))) AS "#示范区研发机构1",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND (("示范区研发机构.事业单位性质" AND "示范区研发机构.新型研发机构") OR "示范区研发机构.享受进口税收政策"))) AS "#示范区研发机构4"
  FROM "示范区研发机构#0" AS p),
"示范区研发机构#2" AS (
  SELECT p.*,
    CASE WHEN "#示范区研发机构1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区研发机构2",
    CASE WHEN "#示范区研发机构1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区研发机构3",
    CASE WHEN "#示范区研发机构4" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区研发机构5",
    CASE WHEN "#示范区研发机构4" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区研发机构6"
  FROM "示范区研发机构#1" AS p),
"示范区研发机构#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "示范区研发机构#各行#1",
    bool_or("#示范区研发机构1") AS "示范区研发机构#各行#2",
    count(*) FILTER (WHERE "#示范区研发机构1" IS NULL) AS "示范区研发机构#各行#3",
    CAST(sum("#示范区研发机构3") AS BIGINT) AS "示范区研发机构#各行#4",
    bool_or("#示范区研发机构1" IS NOT FALSE) AS "示范区研发机构#各行#5",
    CAST(sum("#示范区研发机构2") AS BIGINT) AS "示范区研发机构#各行#6",
    bool_or("#示范区研发机构4") AS "示范区研发机构#各行#7",
    count(*) FILTER (WHERE "#示范区研发机构4" IS NULL) AS "示范区研发机构#各行#8",
    CAST(sum("#示范区研发机构6") AS BIGINT) AS "示范区研发机构#各行#9",
    bool_or("#示范区研发机构4" IS NOT FALSE) AS "示范区研发机构#各行#10",
    CAST(sum("#示范区研发机构5") AS BIGINT) AS "示范区研发机构#各行#11"
  FROM "示范区研发机构#2"
  GROUP BY "#主键"),
"双创基地#0" AS (
  SELECT s.*, d."双创基地.双创基地类别", d."双创基地.双创基地级别", d."#行"
  FROM "双创基地#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"双创基地#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND (("双创基地.双创基地类别" IN ('小型微型企业创新创业示范基地', '创业孵化示范基地')) AND ("双创基地.双创基地级别" IN ('国家级', '市级'))))) AS "#双创基地1"
  FROM "双创基地#0" AS p),
"双创基地#2" AS (
  SELECT p.*,
    CASE WHEN "#双创基地1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#双创基地2",
    CASE WHEN "#双创基地1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#双创基地3"
  FROM "双创基地#1" AS p),
"双创基地#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "双创基地#各行#1",
    bool_or("#双创基地1") AS "双创基地#各行#2",
    count(*) FILTER (WHERE "#双创基地1" IS NULL) AS "双创基地#各行#3",
    CAST(sum("#双创基地3") AS BIGINT) AS "双创基地#各行#4",
    bool_or("#双创基地1" IS NOT FALSE) AS "双创基地#各行#5",
    CAST(sum("#双创基地2") AS BIGINT) AS "双创基地#各行#6"
  FROM "双创基地#2"
  GROUP BY "#主键"),
"示范区项目#0" AS (
  SELECT s.*, d."示范区项目.申请用地", d."示范区项目.示范区产业", d."示范区项目.列入重点项目库", d."示范区项目.重点环节或重点企业", d."示范区项目.符合中央预算内条件", d."示范区项目.环保领域", d."示范区项目.产业集群级别", d."示范区项目.银企合作", d."#行"
  FROM "示范区项目#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"示范区项目#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND ("示范区项目.申请用地" AND ("示范区项目.示范区产业" IN ('新型基础设施', '战略性新兴产业', '支柱产业'))))) AS "#示范区项目1",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND "示范区项目.列入重点项目库")) AS "#示范区项目4",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND ("示范区项目.重点环节或重点企业" AND CASE WHEN "示范区项目.示范区产业" IN ('战略性新兴产业', '支柱产业', '现代服务') THEN TRUE END))) AS "#示范区项目7",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND ("示范区项目.符合中央预算内条件" AND CASE WHEN "示范区项目.环保领域" IN ('生态文明建设', '节能环保') THEN TRUE END))) AS "#示范区项目10",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND (("示范区项目.产业集群级别" IN ('国家级', '市级')) AND "示范区项目.银企合作"))) AS "#示范区项目13"
  FROM "示范区项目#0" AS p),
"示范区项目#2" AS (
  SELECT p.*,
    CASE WHEN "#示范区项目1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区项目2",
    CASE WHEN "#示范区项目1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区项目3",
    CASE WHEN "#示范区项目4" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区项目5",
    CASE WHEN "#示范区项目4" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区项目6",
    CASE WHEN "#示范区项目7" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区项目8",
    CASE WHEN "#示范区项目7" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区项目9",
    CASE WHEN "#示范区项目10" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区项目11",
    CASE WHEN "#示范区项目10" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区项目12",
    CASE WHEN "#示范区项目13" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区项目14",
    CASE WHEN "#示范区项目13" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区项目15"
  FROM "示范区项目#1" AS p),
"示范区项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "示范区项目#各行#1",
    bool_or("#示范区项目1") AS "示范区项目#各行#2",
    count(*) FILTER (WHERE "#示范区项目1" IS NULL) AS "示范区项目#各行#3",
    CAST(sum("#示范区项目3") AS BIGINT) AS "示范区项目#各行#4",
    bool_or("#示范区项目1" IS NOT FALSE) AS "示范区项目#各行#5",
    CAST(sum("#示范区项目2") AS BIGINT) AS "示范区项目#各行#6",
    bool_or("#示范区项目4") AS "示范区项目#各行#7",
    count(*) FILTER (WHERE "#示范区项目4" IS NULL) AS "示范区项目#各行#8",
    CAST(sum("#示范区项目6") AS BIGINT) AS "示范区项目#各行#9",
    bool_or("#示范区项目4" IS NOT FALSE) AS "示范区项目#各行#10",
    CAST(sum("#示范区项目5") AS BIGINT) AS "示范区项目#各行#11",
    bool_or("#示范区项目7") AS "示范区项目#各行#12",
    count(*) FILTER (WHERE "#示范区项目7" IS NULL) AS "示范区项目#各行#13",
    CAST(sum("#示范区项目9") AS BIGINT) AS "示范区项目#各行#14",
    bool_or("#示范区项目7" IS NOT FALSE) AS "示范区项目#各行#15",
    CAST(sum("#示范区项目8") AS BIGINT) AS "示范区项目#各行#16",
    bool_or("#示范区项目10") AS "示范区项目#各行#17",
    count(*) FILTER (WHERE "#示范区项目10" IS NULL) AS "示范区项目#各行#18",
    CAST(sum("#示范区项目12") AS BIGINT) AS "示范区项目#各行#19",
    bool_or("#示范区项目10" IS NOT FALSE) AS "示范区项目#各行#20",
    CAST(sum("#示范区项目11") AS BIGINT) AS "示范区项目#各行#21",
    bool_or("#示范区项目13") AS "示范区项目#各行#22",
    count(*) FILTER (WHERE "#示范区项目13" IS NULL) AS "示范区项目#各行#23",
    CAST(sum("#示范区项目15") AS BIGINT) AS "示范区项目#各行#24",
    bool_or("#示范区项目13" IS NOT FALSE) AS "示范区项目#各行#25",
    CAST(sum("#示范区项目14") AS BIGINT) AS "示范区项目#各行#26"
  FROM "示范区项目#2"
  GROUP BY "#主键"),
"示范区园区#0" AS (
  SELECT s.*, d."示范区园区.符合循环创建条件", d."示范区园区.园区性质", d."示范区园区.重点产业发展", d."示范区园区.特色产业基地", d."#行"
  FROM "示范区园区#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"示范区园区#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND "示范区园区.符合循环创建条件")) AS "#示范区园区1",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND (("示范区园区.园区性质" IN ('示范园区', '重点园区')) AND "示范区园区.重点产业发展"))) AS "#示范区园区4",
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND "示范区园区.特色产业基地")) AS "#示范区园区7"
  FROM "示范区园区#0" AS p),
"示范区园区#2" AS (
  SELECT p.*,
    CASE WHEN "#示范区园区1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区园区2",
    CASE WHEN "#示范区园区1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区园区3",
    CASE WHEN "#示范区园区4" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区园区5",
    CASE WHEN "#示范区园区4" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区园区6",
    CASE WHEN "#示范区园区7" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#示范区园区8",
    CASE WHEN "#示范区园区7" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#示范区园区9"
  FROM "示范区园区#1" AS p),
"示范区园区#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "示范区园区#各行#1",
    bool_or("#示范区园区1") AS "示范区园区#各行#2",
    count(*) FILTER (WHERE "#示范区园区1" IS NULL) AS "示范区园区#各行#3",
    CAST(sum("#示范区园区3") AS BIGINT) AS "示范区园区#各行#4",
    bool_or("#示范区园区1" IS NOT FALSE) AS "示范区园区#各行#5",
    CAST(sum("#示范区园区2") AS BIGINT) AS "示范区园区#各行#6",
    bool_or("#示范区园区4") AS "示范区园区#各行#7",
    count(*) FILTER (WHERE "#示范区园区4" IS NULL) AS "示范区园区#各行#8",
    CAST(sum("#示范区园区6") AS BIGINT) AS "示范区园区#各行#9",
    bool_or("#示范区园区4" IS NOT FALSE) AS "示范区园区#各行#10",
    CAST(sum("#示范区园区5") AS BIGINT) AS "示范区园区#各行#11",
    bool_or("#示范区园区7") AS "示范区园区#各行#12",
    count(*) FILTER (WHERE "#示范区园区7" IS NULL) AS "示范区园区#各行#13",
    CAST(sum("#示范区园区9") AS BIGINT) AS "示范区园区#各行#14",
    bool_or("#示范区园区7" IS NOT FALSE) AS "示范区园区#各行#15",
    CAST(sum("#示范区园区8") AS BIGINT) AS "示范区园区#各行#16"
  FROM "示范区园区#2"
  GROUP BY "#主键"),
"创业投资基金#0" AS (
  SELECT s.*, d."创业投资基金.投资科创项目", d."创业投资基金.实缴金额", d."#行"
  FROM "创业投资基金#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"创业投资基金#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND ("创业投资基金.投资科创项目" AND CASE WHEN 3000000000 <= coalesce("创业投资基金.实缴金额", 0) THEN TRUE WHEN 3000000000 > "创业投资基金.实缴金额" THEN FALSE END))) AS "#创业投资基金1"
  FROM "创业投资基金#0" AS p),
"创业投资基金#2" AS (
  SELECT p.*,
    CASE WHEN "#创业投资基金1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#创业投资基金2",
    CASE WHEN "#创业投资基金1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#创业投资基金3"
  FROM "创业投资基金#1" AS p),
"创业投资基金#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "创业投资基金#各行#1",
    bool_or("#创业投资基金1") AS "创业投资基金#各行#2",
    count(*) FILTER (WHERE "#创业投资基金1" IS NULL) AS "创业投资基金#各行#3",
    CAST(sum("#创业投资基金3") AS BIGINT) AS "创业投资基金#各行#4",
    bool_or("#创业投资基金1" IS NOT FALSE) AS "创业投资基金#各行#5",
    CAST(sum("#创业投资基金2") AS BIGINT) AS "创业投资基金#各行#6"
  FROM "创业投资基金#2"
  GROUP BY "#主键"),
"股权投资#0" AS (
  SELECT s.*, d."股权投资.领军人才类投资", d."股权投资.到位日期", d."#行"
  FROM "股权投资#读" AS d
  JOIN "企业#1" AS s ON s."#主键" = d."#主键"),
"股权投资#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738155) AND ("#企业90" AND ("股权投资.领军人才类投资" AND CASE WHEN "政策·月移"("股权投资.到位日期", 36) <= ("测算日"() - DATE '0001-01-01') THEN TRUE WHEN "政策·月移"("股权投资.到位日期", 36) > ("测算日"() - DATE '0001-01-01') THEN FALSE END))) AS "#股权投资1"
  FROM "股权投资#0" AS p),
"股权投资#2" AS (
  SELECT p.*,
    CASE WHEN "#股权投资1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#股权投资2",
    CASE WHEN "#股权投资1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#股权投资3"
  FROM "股权投资#1" AS p),
"股权投资#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "股权投资#各行#1",
    bool_or("#股权投资1") AS "股权投资#各行#2",
    count(*) FILTER (WHERE "#股权投资1" IS NULL) AS "股权投资#各行#3",
    CAST(sum("#股权投资3") AS BIGINT) AS "股权投资#各行#4",
    bool_or("#股权投资1" IS NOT FALSE) AS "股权投资#各行#5",
    CAST(sum("#股权投资2") AS BIGINT) AS "股权投资#各行#6"
  FROM "股权投资#2"
  GROUP BY "#主键"),
"引进平台#0" AS (
  SELECT *
  FROM "引进平台#读"),
"兑现记录#引进平台" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '1.1' AND 净额 > 0) AS "兑现记录#引进平台#1",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '2.1' AND 净额 > 0) AS "兑现记录#引进平台#2",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '3' AND 净额 > 0) AS "兑现记录#引进平台#3",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '6' AND 净额 > 0) AS "兑现记录#引进平台#4"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#引进平台" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '1.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#1",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '1.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#2",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '1.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#3",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '1.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#4",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '1.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#5",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '1.3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#6",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '2.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#7",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '2.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#8",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '2.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#9",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '2.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#10",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#11",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#12",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '6' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#13",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '6' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#14",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '7.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#15",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '7.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进平台#16"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"引进平台#1" AS (
  SELECT p.*,
    coalesce("兑现记录#引进平台#和"."兑现记录#引进平台#1", 0) AS "兑现记录#引进平台#1",
    coalesce("兑现记录#引进平台#和"."兑现记录#引进平台#2", 0) AS "兑现记录#引进平台#2",
    coalesce("兑现记录#引进平台#和"."兑现记录#引进平台#3", 0) AS "兑现记录#引进平台#3",
    coalesce("兑现记录#引进平台#和"."兑现记录#引进平台#4", 0) AS "兑现记录#引进平台#4",
    "核定#引进平台#和"."核定#引进平台#1" AS "核定#引进平台#1",
    "核定#引进平台#和"."核定#引进平台#2" AS "核定#引进平台#2",
    "核定#引进平台#和"."核定#引进平台#3" AS "核定#引进平台#3",
    "核定#引进平台#和"."核定#引进平台#4" AS "核定#引进平台#4",
    "核定#引进平台#和"."核定#引进平台#5" AS "核定#引进平台#5",
    "核定#引进平台#和"."核定#引进平台#6" AS "核定#引进平台#6",
    "核定#引进平台#和"."核定#引进平台#7" AS "核定#引进平台#7",
    "核定#引进平台#和"."核定#引进平台#8" AS "核定#引进平台#8",
    "核定#引进平台#和"."核定#引进平台#9" AS "核定#引进平台#9",
    "核定#引进平台#和"."核定#引进平台#10" AS "核定#引进平台#10",
    "核定#引进平台#和"."核定#引进平台#11" AS "核定#引进平台#11",
    "核定#引进平台#和"."核定#引进平台#12" AS "核定#引进平台#12",
    "核定#引进平台#和"."核定#引进平台#13" AS "核定#引进平台#13",
    "核定#引进平台#和"."核定#引进平台#14" AS "核定#引进平台#14",
    "核定#引进平台#和"."核定#引进平台#15" AS "核定#引进平台#15",
    "核定#引进平台#和"."核定#引进平台#16" AS "核定#引进平台#16",
    ((CAST("年度"() AS BIGINT) + (-1)) + (-year("政策·日"("引进平台.评定日期")))) AS "#引进平台5",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" = '高端研发机构') AND "引进平台.引进建设")) AS "#引进平台10",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" = '科技成果转化基地') AND ("引进平台.引进建设" AND "引进平台.上年度转化绩效已评价"))) AS "#引进平台30",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND ("引进平台.引进建设" AND "引进平台.参与创办科技型企业")) AS "#引进平台34",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" IN ('高端研发机构', '其他研发机构')) AND "引进平台.引进建设")) AS "#引进平台37",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND ("引进平台.引进建设" AND "引进平台.符合种子基金条件")) AS "#引进平台40",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND "引进平台.引进建设") AS "#引进平台43",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND ("引进平台.引进建设" AND "引进平台.符合优惠政策条件")) AS "#引进平台46"
  FROM "引进平台#0" AS p
  LEFT JOIN "兑现记录#引进平台" AS "兑现记录#引进平台#和" ON "兑现记录#引进平台#和"."#主键" = p."#主键" AND "兑现记录#引进平台#和"."#行" = p."#行"
  LEFT JOIN "核定#引进平台" AS "核定#引进平台#和" ON "核定#引进平台#和"."#主键" = p."#主键" AND "核定#引进平台#和"."#行" = p."#行"),
"引进平台#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" = '高端研发机构') AND ("引进平台.引进建设" AND "引进平台.经评定")) AND ("兑现记录#引进平台#1" < 1)) AS "#引进平台1",
    coalesce("核定#引进平台#2", 0) AS "#引进平台2",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" = '高端研发机构') AND ("引进平台.引进建设" AND "引进平台.经评定")) AND (CASE WHEN 0 <= "#引进平台5" THEN TRUE WHEN 0 > "#引进平台5" THEN FALSE END AND CASE WHEN "#引进平台5" < 4 THEN TRUE WHEN "#引进平台5" >= 4 THEN FALSE END)) AS "#引进平台6",
    coalesce("核定#引进平台#4", 0) AS "#引进平台7",
    coalesce("核定#引进平台#6", 0) AS "#引进平台11",
    CASE WHEN "#引进平台10" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#引进平台#6" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#6" END END AS "#引进平台13",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" IN ('联合研发基地', '国家级科技创新基地')) AND ("引进平台.引进建设" AND "引进平台.经评定")) AND ("兑现记录#引进平台#2" < 1)) AS "#引进平台14",
    coalesce("核定#引进平台#8", 0) AS "#引进平台15",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" IN ('联合研发基地', '国家级科技创新基地')) AND ("引进平台.引进建设" AND "引进平台.经评定")) AND (CASE WHEN 0 <= "#引进平台5" THEN TRUE WHEN 0 > "#引进平台5" THEN FALSE END AND CASE WHEN "#引进平台5" < 3 THEN TRUE WHEN "#引进平台5" >= 3 THEN FALSE END)) AS "#引进平台18",
    coalesce("核定#引进平台#10", 0) AS "#引进平台19",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进平台类型" IN ('科技成果转化基地', '技术转移转化服务机构')) AND ("引进平台.引进建设" AND "引进平台.经评定")) AND ("兑现记录#引进平台#3" < 1)) AS "#引进平台22",
    coalesce("核定#引进平台#12", 0) AS "#引进平台23",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进平台.引进建设" AND "引进平台.高层次人才团队组建") AND CASE WHEN "引进平台.牵头人才" IN ('诺贝尔奖获得者', '图灵奖获得者', '两院院士') THEN TRUE END) AND ("兑现记录#引进平台#4" < 1)) AS "#引进平台26",
    coalesce("核定#引进平台#14", 0) AS "#引进平台27",
    coalesce("核定#引进平台#16", 0) AS "#引进平台31",
    CASE WHEN "#引进平台30" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#引进平台#16" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#16" END, 100000000) END AS "#引进平台33",
    CASE WHEN "#引进平台34" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#引进平台35",
    CASE WHEN "#引进平台34" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#引进平台36",
    CASE WHEN "#引进平台37" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#引进平台38",
    CASE WHEN "#引进平台37" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#引进平台39",
    CASE WHEN "#引进平台40" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#引进平台41",
    CASE WHEN "#引进平台40" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#引进平台42",
    CASE WHEN "#引进平台43" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#引进平台44",
    CASE WHEN "#引进平台43" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#引进平台45",
    CASE WHEN "#引进平台46" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#引进平台47",
    CASE WHEN "#引进平台46" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#引进平台48"
  FROM "引进平台#1" AS p),
"引进平台#3" AS (
  SELECT p.*,
    CASE WHEN "#引进平台1" THEN least(CASE WHEN "#引进平台2" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台2" END, 1000000000) ELSE CAST(0 AS BIGINT) END AS "#引进平台3",
    CASE WHEN "#引进平台1" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#引进平台#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#2" END, 1000000000) END AS "#引进平台4",
    CASE WHEN "#引进平台6" THEN least(CASE WHEN "#引进平台7" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台7" END, 1000000000) ELSE CAST(0 AS BIGINT) END AS "#引进平台8",
    CASE WHEN "#引进平台6" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#引进平台#4" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#4" END, 1000000000) END AS "#引进平台9",
    CASE WHEN "#引进平台10" THEN CASE WHEN "#引进平台11" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台11" END ELSE CAST(0 AS BIGINT) END AS "#引进平台12",
    CASE WHEN "#引进平台14" THEN least(CASE WHEN "#引进平台15" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台15" END, 200000000) ELSE CAST(0 AS BIGINT) END AS "#引进平台16",
    CASE WHEN "#引进平台14" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#引进平台#8" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#8" END, 200000000) END AS "#引进平台17",
    CASE WHEN "#引进平台18" THEN least(CASE WHEN "#引进平台19" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台19" END, 500000000) ELSE CAST(0 AS BIGINT) END AS "#引进平台20",
    CASE WHEN "#引进平台18" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#引进平台#10" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#10" END, 500000000) END AS "#引进平台21",
    CASE WHEN "#引进平台22" THEN least(CASE WHEN "#引进平台23" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台23" END, 200000000) ELSE CAST(0 AS BIGINT) END AS "#引进平台24",
    CASE WHEN "#引进平台22" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#引进平台#12" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#12" END, 200000000) END AS "#引进平台25",
    CASE WHEN "#引进平台26" THEN least(CASE WHEN "#引进平台27" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台27" END, 1000000000) ELSE CAST(0 AS BIGINT) END AS "#引进平台28",
    CASE WHEN "#引进平台26" IS FALSE THEN CAST(0 AS BIGINT) ELSE least(CASE WHEN "核定#引进平台#14" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进平台#14" END, 1000000000) END AS "#引进平台29",
    CASE WHEN "#引进平台30" THEN least(CASE WHEN "#引进平台31" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进平台31" END, 100000000) ELSE CAST(0 AS BIGINT) END AS "#引进平台32"
  FROM "引进平台#2" AS p),
"引进平台#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737419) IS NOT FALSE) AS "引进平台#各行#1",
    bool_or("#引进平台1") AS "引进平台#各行#2",
    count(*) FILTER (WHERE "#引进平台1" IS NULL) AS "引进平台#各行#3",
    CAST(sum("#引进平台4") AS HUGEINT) AS "引进平台#各行#4",
    bool_or("#引进平台1" IS NOT FALSE) AS "引进平台#各行#5",
    CAST(sum("#引进平台3") AS HUGEINT) AS "引进平台#各行#6",
    bool_or(("核定#引进平台#1" <> "核定#引进平台#2") IS TRUE) AS "引进平台#各行#7",
    bool_or("#引进平台6") AS "引进平台#各行#8",
    count(*) FILTER (WHERE "#引进平台6" IS NULL) AS "引进平台#各行#9",
    CAST(sum("#引进平台9") AS HUGEINT) AS "引进平台#各行#10",
    bool_or("#引进平台6" IS NOT FALSE) AS "引进平台#各行#11",
    CAST(sum("#引进平台8") AS HUGEINT) AS "引进平台#各行#12",
    bool_or(("核定#引进平台#3" <> "核定#引进平台#4") IS TRUE) AS "引进平台#各行#13",
    bool_or("#引进平台10") AS "引进平台#各行#14",
    count(*) FILTER (WHERE "#引进平台10" IS NULL) AS "引进平台#各行#15",
    CAST(sum("#引进平台13") AS HUGEINT) AS "引进平台#各行#16",
    count(*) FILTER (WHERE "#引进平台13" IS NULL) AS "引进平台#各行#17",
    bool_or("#引进平台10" IS NOT FALSE) AS "引进平台#各行#18",
    CAST(sum("#引进平台12") AS HUGEINT) AS "引进平台#各行#19",
    bool_or(("核定#引进平台#5" <> "核定#引进平台#6") IS TRUE) AS "引进平台#各行#20",
    bool_or("#引进平台14") AS "引进平台#各行#21",
    count(*) FILTER (WHERE "#引进平台14" IS NULL) AS "引进平台#各行#22",
    CAST(sum("#引进平台17") AS HUGEINT) AS "引进平台#各行#23",
    bool_or("#引进平台14" IS NOT FALSE) AS "引进平台#各行#24",
    CAST(sum("#引进平台16") AS HUGEINT) AS "引进平台#各行#25",
    bool_or(("核定#引进平台#7" <> "核定#引进平台#8") IS TRUE) AS "引进平台#各行#26",
    bool_or("#引进平台18") AS "引进平台#各行#27",
    count(*) FILTER (WHERE "#引进平台18" IS NULL) AS "引进平台#各行#28",
    CAST(sum("#引进平台21") AS HUGEINT) AS "引进平台#各行#29",
    bool_or("#引进平台18" IS NOT FALSE) AS "引进平台#各行#30",
    CAST(sum("#引进平台20") AS HUGEINT) AS "引进平台#各行#31",
    bool_or(("核定#引进平台#9" <> "核定#引进平台#10") IS TRUE) AS "引进平台#各行#32",
    bool_or("#引进平台22") AS "引进平台#各行#33",
    count(*) FILTER (WHERE "#引进平台22" IS NULL) AS "引进平台#各行#34",
    CAST(sum("#引进平台25") AS HUGEINT) AS "引进平台#各行#35",
    bool_or("#引进平台22" IS NOT FALSE) AS "引进平台#各行#36",
    CAST(sum("#引进平台24") AS HUGEINT) AS "引进平台#各行#37",
    bool_or(("核定#引进平台#11" <> "核定#引进平台#12") IS TRUE) AS "引进平台#各行#38",
    bool_or("#引进平台26") AS "引进平台#各行#39",
    count(*) FILTER (WHERE "#引进平台26" IS NULL) AS "引进平台#各行#40",
    CAST(sum("#引进平台29") AS HUGEINT) AS "引进平台#各行#41",
    bool_or("#引进平台26" IS NOT FALSE) AS "引进平台#各行#42",
    CAST(sum("#引进平台28") AS HUGEINT) AS "引进平台#各行#43",
    bool_or(("核定#引进平台#13" <> "核定#引进平台#14") IS TRUE) AS "引进平台#各行#44",
    bool_or("#引进平台30") AS "引进平台#各行#45",
    count(*) FILTER (WHERE "#引进平台30" IS NULL) AS "引进平台#各行#46",
    CAST(sum("#引进平台33") AS HUGEINT) AS "引进平台#各行#47",
    bool_or("#引进平台30" IS NOT FALSE) AS "引进平台#各行#48",
    CAST(sum("#引进平台32") AS HUGEINT) AS "引进平台#各行#49",
    bool_or(("核定#引进平台#15" <> "核定#引进平台#16") IS TRUE) AS "引进平台#各行#50",
    bool_or("#引进平台34") AS "引进平台#各行#51",
    count(*) FILTER (WHERE "#引进平台34" IS NULL) AS "引进平台#各行#52",
    CAST(sum("#引进平台36") AS BIGINT) AS "引进平台#各行#53",
    bool_or("#引进平台34" IS NOT FALSE) AS "引进平台#各行#54",
    CAST(sum("#引进平台35") AS BIGINT) AS "引进平台#各行#55",
    bool_or("#引进平台37") AS "引进平台#各行#56",
    count(*) FILTER (WHERE "#引进平台37" IS NULL) AS "引进平台#各行#57",
    CAST(sum("#引进平台39") AS BIGINT) AS "引进平台#各行#58",
    bool_or("#引进平台37" IS NOT FALSE) AS "引进平台#各行#59",
    CAST(sum("#引进平台38") AS BIGINT) AS "引进平台#各行#60",
    bool_or("#引进平台40") AS "引进平台#各行#61",
    count(*) FILTER (WHERE "#引进平台40" IS NULL) AS "引进平台#各行#62",
    CAST(sum("#引进平台42") AS BIGINT) AS "引进平台#各行#63",
    bool_or("#引进平台40" IS NOT FALSE) AS "引进平台#各行#64",
    CAST(sum("#引进平台41") AS BIGINT) AS "引进平台#各行#65",
    bool_or("#引进平台43") AS "引进平台#各行#66",
    count(*) FILTER (WHERE "#引进平台43" IS NULL) AS "引进平台#各行#67",
    CAST(sum("#引进平台45") AS BIGINT) AS "引进平台#各行#68",
    bool_or("#引进平台43" IS NOT FALSE) AS "引进平台#各行#69",
    CAST(sum("#引进平台44") AS BIGINT) AS "引进平台#各行#70",
    bool_or("#引进平台46") AS "引进平台#各行#71",
    count(*) FILTER (WHERE "#引进平台46" IS NULL) AS "引进平台#各行#72",
    CAST(sum("#引进平台48") AS BIGINT) AS "引进平台#各行#73",
    bool_or("#引进平台46" IS NOT FALSE) AS "引进平台#各行#74",
    CAST(sum("#引进平台47") AS BIGINT) AS "引进平台#各行#75"
  FROM "引进平台#3"
  GROUP BY "#主键"),
"引进项目#0" AS (
  SELECT *
  FROM "引进项目#读"),
"核定#引进项目" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进项目#1",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '4' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进项目#2",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进项目#3",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '5' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进项目#4",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '9' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进项目#5",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '9' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#引进项目#6"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"引进项目#1" AS (
  SELECT p.*,
    "核定#引进项目#和"."核定#引进项目#1" AS "核定#引进项目#1",
    "核定#引进项目#和"."核定#引进项目#2" AS "核定#引进项目#2",
    "核定#引进项目#和"."核定#引进项目#3" AS "核定#引进项目#3",
    "核定#引进项目#和"."核定#引进项目#4" AS "核定#引进项目#4",
    "核定#引进项目#和"."核定#引进项目#5" AS "核定#引进项目#5",
    "核定#引进项目#和"."核定#引进项目#6" AS "核定#引进项目#6",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进项目.引进项目类型" = '合作办学') AND ("引进项目.引进合作" AND "引进项目.推动双一流建设"))) AS "#引进项目1",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND (("引进项目.引进项目类型" = '建设任务') AND "引进项目.引进合作" AND CASE WHEN "引进项目.建设任务" IN ('大科学装置', '大科学计划与大科学工程', '国家实验室', '国家产业创新中心') THEN TRUE END)) AS "#引进项目5",
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND ("引进项目.引进合作" AND "引进项目.引进重大项目")) AS "#引进项目9"
  FROM "引进项目#0" AS p
  LEFT JOIN "核定#引进项目" AS "核定#引进项目#和" ON "核定#引进项目#和"."#主键" = p."#主键" AND "核定#引进项目#和"."#行" = p."#行"),
"引进项目#2" AS (
  SELECT p.*,
    coalesce("核定#引进项目#2", 0) AS "#引进项目2",
    CASE WHEN "#引进项目1" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#引进项目#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进项目#2" END END AS "#引进项目4",
    coalesce("核定#引进项目#4", 0) AS "#引进项目6",
    CASE WHEN "#引进项目5" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#引进项目#4" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进项目#4" END END AS "#引进项目8",
    coalesce("核定#引进项目#6", 0) AS "#引进项目10",
    CASE WHEN "#引进项目9" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#引进项目#6" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#引进项目#6" END END AS "#引进项目12"
  FROM "引进项目#1" AS p),
"引进项目#3" AS (
  SELECT p.*,
    CASE WHEN "#引进项目1" THEN CASE WHEN "#引进项目2" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进项目2" END ELSE CAST(0 AS BIGINT) END AS "#引进项目3",
    CASE WHEN "#引进项目5" THEN CASE WHEN "#引进项目6" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进项目6" END ELSE CAST(0 AS BIGINT) END AS "#引进项目7",
    CASE WHEN "#引进项目9" THEN CASE WHEN "#引进项目10" < 0 THEN CAST(0 AS BIGINT) ELSE "#引进项目10" END ELSE CAST(0 AS BIGINT) END AS "#引进项目11"
  FROM "引进项目#2" AS p),
"引进项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737419) IS NOT FALSE) AS "引进项目#各行#1",
    bool_or("#引进项目1") AS "引进项目#各行#2",
    count(*) FILTER (WHERE "#引进项目1" IS NULL) AS "引进项目#各行#3",
    CAST(sum("#引进项目4") AS HUGEINT) AS "引进项目#各行#4",
    count(*) FILTER (WHERE "#引进项目4" IS NULL) AS "引进项目#各行#5",
    bool_or("#引进项目1" IS NOT FALSE) AS "引进项目#各行#6",
    CAST(sum("#引进项目3") AS HUGEINT) AS "引进项目#各行#7",
    bool_or(("核定#引进项目#1" <> "核定#引进项目#2") IS TRUE) AS "引进项目#各行#8",
    bool_or("#引进项目5") AS "引进项目#各行#9",
    count(*) FILTER (WHERE "#引进项目5" IS NULL) AS "引进项目#各行#10",
    CAST(sum("#引进项目8") AS HUGEINT) AS "引进项目#各行#11",
    count(*) FILTER (WHERE "#引进项目8" IS NULL) AS "引进项目#各行#12",
    bool_or("#引进项目5" IS NOT FALSE) AS "引进项目#各行#13",
    CAST(sum("#引进项目7") AS HUGEINT) AS "引进项目#各行#14",
    bool_or(("核定#引进项目#3" <> "核定#引进项目#4") IS TRUE) AS "引进项目#各行#15",
    bool_or("#引进项目9") AS "引进项目#各行#16",
    count(*) FILTER (WHERE "#引进项目9" IS NULL) AS "引进项目#各行#17",
    CAST(sum("#引进项目12") AS HUGEINT) AS "引进项目#各行#18",
    count(*) FILTER (WHERE "#引进项目12" IS NULL) AS "引进项目#各行#19",
    bool_or("#引进项目9" IS NOT FALSE) AS "引进项目#各行#20",
    CAST(sum("#引进项目11") AS HUGEINT) AS "引进项目#各行#21",
    bool_or(("核定#引进项目#5" <> "核定#引进项目#6") IS TRUE) AS "引进项目#各行#22"
  FROM "引进项目#3"
  GROUP BY "#主键"),
"转化成果#0" AS (
  SELECT *
  FROM "转化成果#读"),
"兑现记录#转化成果" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2019〕126号' AND 条款 = '7.1' AND 净额 > 0) AS "兑现记录#转化成果#1"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"转化成果#1" AS (
  SELECT p.*,
    coalesce("兑现记录#转化成果#和"."兑现记录#转化成果#1", 0) AS "兑现记录#转化成果#1",
    least(coalesce("转化成果.技术合同实际到账额", 0), 2000000000) AS "#转化成果2",
    least("转化成果.技术合同实际到账额", 2000000000) AS "#转化成果3"
  FROM "转化成果#0" AS p
  LEFT JOIN "兑现记录#转化成果" AS "兑现记录#转化成果#和" ON "兑现记录#转化成果#和"."#主键" = p."#主键" AND "兑现记录#转化成果#和"."#行" = p."#行"),
"转化成果#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 737419) AND ("转化成果.引进机构科研人员" AND "转化成果.在渝转化成功") AND ("兑现记录#转化成果#1" < 1)) AS "#转化成果1"
  FROM "转化成果#1" AS p),
"转化成果#3" AS (
  SELECT p.*,
    CASE WHEN "#转化成果1" THEN CAST("政策·四舍五入"("#转化成果2", 20) AS BIGINT) ELSE CAST(0 AS BIGINT) END AS "#转化成果4",
    CASE WHEN "#转化成果1" IS FALSE THEN CAST(0 AS BIGINT) ELSE CAST("政策·四舍五入"("#转化成果3", 20) AS BIGINT) END AS "#转化成果5"
  FROM "转化成果#2" AS p),
"转化成果#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 737419) IS NOT FALSE) AS "转化成果#各行#1",
    bool_or("#转化成果1") AS "转化成果#各行#2",
    count(*) FILTER (WHERE "#转化成果1" IS NULL) AS "转化成果#各行#3",
    CAST(sum("#转化成果5") AS HUGEINT) AS "转化成果#各行#4",
    bool_or("#转化成果1" IS NOT FALSE) AS "转化成果#各行#5",
    CAST(sum("#转化成果4") AS HUGEINT) AS "转化成果#各行#6"
  FROM "转化成果#3"
  GROUP BY "#主键"),
"创业投资#0" AS (
  SELECT s.*, d."创业投资.投向初创期科技型中小企业", d."创业投资.投向科技企业", d."#行"
  FROM "创业投资#读" AS d
  JOIN "企业#0" AS s ON s."#主键" = d."#主键"),
"兑现记录#创业投资" AS (
  SELECT "#主键", "#行",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '13' AND 净额 > 0) AS "兑现记录#创业投资#1",
    count(*) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保3' AND 净额 > 0) AS "兑现记录#创业投资#2"
  FROM "兑现记录#年"
  GROUP BY "#主键", "#行"),
"核定#创业投资" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '13' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创业投资#1",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '13' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创业投资#2",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创业投资#3",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保3' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#创业投资#4"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"创业投资#1" AS (
  SELECT p.*,
    coalesce("兑现记录#创业投资#和"."兑现记录#创业投资#1", 0) AS "兑现记录#创业投资#1",
    coalesce("兑现记录#创业投资#和"."兑现记录#创业投资#2", 0) AS "兑现记录#创业投资#2",
    "核定#创业投资#和"."核定#创业投资#1" AS "核定#创业投资#1",
    "核定#创业投资#和"."核定#创业投资#2" AS "核定#创业投资#2",
    "核定#创业投资#和"."核定#创业投资#3" AS "核定#创业投资#3",
    "核定#创业投资#和"."核定#创业投资#4" AS "核定#创业投资#4"
  FROM "创业投资#0" AS p
  LEFT JOIN "兑现记录#创业投资" AS "兑现记录#创业投资#和" ON "兑现记录#创业投资#和"."#主键" = p."#主键" AND "兑现记录#创业投资#和"."#行" = p."#行"
  LEFT JOIN "核定#创业投资" AS "核定#创业投资#和" ON "核定#创业投资#和"."#主键" = p."#主键" AND "核定#创业投资#和"."#行" = p."#行"),
"创业投资#2" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738280) AND ("创投基金公司" AND "创业投资.投向初创期科技型中小企业") AND ("兑现记录#创业投资#1" < 1)) AS "#创业投资1",
    coalesce("核定#创业投资#2", 0) AS "#创业投资2",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND ("私募基金" AND "创业投资.投向科技企业") AND ("兑现记录#创业投资#2" < 1)) AS "#创业投资5",
    coalesce("核定#创业投资#4", 0) AS "#创业投资6"
  FROM "创业投资#1" AS p),
"创业投资#3" AS (
  SELECT p.*,
    CASE WHEN "#创业投资1" THEN CASE WHEN "#创业投资2" < 0 THEN CAST(0 AS BIGINT) ELSE "#创业投资2" END ELSE CAST(0 AS BIGINT) END AS "#创业投资3",
    CASE WHEN "#创业投资1" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#创业投资#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#创业投资#2" END END AS "#创业投资4",
    CASE WHEN "#创业投资5" THEN CASE WHEN "#创业投资6" < 0 THEN CAST(0 AS BIGINT) ELSE "#创业投资6" END ELSE CAST(0 AS BIGINT) END AS "#创业投资7",
    CASE WHEN "#创业投资5" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#创业投资#4" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#创业投资#4" END END AS "#创业投资8"
  FROM "创业投资#2" AS p),
"创业投资#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738280) IS NOT FALSE) AS "创业投资#各行#1",
    bool_or("#创业投资1") AS "创业投资#各行#2",
    count(*) FILTER (WHERE "#创业投资1" IS NULL) AS "创业投资#各行#3",
    CAST(sum("#创业投资4") AS HUGEINT) AS "创业投资#各行#4",
    count(*) FILTER (WHERE "#创业投资4" IS NULL) AS "创业投资#各行#5",
    bool_or("#创业投资1" IS NOT FALSE) AS "创业投资#各行#6",
    CAST(sum("#创业投资3") AS HUGEINT) AS "创业投资#各行#7",
    bool_or(("核定#创业投资#1" <> "核定#创业投资#2") IS TRUE) AS "创业投资#各行#8",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738607) IS NOT FALSE) AS "创业投资#各行#9",
    bool_or("#创业投资5") AS "创业投资#各行#10",
    count(*) FILTER (WHERE "#创业投资5" IS NULL) AS "创业投资#各行#11",
    CAST(sum("#创业投资8") AS HUGEINT) AS "创业投资#各行#12",
    count(*) FILTER (WHERE "#创业投资8" IS NULL) AS "创业投资#各行#13",
    bool_or("#创业投资5" IS NOT FALSE) AS "创业投资#各行#14",
    CAST(sum("#创业投资7") AS HUGEINT) AS "创业投资#各行#15",
    bool_or(("核定#创业投资#3" <> "核定#创业投资#4") IS TRUE) AS "创业投资#各行#16"
  FROM "创业投资#3"
  GROUP BY "#主键"),
"孵化载体#0" AS (
  SELECT *
  FROM "孵化载体#读"),
"核定#孵化载体" AS (
  SELECT "#主键", "#行",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保4.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#孵化载体#1",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2023〕26号' AND 条款 = '保4.1' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#孵化载体#2"
  FROM "核定#读"
  GROUP BY "#主键", "#行"),
"孵化载体#1" AS (
  SELECT p.*,
    "核定#孵化载体#和"."核定#孵化载体#1" AS "核定#孵化载体#1",
    "核定#孵化载体#和"."核定#孵化载体#2" AS "核定#孵化载体#2",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND (("孵化载体.载体类型" = '大型创新创业孵化社区') AND CASE WHEN 5000000000 <= coalesce("孵化载体.载体面积", 0) THEN TRUE WHEN 5000000000 > "孵化载体.载体面积" THEN FALSE END)) AS "#孵化载体1",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND (("孵化载体.载体类型" = '大型科技企业孵化园') AND CASE WHEN 1000000000 <= coalesce("孵化载体.载体面积", 0) THEN TRUE WHEN 1000000000 > "孵化载体.载体面积" THEN FALSE END)) AS "#孵化载体4",
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND "孵化载体.孵化绩效达标") AS "#孵化载体7"
  FROM "孵化载体#0" AS p
  LEFT JOIN "核定#孵化载体" AS "核定#孵化载体#和" ON "核定#孵化载体#和"."#主键" = p."#主键" AND "核定#孵化载体#和"."#行" = p."#行"),
"孵化载体#2" AS (
  SELECT p.*,
    CASE WHEN "#孵化载体1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#孵化载体2",
    CASE WHEN "#孵化载体1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#孵化载体3",
    CASE WHEN "#孵化载体4" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#孵化载体5",
    CASE WHEN "#孵化载体4" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#孵化载体6",
    coalesce("核定#孵化载体#2", 0) AS "#孵化载体8",
    CASE WHEN "#孵化载体7" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#孵化载体#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#孵化载体#2" END END AS "#孵化载体10"
  FROM "孵化载体#1" AS p),
"孵化载体#3" AS (
  SELECT p.*,
    CASE WHEN "#孵化载体7" THEN CASE WHEN "#孵化载体8" < 0 THEN CAST(0 AS BIGINT) ELSE "#孵化载体8" END ELSE CAST(0 AS BIGINT) END AS "#孵化载体9"
  FROM "孵化载体#2" AS p),
"孵化载体#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738607) IS NOT FALSE) AS "孵化载体#各行#1",
    bool_or("#孵化载体1") AS "孵化载体#各行#2",
    count(*) FILTER (WHERE "#孵化载体1" IS NULL) AS "孵化载体#各行#3",
    CAST(sum("#孵化载体3") AS BIGINT) AS "孵化载体#各行#4",
    bool_or("#孵化载体1" IS NOT FALSE) AS "孵化载体#各行#5",
    CAST(sum("#孵化载体2") AS BIGINT) AS "孵化载体#各行#6",
    bool_or("#孵化载体4") AS "孵化载体#各行#7",
    count(*) FILTER (WHERE "#孵化载体4" IS NULL) AS "孵化载体#各行#8",
    CAST(sum("#孵化载体6") AS BIGINT) AS "孵化载体#各行#9",
    bool_or("#孵化载体4" IS NOT FALSE) AS "孵化载体#各行#10",
    CAST(sum("#孵化载体5") AS BIGINT) AS "孵化载体#各行#11",
    bool_or("#孵化载体7") AS "孵化载体#各行#12",
    count(*) FILTER (WHERE "#孵化载体7" IS NULL) AS "孵化载体#各行#13",
    CAST(sum("#孵化载体10") AS HUGEINT) AS "孵化载体#各行#14",
    count(*) FILTER (WHERE "#孵化载体10" IS NULL) AS "孵化载体#各行#15",
    bool_or("#孵化载体7" IS NOT FALSE) AS "孵化载体#各行#16",
    CAST(sum("#孵化载体9") AS HUGEINT) AS "孵化载体#各行#17",
    bool_or(("核定#孵化载体#1" <> "核定#孵化载体#2") IS TRUE) AS "孵化载体#各行#18"
  FROM "孵化载体#3"
  GROUP BY "#主键"),
"产业投资项目#0" AS (
  SELECT *
  FROM "产业投资项目#读"),
"产业投资项目#1" AS (
  SELECT p.*,
    ((("测算日"() - DATE '0001-01-01') >= 738607) AND (("产业投资项目.投资项目类别" IN ('高新技术产业项目', '科技企业投资项目')) AND "产业投资项目.投资项目符合条件")) AS "#产业投资项目1"
  FROM "产业投资项目#0" AS p),
"产业投资项目#2" AS (
  SELECT p.*,
    CASE WHEN "#产业投资项目1" THEN 0 ELSE CAST(0 AS BIGINT) END AS "#产业投资项目2",
    CASE WHEN "#产业投资项目1" IS FALSE THEN CAST(0 AS BIGINT) ELSE 0 END AS "#产业投资项目3"
  FROM "产业投资项目#1" AS p),
"产业投资项目#各行" AS (
  SELECT "#主键",
    bool_or((("测算日"() - DATE '0001-01-01') >= 738607) IS NOT FALSE) AS "产业投资项目#各行#1",
    bool_or("#产业投资项目1") AS "产业投资项目#各行#2",
    count(*) FILTER (WHERE "#产业投资项目1" IS NULL) AS "产业投资项目#各行#3",
    CAST(sum("#产业投资项目3") AS BIGINT) AS "产业投资项目#各行#4",
    bool_or("#产业投资项目1" IS NOT FALSE) AS "产业投资项目#各行#5",
    CAST(sum("#产业投资项目2") AS BIGINT) AS "产业投资项目#各行#6"
  FROM "产业投资项目#2"
  GROUP BY "#主键"),
"企业#结果#0" AS (
  SELECT * FROM "企业#5"),
"企业#结果#1" AS (
  SELECT p.*,
    "设施投入#各行#和"."设施投入#各行#1" AS "设施投入#各行#1",
    coalesce("设施投入#各行#和"."设施投入#各行#2", FALSE) AS "设施投入#各行#2",
    coalesce("设施投入#各行#和"."设施投入#各行#3", 0) AS "设施投入#各行#3",
    coalesce("设施投入#各行#和"."设施投入#各行#4", 0) AS "设施投入#各行#4",
    coalesce("设施投入#各行#和"."设施投入#各行#5", 0) AS "设施投入#各行#5",
    coalesce("设施投入#各行#和"."设施投入#各行#6", FALSE) AS "设施投入#各行#6",
    coalesce("设施投入#各行#和"."设施投入#各行#7", 0) AS "设施投入#各行#7",
    "创新平台#各行#和"."创新平台#各行#1" AS "创新平台#各行#1",
    coalesce("创新平台#各行#和"."创新平台#各行#2", FALSE) AS "创新平台#各行#2",
    coalesce("创新平台#各行#和"."创新平台#各行#3", 0) AS "创新平台#各行#3",
    coalesce("创新平台#各行#和"."创新平台#各行#4", 0) AS "创新平台#各行#4",
    coalesce("创新平台#各行#和"."创新平台#各行#5", FALSE) AS "创新平台#各行#5",
    coalesce("创新平台#各行#和"."创新平台#各行#6", 0) AS "创新平台#各行#6",
    coalesce("创新平台#各行#和"."创新平台#各行#7", FALSE) AS "创新平台#各行#7",
    coalesce("创新平台#各行#和"."创新平台#各行#8", FALSE) AS "创新平台#各行#8",
    coalesce("创新平台#各行#和"."创新平台#各行#9", 0) AS "创新平台#各行#9",
    coalesce("创新平台#各行#和"."创新平台#各行#10", 0) AS "创新平台#各行#10",
    coalesce("创新平台#各行#和"."创新平台#各行#11", FALSE) AS "创新平台#各行#11",
    coalesce("创新平台#各行#和"."创新平台#各行#12", 0) AS "创新平台#各行#12",
    coalesce("创新平台#各行#和"."创新平台#各行#13", FALSE) AS "创新平台#各行#13",
    coalesce("创新平台#各行#和"."创新平台#各行#14", FALSE) AS "创新平台#各行#14",
    coalesce("创新平台#各行#和"."创新平台#各行#15", 0) AS "创新平台#各行#15",
    coalesce("创新平台#各行#和"."创新平台#各行#16", 0) AS "创新平台#各行#16",
    coalesce("创新平台#各行#和"."创新平台#各行#17", FALSE) AS "创新平台#各行#17",
    coalesce("创新平台#各行#和"."创新平台#各行#18", 0) AS "创新平台#各行#18",
    coalesce("创新平台#各行#和"."创新平台#各行#19", FALSE) AS "创新平台#各行#19",
    "绩效评价#各行#和"."绩效评价#各行#1" AS "绩效评价#各行#1",
    coalesce("绩效评价#各行#和"."绩效评价#各行#2", FALSE) AS "绩效评价#各行#2",
    coalesce("绩效评价#各行#和"."绩效评价#各行#3", 0) AS "绩效评价#各行#3",
    coalesce("绩效评价#各行#和"."绩效评价#各行#4", 0) AS "绩效评价#各行#4",
    coalesce("绩效评价#各行#和"."绩效评价#各行#5", FALSE) AS "绩效评价#各行#5",
    coalesce("绩效评价#各行#和"."绩效评价#各行#6", 0) AS "绩效评价#各行#6",
    coalesce("绩效评价#各行#和"."绩效评价#各行#7", FALSE) AS "绩效评价#各行#7",
    coalesce("绩效评价#各行#和"."绩效评价#各行#8", FALSE) AS "绩效评价#各行#8",
    coalesce("绩效评价#各行#和"."绩效评价#各行#9", 0) AS "绩效评价#各行#9",
    coalesce("绩效评价#各行#和"."绩效评价#各行#10", 0) AS "绩效评价#各行#10",
    coalesce("绩效评价#各行#和"."绩效评价#各行#11", FALSE) AS "绩效评价#各行#11",
    coalesce("绩效评价#各行#和"."绩效评价#各行#12", 0) AS "绩效评价#各行#12",
    coalesce("绩效评价#各行#和"."绩效评价#各行#13", FALSE) AS "绩效评价#各行#13",
    coalesce("绩效评价#各行#和"."绩效评价#各行#14", FALSE) AS "绩效评价#各行#14",
    coalesce("绩效评价#各行#和"."绩效评价#各行#15", 0) AS "绩效评价#各行#15",
    coalesce("绩效评价#各行#和"."绩效评价#各行#16", 0) AS "绩效评价#各行#16",
    coalesce("绩效评价#各行#和"."绩效评价#各行#17", FALSE) AS "绩效评价#各行#17",
    coalesce("绩效评价#各行#和"."绩效评价#各行#18", 0) AS "绩效评价#各行#18",
    coalesce("绩效评价#各行#和"."绩效评价#各行#19", FALSE) AS "绩效评价#各行#19",
    coalesce("绩效评价#各行#和"."绩效评价#各行#20", FALSE) AS "绩效评价#各行#20",
    coalesce("绩效评价#各行#和"."绩效评价#各行#21", 0) AS "绩效评价#各行#21",
    coalesce("绩效评价#各行#和"."绩效评价#各行#22", 0) AS "绩效评价#各行#22",
    coalesce("绩效评价#各行#和"."绩效评价#各行#23", FALSE) AS "绩效评价#各行#23",
    coalesce("绩效评价#各行#和"."绩效评价#各行#24", 0) AS "绩效评价#各行#24",
    coalesce("绩效评价#各行#和"."绩效评价#各行#25", FALSE) AS "绩效评价#各行#25",
    "科技项目#各行#和"."科技项目#各行#1" AS "科技项目#各行#1",
    coalesce("科技项目#各行#和"."科技项目#各行#2", FALSE) AS "科技项目#各行#2",
    coalesce("科技项目#各行#和"."科技项目#各行#3", 0) AS "科技项目#各行#3",
    coalesce("科技项目#各行#和"."科技项目#各行#4", 0) AS "科技项目#各行#4",
    coalesce("科技项目#各行#和"."科技项目#各行#5", FALSE) AS "科技项目#各行#5",
    coalesce("科技项目#各行#和"."科技项目#各行#6", 0) AS "科技项目#各行#6",
    coalesce("科技项目#各行#和"."科技项目#各行#7", FALSE) AS "科技项目#各行#7",
    coalesce("科技项目#各行#和"."科技项目#各行#8", 0) AS "科技项目#各行#8",
    coalesce("科技项目#各行#和"."科技项目#各行#9", 0) AS "科技项目#各行#9",
    coalesce("科技项目#各行#和"."科技项目#各行#10", 0) AS "科技项目#各行#10",
    coalesce("科技项目#各行#和"."科技项目#各行#11", FALSE) AS "科技项目#各行#11",
    coalesce("科技项目#各行#和"."科技项目#各行#12", 0) AS "科技项目#各行#12",
    "产学研项目#各行#和"."产学研项目#各行#1" AS "产学研项目#各行#1",
    coalesce("产学研项目#各行#和"."产学研项目#各行#2", FALSE) AS "产学研项目#各行#2",
    coalesce("产学研项目#各行#和"."产学研项目#各行#3", 0) AS "产学研项目#各行#3",
    coalesce("产学研项目#各行#和"."产学研项目#各行#4", 0) AS "产学研项目#各行#4",
    coalesce("产学研项目#各行#和"."产学研项目#各行#5", FALSE) AS "产学研项目#各行#5",
    coalesce("产学研项目#各行#和"."产学研项目#各行#6", 0) AS "产学研项目#各行#6",
    coalesce("产学研项目#各行#和"."产学研项目#各行#7", FALSE) AS "产学研项目#各行#7",
    "软件成果#各行#和"."软件成果#各行#1" AS "软件成果#各行#1",
    coalesce("软件成果#各行#和"."软件成果#各行#2", FALSE) AS "软件成果#各行#2",
    coalesce("软件成果#各行#和"."软件成果#各行#3", 0) AS "软件成果#各行#3",
    coalesce("软件成果#各行#和"."软件成果#各行#4", 0) AS "软件成果#各行#4",
    coalesce("软件成果#各行#和"."软件成果#各行#5", FALSE) AS "软件成果#各行#5",
    coalesce("软件成果#各行#和"."软件成果#各行#6", 0) AS "软件成果#各行#6",
    coalesce("软件成果#各行#和"."软件成果#各行#7", FALSE) AS "软件成果#各行#7",
    "工业互联网项目#各行#和"."工业互联网项目#各行#1" AS "工业互联网项目#各行#1",
    coalesce("工业互联网项目#各行#和"."工业互联网项目#各行#2", FALSE) AS "工业互联网项目#各行#2",
    coalesce("工业互联网项目#各行#和"."工业互联网项目#各行#3", 0) AS "工业互联网项目#各行#3",
    coalesce("工业互联网项目#各行#和"."工业互联网项目#各行#4", 0) AS "工业互联网项目#各行#4",
    coalesce("工业互联网项目#各行#和"."工业互联网项目#各行#5", FALSE) AS "工业互联网项目#各行#5",
    coalesce("工业互联网项目#各行#和"."工业互联网项目#各行#6", 0) AS "工业互联网项目#各行#6",
    coalesce("工业互联网项目#各行#和"."工业互联网项目#各行#7", FALSE) AS "工业互联网项目#各行#7",
    "资质称号#各行#和"."资质称号#各行#1" AS "资质称号#各行#1",
    coalesce("资质称号#各行#和"."资质称号#各行#2", FALSE) AS "资质称号#各行#2",
    coalesce("资质称号#各行#和"."资质称号#各行#3", 0) AS "资质称号#各行#3",
    coalesce("资质称号#各行#和"."资质称号#各行#4", 0) AS "资质称号#各行#4",
    coalesce("资质称号#各行#和"."资质称号#各行#5", 0) AS "资质称号#各行#5",
    coalesce("资质称号#各行#和"."资质称号#各行#6", FALSE) AS "资质称号#各行#6",
    coalesce("资质称号#各行#和"."资质称号#各行#7", 0) AS "资质称号#各行#7",
    coalesce("资质称号#各行#和"."资质称号#各行#8", FALSE) AS "资质称号#各行#8",
    "线上平台项目#各行#和"."线上平台项目#各行#1" AS "线上平台项目#各行#1",
    coalesce("线上平台项目#各行#和"."线上平台项目#各行#2", FALSE) AS "线上平台项目#各行#2",
    coalesce("线上平台项目#各行#和"."线上平台项目#各行#3", 0) AS "线上平台项目#各行#3",
    coalesce("线上平台项目#各行#和"."线上平台项目#各行#4", 0) AS "线上平台项目#各行#4",
    coalesce("线上平台项目#各行#和"."线上平台项目#各行#5", FALSE) AS "线上平台项目#各行#5",
    coalesce("线上平台项目#各行#和"."线上平台项目#各行#6", 0) AS "线上平台项目#各行#6",
    coalesce("线上平台项目#各行#和"."线上平台项目#各行#7", FALSE) AS "线上平台项目#各行#7",
    "科技分支机构#各行#和"."科技分支机构#各行#1" AS "科技分支机构#各行#1",
    coalesce("科技分支机构#各行#和"."科技分支机构#各行#2", FALSE) AS "科技分支机构#各行#2",
    coalesce("科技分支机构#各行#和"."科技分支机构#各行#3", 0) AS "科技分支机构#各行#3",
    coalesce("科技分支机构#各行#和"."科技分支机构#各行#4", 0) AS "科技分支机构#各行#4",
    coalesce("科技分支机构#各行#和"."科技分支机构#各行#5", FALSE) AS "科技分支机构#各行#5",
    coalesce("科技分支机构#各行#和"."科技分支机构#各行#6", 0) AS "科技分支机构#各行#6",
    coalesce("科技分支机构#各行#和"."科技分支机构#各行#7", FALSE) AS "科技分支机构#各行#7",
    "再融资#各行#和"."再融资#各行#1" AS "再融资#各行#1",
    coalesce("再融资#各行#和"."再融资#各行#2", FALSE) AS "再融资#各行#2",
    coalesce("再融资#各行#和"."再融资#各行#3", 0) AS "再融资#各行#3",
    coalesce("再融资#各行#和"."再融资#各行#4", 0) AS "再融资#各行#4",
    coalesce("再融资#各行#和"."再融资#各行#5", FALSE) AS "再融资#各行#5",
    coalesce("再融资#各行#和"."再融资#各行#6", 0) AS "再融资#各行#6",
    "国外发明专利#各行#和"."国外发明专利#各行#1" AS "国外发明专利#各行#1",
    coalesce("国外发明专利#各行#和"."国外发明专利#各行#2", FALSE) AS "国外发明专利#各行#2",
    coalesce("国外发明专利#各行#和"."国外发明专利#各行#3", 0) AS "国外发明专利#各行#3",
    coalesce("国外发明专利#各行#和"."国外发明专利#各行#4", 0) AS "国外发明专利#各行#4",
    coalesce("国外发明专利#各行#和"."国外发明专利#各行#5", FALSE) AS "国外发明专利#各行#5",
    coalesce("国外发明专利#各行#和"."国外发明专利#各行#6", 0) AS "国外发明专利#各行#6",
    coalesce("国外发明专利#各行#和"."国外发明专利#各行#7", FALSE) AS "国外发明专利#各行#7",
    "城市更新应用#各行#和"."城市更新应用#各行#1" AS "城市更新应用#各行#1",
    coalesce("城市更新应用#各行#和"."城市更新应用#各行#2", FALSE) AS "城市更新应用#各行#2",
    coalesce("城市更新应用#各行#和"."城市更新应用#各行#3", 0) AS "城市更新应用#各行#3",
    coalesce("城市更新应用#各行#和"."城市更新应用#各行#4", 0) AS "城市更新应用#各行#4",
    coalesce("城市更新应用#各行#和"."城市更新应用#各行#5", FALSE) AS "城市更新应用#各行#5",
    coalesce("城市更新应用#各行#和"."城市更新应用#各行#6", 0) AS "城市更新应用#各行#6",
    coalesce("城市更新应用#各行#和"."城市更新应用#各行#7", FALSE) AS "城市更新应用#各行#7",
    "成果转化项目#各行#和"."成果转化项目#各行#1" AS "成果转化项目#各行#1",
    coalesce("成果转化项目#各行#和"."成果转化项目#各行#2", FALSE) AS "成果转化项目#各行#2",
    coalesce("成果转化项目#各行#和"."成果转化项目#各行#3", 0) AS "成果转化项目#各行#3",
    coalesce("成果转化项目#各行#和"."成果转化项目#各行#4", 0) AS "成果转化项目#各行#4",
    coalesce("成果转化项目#各行#和"."成果转化项目#各行#5", 0) AS "成果转化项目#各行#5",
    coalesce("成果转化项目#各行#和"."成果转化项目#各行#6", FALSE) AS "成果转化项目#各行#6",
    coalesce("成果转化项目#各行#和"."成果转化项目#各行#7", 0) AS "成果转化项目#各行#7",
    "主题活动#各行#和"."主题活动#各行#1" AS "主题活动#各行#1",
    coalesce("主题活动#各行#和"."主题活动#各行#2", FALSE) AS "主题活动#各行#2",
    coalesce("主题活动#各行#和"."主题活动#各行#3", 0) AS "主题活动#各行#3",
    coalesce("主题活动#各行#和"."主题活动#各行#4", 0) AS "主题活动#各行#4",
    coalesce("主题活动#各行#和"."主题活动#各行#5", FALSE) AS "主题活动#各行#5",
    coalesce("主题活动#各行#和"."主题活动#各行#6", 0) AS "主题活动#各行#6",
    "示范区研发机构#各行#和"."示范区研发机构#各行#1" AS "示范区研发机构#各行#1",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#2", FALSE) AS "示范区研发机构#各行#2",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#3", 0) AS "示范区研发机构#各行#3",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#4", 0) AS "示范区研发机构#各行#4",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#5", FALSE) AS "示范区研发机构#各行#5",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#6", 0) AS "示范区研发机构#各行#6",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#7", FALSE) AS "示范区研发机构#各行#7",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#8", 0) AS "示范区研发机构#各行#8",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#9", 0) AS "示范区研发机构#各行#9",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#10", FALSE) AS "示范区研发机构#各行#10",
    coalesce("示范区研发机构#各行#和"."示范区研发机构#各行#11", 0) AS "示范区研发机构#各行#11",
    "双创基地#各行#和"."双创基地#各行#1" AS "双创基地#各行#1",
    coalesce("双创基地#各行#和"."双创基地#各行#2", FALSE) AS "双创基地#各行#2",
    coalesce("双创基地#各行#和"."双创基地#各行#3", 0) AS "双创基地#各行#3",
    coalesce("双创基地#各行#和"."双创基地#各行#4", 0) AS "双创基地#各行#4",
    coalesce("双创基地#各行#和"."双创基地#各行#5", FALSE) AS "双创基地#各行#5",
    coalesce("双创基地#各行#和"."双创基地#各行#6", 0) AS "双创基地#各行#6",
    "示范区项目#各行#和"."示范区项目#各行#1" AS "示范区项目#各行#1",
    coalesce("示范区项目#各行#和"."示范区项目#各行#2", FALSE) AS "示范区项目#各行#2",
    coalesce("示范区项目#各行#和"."示范区项目#各行#3", 0) AS "示范区项目#各行#3",
    coalesce("示范区项目#各行#和"."示范区项目#各行#4", 0) AS "示范区项目#各行#4",
    coalesce("示范区项目#各行#和"."示范区项目#各行#5", FALSE) AS "示范区项目#各行#5",
    coalesce("示范区项目#各行#和"."示范区项目#各行#6", 0) AS "示范区项目#各行#6",
    coalesce("示范区项目#各行#和"."示范区项目#各行#7", FALSE) AS "示范区项目#各行#7",
    coalesce("示范区项目#各行#和"."示范区项目#各行#8", 0) AS "示范区项目#各行#8",
    coalesce("示范区项目#各行#和"."示范区项目#各行#9", 0) AS "示范区项目#各行#9",
    coalesce("示范区项目#各行#和"."示范区项目#各行#10", FALSE) AS "示范区项目#各行#10",
    coalesce("示范区项目#各行#和"."示范区项目#各行#11", 0) AS "示范区项目#各行#11",
    coalesce("示范区项目#各行#和"."示范区项目#各行#12", FALSE) AS "示范区项目#各行#12",
    coalesce("示范区项目#各行#和"."示范区项目#各行#13", 0) AS "示范区项目#各行#13",
    coalesce("示范区项目#各行#和"."示范区项目#各行#14", 0) AS "示范区项目#各行#14",
    coalesce("示范区项目#各行#和"."示范区项目#各行#15", FALSE) AS "示范区项目#各行#15",
    coalesce("示范区项目#各行#和"."示范区项目#各行#16", 0) AS "示范区项目#各行#16",
    coalesce("示范区项目#各行#和"."示范区项目#各行#17", FALSE) AS "示范区项目#各行#17",
    coalesce("示范区项目#各行#和"."示范区项目#各行#18", 0) AS "示范区项目#各行#18",
    coalesce("示范区项目#各行#和"."示范区项目#各行#19", 0) AS "示范区项目#各行#19",
    coalesce("示范区项目#各行#和"."示范区项目#各行#20", FALSE) AS "示范区项目#各行#20",
    coalesce("示范区项目#各行#和"."示范区项目#各行#21", 0) AS "示范区项目#各行#21",
    coalesce("示范区项目#各行#和"."示范区项目#各行#22", FALSE) AS "示范区项目#各行#22",
    coalesce("示范区项目#各行#和"."示范区项目#各行#23", 0) AS "示范区项目#各行#23",
    coalesce("示范区项目#各行#和"."示范区项目#各行#24", 0) AS "示范区项目#各行#24",
    coalesce("示范区项目#各行#和"."示范区项目#各行#25", FALSE) AS "示范区项目#各行#25",
    coalesce("示范区项目#各行#和"."示范区项目#各行#26", 0) AS "示范区项目#各行#26",
    "示范区园区#各行#和"."示范区园区#各行#1" AS "示范区园区#各行#1",
    coalesce("示范区园区#各行#和"."示范区园区#各行#2", FALSE) AS "示范区园区#各行#2",
    coalesce("示范区园区#各行#和"."示范区园区#各行#3", 0) AS "示范区园区#各行#3",
    coalesce("示范区园区#各行#和"."示范区园区#各行#4", 0) AS "示范区园区#各行#4",
    coalesce("示范区园区#各行#和"."示范区园区#各行#5", FALSE) AS "示范区园区#各行#5",
    coalesce("示范区园区#各行#和"."示范区园区#各行#6", 0) AS "示范区园区#各行#6",
    coalesce("示范区园区#各行#和"."示范区园区#各行#7", FALSE) AS "示范区园区#各行#7",
    coalesce("示范区园区#各行#和"."示范区园区#各行#8", 0) AS "示范区园区#各行#8",
    coalesce("示范区园区#各行#和"."示范区园区#各行#9", 0) AS "示范区园区#各行#9",
    coalesce("示范区园区#各行#和"."示范区园区#各行#10", FALSE) AS "示范区园区#各行#10",
    coalesce("示范区园区#各行#和"."示范区园区#各行#11", 0) AS "示范区园区#各行#11",
    coalesce("示范区园区#各行#和"."示范区园区#各行#12", FALSE) AS "示范区园区#各行#12",
    coalesce("示范区园区#各行#和"."示范区园区#各行#13", 0) AS "示范区园区#各行#13",
    coalesce("示范区园区#各行#和"."示范区园区#各行#14", 0) AS "示范区园区#各行#14",
    coalesce("示范区园区#各行#和"."示范区园区#各行#15", FALSE) AS "示范区园区#各行#15",
    coalesce("示范区园区#各行#和"."示范区园区#各行#16", 0) AS "示范区园区#各行#16",
    "创业投资基金#各行#和"."创业投资基金#各行#1" AS "创业投资基金#各行#1",
    coalesce("创业投资基金#各行#和"."创业投资基金#各行#2", FALSE) AS "创业投资基金#各行#2",
    coalesce("创业投资基金#各行#和"."创业投资基金#各行#3", 0) AS "创业投资基金#各行#3",
    coalesce("创业投资基金#各行#和"."创业投资基金#各行#4", 0) AS "创业投资基金#各行#4",
    coalesce("创业投资基金#各行#和"."创业投资基金#各行#5", FALSE) AS "创业投资基金#各行#5",
    coalesce("创业投资基金#各行#和"."创业投资基金#各行#6", 0) AS "创业投资基金#各行#6",
    "股权投资#各行#和"."股权投资#各行#1" AS "股权投资#各行#1",
    coalesce("股权投资#各行#和"."股权投资#各行#2", FALSE) AS "股权投资#各行#2",
    coalesce("股权投资#各行#和"."股权投资#各行#3", 0) AS "股权投资#各行#3",
    coalesce("股权投资#各行#和"."股权投资#各行#4", 0) AS "股权投资#各行#4",
    coalesce("股权投资#各行#和"."股权投资#各行#5", FALSE) AS "股权投资#各行#5",
    coalesce("股权投资#各行#和"."股权投资#各行#6", 0) AS "股权投资#各行#6",
    "引进平台#各行#和"."引进平台#各行#1" AS "引进平台#各行#1",
    coalesce("引进平台#各行#和"."引进平台#各行#2", FALSE) AS "引进平台#各行#2",
    coalesce("引进平台#各行#和"."引进平台#各行#3", 0) AS "引进平台#各行#3",
    coalesce("引进平台#各行#和"."引进平台#各行#4", 0) AS "引进平台#各行#4",
    coalesce("引进平台#各行#和"."引进平台#各行#5", FALSE) AS "引进平台#各行#5",
    coalesce("引进平台#各行#和"."引进平台#各行#6", 0) AS "引进平台#各行#6",
    coalesce("引进平台#各行#和"."引进平台#各行#7", FALSE) AS "引进平台#各行#7",
    coalesce("引进平台#各行#和"."引进平台#各行#8", FALSE) AS "引进平台#各行#8",
    coalesce("引进平台#各行#和"."引进平台#各行#9", 0) AS "引进平台#各行#9",
    coalesce("引进平台#各行#和"."引进平台#各行#10", 0) AS "引进平台#各行#10",
    coalesce("引进平台#各行#和"."引进平台#各行#11", FALSE) AS "引进平台#各行#11",
    coalesce("引进平台#各行#和"."引进平台#各行#12", 0) AS "引进平台#各行#12",
    coalesce("引进平台#各行#和"."引进平台#各行#13", FALSE) AS "引进平台#各行#13",
    coalesce("引进平台#各行#和"."引进平台#各行#14", FALSE) AS "引进平台#各行#14",
    coalesce("引进平台#各行#和"."引进平台#各行#15", 0) AS "引进平台#各行#15",
    coalesce("引进平台#各行#和"."引进平台#各行#16", 0) AS "引进平台#各行#16",
    coalesce("引进平台#各行#和"."引进平台#各行#17", 0) AS "引进平台#各行#17",
    coalesce("引进平台#各行#和"."引进平台#各行#18", FALSE) AS "引进平台#各行#18",
    coalesce("引进平台#各行#和"."引进平台#各行#19", 0) AS "引进平台#各行#19",
    coalesce("引进平台#各行#和"."引进平台#各行#20", FALSE) AS "引进平台#各行#20",
    coalesce("引进平台#各行#和"."引进平台#各行#21", FALSE) AS "引进平台#各行#21",
    coalesce("引进平台#各行#和"."引进平台#各行#22", 0) AS "引进平台#各行#22",
    coalesce("引进平台#各行#和"."引进平台#各行#23", 0) AS "引进平台#各行#23",
    coalesce("引进平台#各行#和"."引进平台#各行#24", FALSE) AS "引进平台#各行#24",
    coalesce("引进平台#各行#和"."引进平台#各行#25", 0) AS "引进平台#各行#25",
    coalesce("引进平台#各行#和"."引进平台#各行#26", FALSE) AS "引进平台#各行#26",
    coalesce("引进平台#各行#和"."引进平台#各行#27", FALSE) AS "引进平台#各行#27",
    coalesce("引进平台#各行#和"."引进平台#各行#28", 0) AS "引进平台#各行#28",
    coalesce("引进平台#各行#和"."引进平台#各行#29", 0) AS "引进平台#各行#29",
    coalesce("引进平台#各行#和"."引进平台#各行#30", FALSE) AS "引进平台#各行#30",
    coalesce("引进平台#各行#和"."引进平台#各行#31", 0) AS "引进平台#各行#31",
    coalesce("引进平台#各行#和"."引进平台#各行#32", FALSE) AS "引进平台#各行#32",
    coalesce("引进平台#各行#和"."引进平台#各行#33", FALSE) AS "引进平台#各行#33",
    coalesce("引进平台#各行#和"."引进平台#各行#34", 0) AS "引进平台#各行#34",
    coalesce("引进平台#各行#和"."引进平台#各行#35", 0) AS "引进平台#各行#35",
    coalesce("引进平台#各行#和"."引进平台#各行#36", FALSE) AS "引进平台#各行#36",
    coalesce("引进平台#各行#和"."引进平台#各行#37", 0) AS "引进平台#各行#37",
    coalesce("引进平台#各行#和"."引进平台#各行#38", FALSE) AS "引进平台#各行#38",
    coalesce("引进平台#各行#和"."引进平台#各行#39", FALSE) AS "引进平台#各行#39",
    coalesce("引进平台#各行#和"."引进平台#各行#40", 0) AS "引进平台#各行#40",
    coalesce("引进平台#各行#和"."引进平台#各行#41", 0) AS "引进平台#各行#41",
    coalesce("引进平台#各行#和"."引进平台#各行#42", FALSE) AS "引进平台#各行#42",
    coalesce("引进平台#各行#和"."引进平台#各行#43", 0) AS "引进平台#各行#43",
    coalesce("引进平台#各行#和"."引进平台#各行#44", FALSE) AS "引进平台#各行#44",
    coalesce("引进平台#各行#和"."引进平台#各行#45", FALSE) AS "引进平台#各行#45",
    coalesce("引进平台#各行#和"."引进平台#各行#46", 0) AS "引进平台#各行#46",
    coalesce("引进平台#各行#和"."引进平台#各行#47", 0) AS "引进平台#各行#47",
    coalesce("引进平台#各行#和"."引进平台#各行#48", FALSE) AS "引进平台#各行#48",
    coalesce("引进平台#各行#和"."引进平台#各行#49", 0) AS "引进平台#各行#49",
    coalesce("引进平台#各行#和"."引进平台#各行#50", FALSE) AS "引进平台#各行#50",
    coalesce("引进平台#各行#和"."引进平台#各行#51", FALSE) AS "引进平台#各行#51",
    coalesce("引进平台#各行#和"."引进平台#各行#52", 0) AS "引进平台#各行#52",
    coalesce("引进平台#各行#和"."引进平台#各行#53", 0) AS "引进平台#各行#53",
    coalesce("引进平台#各行#和"."引进平台#各行#54", FALSE) AS "引进平台#各行#54",
    coalesce("引进平台#各行#和"."引进平台#各行#55", 0) AS "引进平台#各行#55",
    coalesce("引进平台#各行#和"."引进平台#各行#56", FALSE) AS "引进平台#各行#56",
    coalesce("引进平台#各行#和"."引进平台#各行#57", 0) AS "引进平台#各行#57",
    coalesce("引进平台#各行#和"."引进平台#各行#58", 0) AS "引进平台#各行#58",
    coalesce("引进平台#各行#和"."引进平台#各行#59", FALSE) AS "引进平台#各行#59",
    coalesce("引进平台#各行#和"."引进平台#各行#60", 0) AS "引进平台#各行#60",
    coalesce("引进平台#各行#和"."引进平台#各行#61", FALSE) AS "引进平台#各行#61",
    coalesce("引进平台#各行#和"."引进平台#各行#62", 0) AS "引进平台#各行#62",
    coalesce("引进平台#各行#和"."引进平台#各行#63", 0) AS "引进平台#各行#63",
    coalesce("引进平台#各行#和"."引进平台#各行#64", FALSE) AS "引进平台#各行#64",
    coalesce("引进平台#各行#和"."引进平台#各行#65", 0) AS "引进平台#各行#65",
    coalesce("引进平台#各行#和"."引进平台#各行#66", FALSE) AS "引进平台#各行#66",
    coalesce("引进平台#各行#和"."引进平台#各行#67", 0) AS "引进平台#各行#67",
    coalesce("引进平台#各行#和"."引进平台#各行#68", 0) AS "引进平台#各行#68",
    coalesce("引进平台#各行#和"."引进平台#各行#69", FALSE) AS "引进平台#各行#69",
    coalesce("引进平台#各行#和"."引进平台#各行#70", 0) AS "引进平台#各行#70",
    coalesce("引进平台#各行#和"."引进平台#各行#71", FALSE) AS "引进平台#各行#71",
    coalesce("引进平台#各行#和"."引进平台#各行#72", 0) AS "引进平台#各行#72",
    coalesce("引进平台#各行#和"."引进平台#各行#73", 0) AS "引进平台#各行#73",
    coalesce("引进平台#各行#和"."引进平台#各行#74", FALSE) AS "引进平台#各行#74",
    coalesce("引进平台#各行#和"."引进平台#各行#75", 0) AS "引进平台#各行#75",
    "引进项目#各行#和"."引进项目#各行#1" AS "引进项目#各行#1",
    coalesce("引进项目#各行#和"."引进项目#各行#2", FALSE) AS "引进项目#各行#2",
    coalesce("引进项目#各行#和"."引进项目#各行#3", 0) AS "引进项目#各行#3",
    coalesce("引进项目#各行#和"."引进项目#各行#4", 0) AS "引进项目#各行#4",
    coalesce("引进项目#各行#和"."引进项目#各行#5", 0) AS "引进项目#各行#5",
    coalesce("引进项目#各行#和"."引进项目#各行#6", FALSE) AS "引进项目#各行#6",
    coalesce("引进项目#各行#和"."引进项目#各行#7", 0) AS "引进项目#各行#7",
    coalesce("引进项目#各行#和"."引进项目#各行#8", FALSE) AS "引进项目#各行#8",
    coalesce("引进项目#各行#和"."引进项目#各行#9", FALSE) AS "引进项目#各行#9",
    coalesce("引进项目#各行#和"."引进项目#各行#10", 0) AS "引进项目#各行#10",
    coalesce("引进项目#各行#和"."引进项目#各行#11", 0) AS "引进项目#各行#11",
    coalesce("引进项目#各行#和"."引进项目#各行#12", 0) AS "引进项目#各行#12",
    coalesce("引进项目#各行#和"."引进项目#各行#13", FALSE) AS "引进项目#各行#13",
    coalesce("引进项目#各行#和"."引进项目#各行#14", 0) AS "引进项目#各行#14",
    coalesce("引进项目#各行#和"."引进项目#各行#15", FALSE) AS "引进项目#各行#15",
    coalesce("引进项目#各行#和"."引进项目#各行#16", FALSE) AS "引进项目#各行#16",
    coalesce("引进项目#各行#和"."引进项目#各行#17", 0) AS "引进项目#各行#17",
    coalesce("引进项目#各行#和"."引进项目#各行#18", 0) AS "引进项目#各行#18",
    coalesce("引进项目#各行#和"."引进项目#各行#19", 0) AS "引进项目#各行#19",
    coalesce("引进项目#各行#和"."引进项目#各行#20", FALSE) AS "引进项目#各行#20",
    coalesce("引进项目#各行#和"."引进项目#各行#21", 0) AS "引进项目#各行#21",
    coalesce("引进项目#各行#和"."引进项目#各行#22", FALSE) AS "引进项目#各行#22",
    "转化成果#各行#和"."转化成果#各行#1" AS "转化成果#各行#1",
    coalesce("转化成果#各行#和"."转化成果#各行#2", FALSE) AS "转化成果#各行#2",
    coalesce("转化成果#各行#和"."转化成果#各行#3", 0) AS "转化成果#各行#3",
    coalesce("转化成果#各行#和"."转化成果#各行#4", 0) AS "转化成果#各行#4",
    coalesce("转化成果#各行#和"."转化成果#各行#5", FALSE) AS "转化成果#各行#5",
    coalesce("转化成果#各行#和"."转化成果#各行#6", 0) AS "转化成果#各行#6",
    "创业投资#各行#和"."创业投资#各行#1" AS "创业投资#各行#1",
    coalesce("创业投资#各行#和"."创业投资#各行#2", FALSE) AS "创业投资#各行#2",
    coalesce("创业投资#各行#和"."创业投资#各行#3", 0) AS "创业投资#各行#3",
    coalesce("创业投资#各行#和"."创业投资#各行#4", 0) AS "创业投资#各行#4",
    coalesce("创业投资#各行#和"."创业投资#各行#5", 0) AS "创业投资#各行#5",
    coalesce("创业投资#各行#和"."创业投资#各行#6", FALSE) AS "创业投资#各行#6",
    coalesce("创业投资#各行#和"."创业投资#各行#7", 0) AS "创业投资#各行#7",
    coalesce("创业投资#各行#和"."创业投资#各行#8", FALSE) AS "创业投资#各行#8",
    "创业投资#各行#和"."创业投资#各行#9" AS "创业投资#各行#9",
    coalesce("创业投资#各行#和"."创业投资#各行#10", FALSE) AS "创业投资#各行#10",
    coalesce("创业投资#各行#和"."创业投资#各行#11", 0) AS "创业投资#各行#11",
    coalesce("创业投资#各行#和"."创业投资#各行#12", 0) AS "创业投资#各行#12",
    coalesce("创业投资#各行#和"."创业投资#各行#13", 0) AS "创业投资#各行#13",
    coalesce("创业投资#各行#和"."创业投资#各行#14", FALSE) AS "创业投资#各行#14",
    coalesce("创业投资#各行#和"."创业投资#各行#15", 0) AS "创业投资#各行#15",
    coalesce("创业投资#各行#和"."创业投资#各行#16", FALSE) AS "创业投资#各行#16",
    "孵化载体#各行#和"."孵化载体#各行#1" AS "孵化载体#各行#1",
    coalesce("孵化载体#各行#和"."孵化载体#各行#2", FALSE) AS "孵化载体#各行#2",
    coalesce("孵化载体#各行#和"."孵化载体#各行#3", 0) AS "孵化载体#各行#3",
    coalesce("孵化载体#各行#和"."孵化载体#各行#4", 0) AS "孵化载体#各行#4",
    coalesce("孵化载体#各行#和"."孵化载体#各行#5", FALSE) AS "孵化载体#各行#5",
    coalesce("孵化载体#各行#和"."孵化载体#各行#6", 0) AS "孵化载体#各行#6",
    coalesce("孵化载体#各行#和"."孵化载体#各行#7", FALSE) AS "孵化载体#各行#7",
    coalesce("孵化载体#各行#和"."孵化载体#各行#8", 0) AS "孵化载体#各行#8",
    coalesce("孵化载体#各行#和"."孵化载体#各行#9", 0) AS "孵化载体#各行#9",
    coalesce("孵化载体#各行#和"."孵化载体#各行#10", FALSE) AS "孵化载体#各行#10",
    coalesce("孵化载体#各行#和"."孵化载体#各行#11", 0) AS "孵化载体#各行#11",
    coalesce("孵化载体#各行#和"."孵化载体#各行#12", FALSE) AS "孵化载体#各行#12",
    coalesce("孵化载体#各行#和"."孵化载体#各行#13", 0) AS "孵化载体#各行#13",
    coalesce("孵化载体#各行#和"."孵化载体#各行#14", 0) AS "孵化载体#各行#14",
    coalesce("孵化载体#各行#和"."孵化载体#各行#15", 0) AS "孵化载体#各行#15",
    coalesce("孵化载体#各行#和"."孵化载体#各行#16", FALSE) AS "孵化载体#各行#16",
    coalesce("孵化载体#各行#和"."孵化载体#各行#17", 0) AS "孵化载体#各行#17",
    coalesce("孵化载体#各行#和"."孵化载体#各行#18", FALSE) AS "孵化载体#各行#18",
    "产业投资项目#各行#和"."产业投资项目#各行#1" AS "产业投资项目#各行#1",
    coalesce("产业投资项目#各行#和"."产业投资项目#各行#2", FALSE) AS "产业投资项目#各行#2",
    coalesce("产业投资项目#各行#和"."产业投资项目#各行#3", 0) AS "产业投资项目#各行#3",
    coalesce("产业投资项目#各行#和"."产业投资项目#各行#4", 0) AS "产业投资项目#各行#4",
    coalesce("产业投资项目#各行#和"."产业投资项目#各行#5", FALSE) AS "产业投资项目#各行#5",
    coalesce("产业投资项目#各行#和"."产业投资项目#各行#6", 0) AS "产业投资项目#各行#6",
    (CAST(5000000000 AS HUGEINT) + (-CASE WHEN "兑现记录#企业#全#1" > 0 THEN "兑现记录#企业#全#1" ELSE 0 END)) AS "#企业#结果11",
    (CAST(5000000000 AS HUGEINT) + (-CASE WHEN "兑现记录#企业#全#2" > 0 THEN "兑现记录#企业#全#2" ELSE 0 END)) AS "#企业#结果46",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业9" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#10" OR "#企业14") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业10" AND "#企业12" = "#企业13" THEN '符合' ELSE '未定' END AS "#企业#结果132",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业15" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#10") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业16" AND "#企业19" = "#企业20" THEN '符合' ELSE '未定' END AS "#企业#结果135",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业21" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#12" OR "#企业26") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业22" AND "#企业24" = "#企业25" THEN '符合' ELSE '未定' END AS "#企业#结果141",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业27" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#13" OR "#企业32") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业28" AND "#企业30" = "#企业31" THEN '符合' ELSE '未定' END AS "#企业#结果144",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业33" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#18") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业34" AND "#企业36" = "#企业37" THEN '符合' ELSE '未定' END AS "#企业#结果159",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业39" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#21" OR "#企业44") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业40" AND "#企业42" = "#企业43" THEN '符合' ELSE '未定' END AS "#企业#结果168",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业46" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业47" AND "#企业48" = "#企业49" THEN '符合' ELSE '未定' END AS "#企业#结果174",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业56" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#23" OR "#企业61") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业57" AND "#企业59" = "#企业60" THEN '符合' ELSE '未定' END AS "#企业#结果175",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业62" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#25") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业63" AND "#企业64" = "#企业65" THEN '符合' ELSE '未定' END AS "#企业#结果181",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业66" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#26") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业67" AND "#企业70" = "#企业71" THEN '符合' ELSE '未定' END AS "#企业#结果184",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业72" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#28" OR "#企业77") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业73" AND "#企业75" = "#企业76" THEN '符合' ELSE '未定' END AS "#企业#结果190",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业78" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#30" OR "#企业83") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业79" AND "#企业81" = "#企业82" THEN '符合' ELSE '未定' END AS "#企业#结果196",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业84" IS FALSE THEN '不符合' WHEN ("#企业89") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业85" AND "#企业87" = "#企业88" THEN '符合' ELSE '未定' END AS "#企业#结果205",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738155) IS FALSE THEN '不在施行期' WHEN "#企业96" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业96" AND "#企业97" = "#企业98" THEN '符合' ELSE '未定' END AS "#企业#结果214",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738155) IS FALSE THEN '不在施行期' WHEN "#企业99" IS FALSE THEN '不符合' WHEN ("#企业103") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业99" AND "#企业101" = "#企业102" THEN '符合' ELSE '未定' END AS "#企业#结果224",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738280) IS FALSE THEN '不在施行期' WHEN "#企业104" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业104" AND "#企业105" = "#企业106" THEN '符合' ELSE '未定' END AS "#企业#结果269",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738280) IS FALSE THEN '不在施行期' WHEN "#企业107" IS FALSE THEN '不符合' WHEN ("#企业111") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业107" AND "#企业109" = "#企业110" THEN '符合' ELSE '未定' END AS "#企业#结果270",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738280) IS FALSE THEN '不在施行期' WHEN "#企业112" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业112" AND "#企业113" = "#企业114" THEN '符合' ELSE '未定' END AS "#企业#结果273",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738280) IS FALSE THEN '不在施行期' WHEN "#企业115" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业115" AND "#企业116" = "#企业117" THEN '符合' ELSE '未定' END AS "#企业#结果274",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738280) IS FALSE THEN '不在施行期' WHEN "#企业118" IS FALSE THEN '不符合' WHEN ("#企业122") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业118" AND "#企业120" = "#企业121" THEN '符合' ELSE '未定' END AS "#企业#结果275",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738607) IS FALSE THEN '不在施行期' WHEN "#企业123" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业123" AND "#企业124" = "#企业125" THEN '符合' ELSE '未定' END AS "#企业#结果281",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738607) IS FALSE THEN '不在施行期' WHEN "#企业126" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业126" AND "#企业127" = "#企业128" THEN '符合' ELSE '未定' END AS "#企业#结果282",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738607) IS FALSE THEN '不在施行期' WHEN "#企业129" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业129" AND "#企业130" = "#企业131" THEN '符合' ELSE '未定' END AS "#企业#结果283",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738607) IS FALSE THEN '不在施行期' WHEN "#企业132" IS FALSE THEN '不符合' WHEN ("#企业136") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业132" AND "#企业134" = "#企业135" THEN '符合' ELSE '未定' END AS "#企业#结果286"
  FROM "企业#结果#0" AS p
  LEFT JOIN "设施投入#各行" AS "设施投入#各行#和" ON "设施投入#各行#和"."#主键" = p."#主键"
  LEFT JOIN "创新平台#各行" AS "创新平台#各行#和" ON "创新平台#各行#和"."#主键" = p."#主键"
  LEFT JOIN "绩效评价#各行" AS "绩效评价#各行#和" ON "绩效评价#各行#和"."#主键" = p."#主键"
  LEFT JOIN "科技项目#各行" AS "科技项目#各行#和" ON "科技项目#各行#和"."#主键" = p."#主键"
  LEFT JOIN "产学研项目#各行" AS "产学研项目#各行#和" ON "产学研项目#各行#和"."#主键" = p."#主键"
  LEFT JOIN "软件成果#各行" AS "软件成果#各行#和" ON "软件成果#各行#和"."#主键" = p."#主键"
  LEFT JOIN "工业互联网项目#各行" AS "工业互联网项目#各行#和" ON "工业互联网项目#各行#和"."#主键" = p."#主键"
  LEFT JOIN "资质称号#各行" AS "资质称号#各行#和" ON "资质称号#各行#和"."#主键" = p."#主键"
  LEFT JOIN "线上平台项目#各行" AS "线上平台项目#各行#和" ON "线上平台项目#各行#和"."#主键" = p."#主键"
  LEFT JOIN "科技分支机构#各行" AS "科技分支机构#各行#和" ON "科技分支机构#各行#和"."#主键" = p."#主键"
  LEFT JOIN "再融资#各行" AS "再融资#各行#和" ON "再融资#各行#和"."#主键" = p."#主键"
  LEFT JOIN "国外发明专利#各行" AS "国外发明专利#各行#和" ON "国外发明专利#各行#和"."#主键" = p."#主键"
  LEFT JOIN "城市更新应用#各行" AS "城市更新应用#各行#和" ON "城市更新应用#各行#和"."#主键" = p."#主键"
  LEFT JOIN "成果转化项目#各行" AS "成果转化项目#各行#和" ON "成果转化项目#各行#和"."#主键" = p."#主键"
  LEFT JOIN "主题活动#各行" AS "主题活动#各行#和" ON "主题活动#各行#和"."#主键" = p."#主键"
  LEFT JOIN "示范区研发机构#各行" AS "示范区研发机构#各行#和" ON "示范区研发机构#各行#和"."#主键" = p."#主键"
  LEFT JOIN "双创基地#各行" AS "双创基地#各行#和" ON "双创基地#各行#和"."#主键" = p."#主键"
  LEFT JOIN "示范区项目#各行" AS "示范区项目#各行#和" ON "示范区项目#各行#和"."#主键" = p."#主键"
  LEFT JOIN "示范区园区#各行" AS "示范区园区#各行#和" ON "示范区园区#各行#和"."#主键" = p."#主键"
  LEFT JOIN "创业投资基金#各行" AS "创业投资基金#各行#和" ON "创业投资基金#各行#和"."#主键" = p."#主键"
  LEFT JOIN "股权投资#各行" AS "股权投资#各行#和" ON "股权投资#各行#和"."#主键" = p."#主键"
  LEFT JOIN "引进平台#各行" AS "引进平台#各行#和" ON "引进平台#各行#和"."#主键" = p."#主键"
  LEFT JOIN "引进项目#各行" AS "引进项目#各行#和" ON "引进项目#各行#和"."#主键" = p."#主键"
  LEFT JOIN "转化成果#各行" AS "转化成果#各行#和" ON "转化成果#各行#和"."#主键" = p."#主键"
  LEFT JOIN "创业投资#各行" AS "创业投资#各行#和" ON "创业投资#各行#和"."#主键" = p."#主键"
  LEFT JOIN "孵化载体#各行" AS "孵化载体#各行#和" ON "孵化载体#各行#和"."#主键" = p."#主键"
  LEFT JOIN "产业投资项目#各行" AS "产业投资项目#各行#和" ON "产业投资项目#各行#和"."#主键" = p."#主键"),
"企业#结果#2" AS (
  SELECT p.*,
    coalesce("设施投入#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果1",
    CASE WHEN "设施投入#各行#2" THEN TRUE WHEN "设施投入#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果2",
    CASE WHEN "设施投入#各行#5" > 0 THEN NULL ELSE "设施投入#各行#4" END AS "#企业#结果3",
    coalesce("创新平台#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果4",
    CASE WHEN "创新平台#各行#2" THEN TRUE WHEN "创新平台#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果5",
    coalesce("绩效评价#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果6",
    CASE WHEN "绩效评价#各行#2" THEN TRUE WHEN "绩效评价#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果7",
    CASE WHEN "创新平台#各行#8" THEN TRUE WHEN "创新平台#各行#9" > 0 THEN NULL ELSE FALSE END AS "#企业#结果8",
    CASE WHEN "创新平台#各行#14" THEN TRUE WHEN "创新平台#各行#15" > 0 THEN NULL ELSE FALSE END AS "#企业#结果9",
    CASE WHEN "绩效评价#各行#8" THEN TRUE WHEN "绩效评价#各行#9" > 0 THEN NULL ELSE FALSE END AS "#企业#结果10",
    least("#企业6", CASE WHEN "#企业#结果11" < 0 THEN CAST(0 AS HUGEINT) ELSE "#企业#结果11" END) AS "#企业#结果12",
    least("#企业7", CASE WHEN "#企业#结果11" < 0 THEN CAST(0 AS HUGEINT) ELSE "#企业#结果11" END) AS "#企业#结果13",
    coalesce("科技项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果14",
    CASE WHEN "科技项目#各行#2" THEN TRUE WHEN "科技项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果15",
    least("科技项目#各行#6", 1000000000) AS "#企业#结果16",
    least("科技项目#各行#4", 1000000000) AS "#企业#结果17",
    CASE WHEN "科技项目#各行#7" THEN TRUE WHEN "科技项目#各行#8" > 0 THEN NULL ELSE FALSE END AS "#企业#结果18",
    CASE WHEN "科技项目#各行#10" > 0 THEN NULL ELSE "科技项目#各行#9" END AS "#企业#结果19",
    coalesce("产学研项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果20",
    CASE WHEN "产学研项目#各行#2" THEN TRUE WHEN "产学研项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果21",
    coalesce("软件成果#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果22",
    CASE WHEN "软件成果#各行#2" THEN TRUE WHEN "软件成果#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果23",
    coalesce("工业互联网项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果24",
    CASE WHEN "工业互联网项目#各行#2" THEN TRUE WHEN "工业互联网项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果25",
    coalesce("资质称号#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果26",
    CASE WHEN "资质称号#各行#2" THEN TRUE WHEN "资质称号#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果27",
    CASE WHEN "资质称号#各行#5" > 0 THEN NULL ELSE "资质称号#各行#4" END AS "#企业#结果28",
    coalesce("线上平台项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果29",
    CASE WHEN "线上平台项目#各行#2" THEN TRUE WHEN "线上平台项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果30",
    CASE WHEN "绩效评价#各行#14" THEN TRUE WHEN "绩效评价#各行#15" > 0 THEN NULL ELSE FALSE END AS "#企业#结果31",
    coalesce("科技分支机构#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果32",
    CASE WHEN "科技分支机构#各行#2" THEN TRUE WHEN "科技分支机构#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果33",
    coalesce("再融资#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果34",
    CASE WHEN "再融资#各行#2" THEN TRUE WHEN "再融资#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果35",
    coalesce("国外发明专利#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果36",
    CASE WHEN "国外发明专利#各行#2" THEN TRUE WHEN "国外发明专利#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果37",
    coalesce("城市更新应用#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果38",
    CASE WHEN "城市更新应用#各行#2" THEN TRUE WHEN "城市更新应用#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果39",
    coalesce("成果转化项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果40",
    CASE WHEN "成果转化项目#各行#2" THEN TRUE WHEN "成果转化项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果41",
    CASE WHEN "成果转化项目#各行#5" > 0 THEN NULL ELSE "成果转化项目#各行#4" END AS "#企业#结果42",
    CASE WHEN "绩效评价#各行#20" THEN TRUE WHEN "绩效评价#各行#21" > 0 THEN NULL ELSE FALSE END AS "#企业#结果43",
    coalesce("主题活动#各行#1", (("测算日"() - DATE '0001-01-01') >= 737961) IS NOT FALSE) AS "#企业#结果44",
    CASE WHEN "主题活动#各行#2" THEN TRUE WHEN "主题活动#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果45",
    least("#企业93", CASE WHEN "#企业#结果46" < 0 THEN CAST(0 AS HUGEINT) ELSE "#企业#结果46" END) AS "#企业#结果47",
    least("#企业94", CASE WHEN "#企业#结果46" < 0 THEN CAST(0 AS HUGEINT) ELSE "#企业#结果46" END) AS "#企业#结果48",
    coalesce("示范区研发机构#各行#1", (("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "#企业#结果49",
    CASE WHEN "示范区研发机构#各行#2" THEN TRUE WHEN "示范区研发机构#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果50",
    CASE WHEN "示范区研发机构#各行#7" THEN TRUE WHEN "示范区研发机构#各行#8" > 0 THEN NULL ELSE FALSE END AS "#企业#结果51",
    coalesce("双创基地#各行#1", (("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "#企业#结果52",
    CASE WHEN "双创基地#各行#2" THEN TRUE WHEN "双创基地#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果53",
    coalesce("示范区项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "#企业#结果54",
    CASE WHEN "示范区项目#各行#2" THEN TRUE WHEN "示范区项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果55",
    CASE WHEN "示范区项目#各行#7" THEN TRUE WHEN "示范区项目#各行#8" > 0 THEN NULL ELSE FALSE END AS "#企业#结果56",
    CASE WHEN "示范区项目#各行#12" THEN TRUE WHEN "示范区项目#各行#13" > 0 THEN NULL ELSE FALSE END AS "#企业#结果57",
    coalesce("示范区园区#各行#1", (("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "#企业#结果58",
    CASE WHEN "示范区园区#各行#2" THEN TRUE WHEN "示范区园区#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果59",
    CASE WHEN "示范区项目#各行#17" THEN TRUE WHEN "示范区项目#各行#18" > 0 THEN NULL ELSE FALSE END AS "#企业#结果60",
    CASE WHEN "示范区园区#各行#7" THEN TRUE WHEN "示范区园区#各行#8" > 0 THEN NULL ELSE FALSE END AS "#企业#结果61",
    CASE WHEN "示范区园区#各行#12" THEN TRUE WHEN "示范区园区#各行#13" > 0 THEN NULL ELSE FALSE END AS "#企业#结果62",
    CASE WHEN "示范区项目#各行#22" THEN TRUE WHEN "示范区项目#各行#23" > 0 THEN NULL ELSE FALSE END AS "#企业#结果63",
    coalesce("创业投资基金#各行#1", (("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "#企业#结果64",
    CASE WHEN "创业投资基金#各行#2" THEN TRUE WHEN "创业投资基金#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果65",
    coalesce("股权投资#各行#1", (("测算日"() - DATE '0001-01-01') >= 738155) IS NOT FALSE) AS "#企业#结果66",
    CASE WHEN "股权投资#各行#2" THEN TRUE WHEN "股权投资#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果67",
    coalesce("引进平台#各行#1", (("测算日"() - DATE '0001-01-01') >= 737419) IS NOT FALSE) AS "#企业#结果68",
    CASE WHEN "引进平台#各行#2" THEN TRUE WHEN "引进平台#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果69",
    CASE WHEN "引进平台#各行#8" THEN TRUE WHEN "引进平台#各行#9" > 0 THEN NULL ELSE FALSE END AS "#企业#结果70",
    CASE WHEN "引进平台#各行#14" THEN TRUE WHEN "引进平台#各行#15" > 0 THEN NULL ELSE FALSE END AS "#企业#结果71",
    CASE WHEN "引进平台#各行#17" > 0 THEN NULL ELSE "引进平台#各行#16" END AS "#企业#结果72",
    CASE WHEN "引进平台#各行#21" THEN TRUE WHEN "引进平台#各行#22" > 0 THEN NULL ELSE FALSE END AS "#企业#结果73",
    CASE WHEN "引进平台#各行#27" THEN TRUE WHEN "引进平台#各行#28" > 0 THEN NULL ELSE FALSE END AS "#企业#结果74",
    CASE WHEN "引进平台#各行#33" THEN TRUE WHEN "引进平台#各行#34" > 0 THEN NULL ELSE FALSE END AS "#企业#结果75",
    coalesce("引进项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 737419) IS NOT FALSE) AS "#企业#结果76",
    CASE WHEN "引进项目#各行#2" THEN TRUE WHEN "引进项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果77",
    CASE WHEN "引进项目#各行#5" > 0 THEN NULL ELSE "引进项目#各行#4" END AS "#企业#结果78",
    CASE WHEN "引进项目#各行#9" THEN TRUE WHEN "引进项目#各行#10" > 0 THEN NULL ELSE FALSE END AS "#企业#结果79",
    CASE WHEN "引进项目#各行#12" > 0 THEN NULL ELSE "引进项目#各行#11" END AS "#企业#结果80",
    CASE WHEN "引进平台#各行#39" THEN TRUE WHEN "引进平台#各行#40" > 0 THEN NULL ELSE FALSE END AS "#企业#结果81",
    coalesce("转化成果#各行#1", (("测算日"() - DATE '0001-01-01') >= 737419) IS NOT FALSE) AS "#企业#结果82",
    CASE WHEN "转化成果#各行#2" THEN TRUE WHEN "转化成果#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果83",
    CASE WHEN "引进平台#各行#45" THEN TRUE WHEN "引进平台#各行#46" > 0 THEN NULL ELSE FALSE END AS "#企业#结果84",
    CASE WHEN "引进平台#各行#51" THEN TRUE WHEN "引进平台#各行#52" > 0 THEN NULL ELSE FALSE END AS "#企业#结果85",
    CASE WHEN "引进平台#各行#56" THEN TRUE WHEN "引进平台#各行#57" > 0 THEN NULL ELSE FALSE END AS "#企业#结果86",
    CASE WHEN "引进平台#各行#61" THEN TRUE WHEN "引进平台#各行#62" > 0 THEN NULL ELSE FALSE END AS "#企业#结果87",
    CASE WHEN "引进平台#各行#66" THEN TRUE WHEN "引进平台#各行#67" > 0 THEN NULL ELSE FALSE END AS "#企业#结果88",
    CASE WHEN "引进项目#各行#16" THEN TRUE WHEN "引进项目#各行#17" > 0 THEN NULL ELSE FALSE END AS "#企业#结果89",
    CASE WHEN "引进项目#各行#19" > 0 THEN NULL ELSE "引进项目#各行#18" END AS "#企业#结果90",
    CASE WHEN "引进平台#各行#71" THEN TRUE WHEN "引进平台#各行#72" > 0 THEN NULL ELSE FALSE END AS "#企业#结果91",
    coalesce("创业投资#各行#1", (("测算日"() - DATE '0001-01-01') >= 738280) IS NOT FALSE) AS "#企业#结果92",
    CASE WHEN "创业投资#各行#2" THEN TRUE WHEN "创业投资#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果93",
    CASE WHEN "创业投资#各行#5" > 0 THEN NULL ELSE "创业投资#各行#4" END AS "#企业#结果94",
    coalesce("孵化载体#各行#1", (("测算日"() - DATE '0001-01-01') >= 738607) IS NOT FALSE) AS "#企业#结果95",
    CASE WHEN "孵化载体#各行#2" THEN TRUE WHEN "孵化载体#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果96",
    CASE WHEN "孵化载体#各行#7" THEN TRUE WHEN "孵化载体#各行#8" > 0 THEN NULL ELSE FALSE END AS "#企业#结果97",
    coalesce("创业投资#各行#9", (("测算日"() - DATE '0001-01-01') >= 738607) IS NOT FALSE) AS "#企业#结果98",
    CASE WHEN "创业投资#各行#10" THEN TRUE WHEN "创业投资#各行#11" > 0 THEN NULL ELSE FALSE END AS "#企业#结果99",
    CASE WHEN "创业投资#各行#13" > 0 THEN NULL ELSE "创业投资#各行#12" END AS "#企业#结果100",
    CASE WHEN "孵化载体#各行#12" THEN TRUE WHEN "孵化载体#各行#13" > 0 THEN NULL ELSE FALSE END AS "#企业#结果101",
    CASE WHEN "孵化载体#各行#15" > 0 THEN NULL ELSE "孵化载体#各行#14" END AS "#企业#结果102",
    coalesce("产业投资项目#各行#1", (("测算日"() - DATE '0001-01-01') >= 738607) IS NOT FALSE) AS "#企业#结果103",
    CASE WHEN "产业投资项目#各行#2" THEN TRUE WHEN "产业投资项目#各行#3" > 0 THEN NULL ELSE FALSE END AS "#企业#结果104",
    CASE WHEN "#企业#结果132" <> '不判' THEN "#企业12" END AS "#企业#结果133",
    CASE WHEN "#企业#结果132" <> '不判' THEN "#企业13" END AS "#企业#结果134",
    CASE WHEN "#企业#结果135" <> '不判' THEN "#企业19" END AS "#企业#结果136",
    CASE WHEN "#企业#结果135" <> '不判' THEN "#企业20" END AS "#企业#结果137",
    CASE WHEN "#企业#结果141" <> '不判' THEN "#企业24" END AS "#企业#结果142",
    CASE WHEN "#企业#结果141" <> '不判' THEN "#企业25" END AS "#企业#结果143",
    CASE WHEN "#企业#结果144" <> '不判' THEN "#企业30" END AS "#企业#结果145",
    CASE WHEN "#企业#结果144" <> '不判' THEN "#企业31" END AS "#企业#结果146",
    CASE WHEN "#企业#结果159" <> '不判' THEN "#企业36" END AS "#企业#结果160",
    CASE WHEN "#企业#结果159" <> '不判' THEN "#企业37" END AS "#企业#结果161",
    CASE WHEN "#企业#结果168" <> '不判' THEN "#企业42" END AS "#企业#结果169",
    CASE WHEN "#企业#结果168" <> '不判' THEN "#企业43" END AS "#企业#结果170",
    CASE WHEN "#企业#结果175" <> '不判' THEN "#企业59" END AS "#企业#结果176",
    CASE WHEN "#企业#结果175" <> '不判' THEN "#企业60" END AS "#企业#结果177",
    CASE WHEN "#企业#结果181" <> '不判' THEN "#企业64" END AS "#企业#结果182",
    CASE WHEN "#企业#结果181" <> '不判' THEN "#企业65" END AS "#企业#结果183",
    CASE WHEN "#企业#结果184" <> '不判' THEN "#企业70" END AS "#企业#结果185",
    CASE WHEN "#企业#结果184" <> '不判' THEN "#企业71" END AS "#企业#结果186",
    CASE WHEN "#企业#结果190" <> '不判' THEN "#企业75" END AS "#企业#结果191",
    CASE WHEN "#企业#结果190" <> '不判' THEN "#企业76" END AS "#企业#结果192",
    CASE WHEN "#企业#结果196" <> '不判' THEN "#企业81" END AS "#企业#结果197",
    CASE WHEN "#企业#结果196" <> '不判' THEN "#企业82" END AS "#企业#结果198",
    CASE WHEN "#企业#结果205" <> '不判' THEN "#企业87" END AS "#企业#结果206",
    CASE WHEN "#企业#结果205" <> '不判' THEN "#企业88" END AS "#企业#结果207",
    CASE WHEN "#企业#结果224" <> '不判' THEN "#企业101" END AS "#企业#结果225",
    CASE WHEN "#企业#结果224" <> '不判' THEN "#企业102" END AS "#企业#结果226",
    CASE WHEN "#企业#结果270" <> '不判' THEN "#企业109" END AS "#企业#结果271",
    CASE WHEN "#企业#结果270" <> '不判' THEN "#企业110" END AS "#企业#结果272",
    CASE WHEN "#企业#结果275" <> '不判' THEN "#企业120" END AS "#企业#结果276",
    CASE WHEN "#企业#结果275" <> '不判' THEN "#企业121" END AS "#企业#结果277",
    CASE WHEN "#企业#结果286" <> '不判' THEN "#企业134" END AS "#企业#结果287",
    CASE WHEN "#企业#结果286" <> '不判' THEN "#企业135" END AS "#企业#结果288"
  FROM "企业#结果#1" AS p),
"企业#结果#3" AS (
  SELECT p.*,
    CASE WHEN "#企业#结果1" IS FALSE THEN '不在施行期' WHEN "设施投入#各行#6" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#3" OR "其他政策支持#企业#全#1") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果2" AND "设施投入#各行#7" = "#企业#结果3" THEN '符合' ELSE '未定' END AS "#企业#结果105",
    CASE WHEN "#企业#结果4" IS FALSE THEN '不在施行期' WHEN "创新平台#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#4" OR "其他政策支持#企业#全#2" OR "创新平台#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果5" AND "创新平台#各行#6" = "创新平台#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果108",
    CASE WHEN "#企业#结果6" IS FALSE THEN '不在施行期' WHEN "绩效评价#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#5" OR "其他政策支持#企业#全#3" OR "绩效评价#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果7" AND "绩效评价#各行#6" = "绩效评价#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果111",
    CASE WHEN "#企业#结果4" IS FALSE THEN '不在施行期' WHEN "创新平台#各行#11" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#6" OR "其他政策支持#企业#全#4" OR "创新平台#各行#13") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果8" AND "创新平台#各行#12" = "创新平台#各行#10" THEN '符合' ELSE '未定' END AS "#企业#结果114",
    CASE WHEN "#企业#结果4" IS FALSE THEN '不在施行期' WHEN "创新平台#各行#17" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#7" OR "其他政策支持#企业#全#5" OR "创新平台#各行#19") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果9" AND "创新平台#各行#18" = "创新平台#各行#16" THEN '符合' ELSE '未定' END AS "#企业#结果117",
    CASE WHEN "#企业#结果6" IS FALSE THEN '不在施行期' WHEN "绩效评价#各行#11" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#8" OR "其他政策支持#企业#全#6" OR "绩效评价#各行#13") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果10" AND "绩效评价#各行#12" = "绩效评价#各行#10" THEN '符合' ELSE '未定' END AS "#企业#结果120",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 737961) IS FALSE THEN '不在施行期' WHEN "#企业3" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#7" OR "#企业8") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业4" AND "#企业#结果12" = "#企业#结果13" THEN '符合' ELSE '未定' END AS "#企业#结果123",
    CASE WHEN "#企业#结果14" IS FALSE THEN '不在施行期' WHEN "科技项目#各行#5" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#8") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果15" AND "#企业#结果16" = "#企业#结果17" THEN '符合' ELSE '未定' END AS "#企业#结果126",
    CASE WHEN "#企业#结果14" IS FALSE THEN '不在施行期' WHEN "科技项目#各行#11" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#9") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果18" AND "科技项目#各行#12" = "#企业#结果19" THEN '符合' ELSE '未定' END AS "#企业#结果129",
    CASE WHEN "#企业#结果20" IS FALSE THEN '不在施行期' WHEN "产学研项目#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#9" OR "其他政策支持#企业#全#11" OR "产学研项目#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果21" AND "产学研项目#各行#6" = "产学研项目#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果138",
    CASE WHEN "#企业#结果22" IS FALSE THEN '不在施行期' WHEN "软件成果#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#10" OR "其他政策支持#企业#全#14" OR "软件成果#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果23" AND "软件成果#各行#6" = "软件成果#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果147",
    CASE WHEN "#企业#结果24" IS FALSE THEN '不在施行期' WHEN "工业互联网项目#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#11" OR "其他政策支持#企业#全#15" OR "工业互联网项目#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果25" AND "工业互联网项目#各行#6" = "工业互联网项目#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果150",
    CASE WHEN "#企业#结果26" IS FALSE THEN '不在施行期' WHEN "资质称号#各行#6" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#12" OR "其他政策支持#企业#全#16" OR "资质称号#各行#8") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果27" AND "资质称号#各行#7" = "#企业#结果28" THEN '符合' ELSE '未定' END AS "#企业#结果153",
    CASE WHEN "#企业#结果29" IS FALSE THEN '不在施行期' WHEN "线上平台项目#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#13" OR "其他政策支持#企业#全#17" OR "线上平台项目#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果30" AND "线上平台项目#各行#6" = "线上平台项目#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果156",
    CASE WHEN "#企业#结果6" IS FALSE THEN '不在施行期' WHEN "绩效评价#各行#17" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#14" OR "其他政策支持#企业#全#19" OR "绩效评价#各行#19") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果31" AND "绩效评价#各行#18" = "绩效评价#各行#16" THEN '符合' ELSE '未定' END AS "#企业#结果162",
    CASE WHEN "#企业#结果32" IS FALSE THEN '不在施行期' WHEN "科技分支机构#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#15" OR "其他政策支持#企业#全#20" OR "科技分支机构#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果33" AND "科技分支机构#各行#6" = "科技分支机构#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果165",
    CASE WHEN "#企业#结果34" IS FALSE THEN '不在施行期' WHEN "再融资#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#16" OR "其他政策支持#企业#全#22") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果35" AND "再融资#各行#6" = "再融资#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果171",
    CASE WHEN "#企业#结果36" IS FALSE THEN '不在施行期' WHEN "国外发明专利#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#17" OR "其他政策支持#企业#全#24" OR "国外发明专利#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果37" AND "国外发明专利#各行#6" = "国外发明专利#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果178",
    CASE WHEN "#企业#结果38" IS FALSE THEN '不在施行期' WHEN "城市更新应用#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#18" OR "其他政策支持#企业#全#27" OR "城市更新应用#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果39" AND "城市更新应用#各行#6" = "城市更新应用#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果187",
    CASE WHEN "#企业#结果40" IS FALSE THEN '不在施行期' WHEN "成果转化项目#各行#6" IS FALSE THEN '不符合' WHEN ("其他政策支持#企业#全#29") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果41" AND "成果转化项目#各行#7" = "#企业#结果42" THEN '符合' ELSE '未定' END AS "#企业#结果193",
    CASE WHEN "#企业#结果6" IS FALSE THEN '不在施行期' WHEN "绩效评价#各行#23" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#19" OR "其他政策支持#企业#全#31" OR "绩效评价#各行#25") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果43" AND "绩效评价#各行#24" = "绩效评价#各行#22" THEN '符合' ELSE '未定' END AS "#企业#结果199",
    CASE WHEN "#企业#结果44" IS FALSE THEN '不在施行期' WHEN "主题活动#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#20" OR "其他政策支持#企业#全#32") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果45" AND "主题活动#各行#6" = "主题活动#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果202",
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738155) IS FALSE THEN '不在施行期' WHEN "#企业91" IS FALSE THEN '不符合' WHEN ("#企业95") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业91" AND "#企业#结果47" = "#企业#结果48" THEN '符合' ELSE '未定' END AS "#企业#结果208",
    CASE WHEN "#企业#结果49" IS FALSE THEN '不在施行期' WHEN "示范区研发机构#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果50" AND "示范区研发机构#各行#6" = "示范区研发机构#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果211",
    CASE WHEN "#企业#结果49" IS FALSE THEN '不在施行期' WHEN "示范区研发机构#各行#10" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果51" AND "示范区研发机构#各行#11" = "示范区研发机构#各行#9" THEN '符合' ELSE '未定' END AS "#企业#结果212",
    CASE WHEN "#企业#结果52" IS FALSE THEN '不在施行期' WHEN "双创基地#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果53" AND "双创基地#各行#6" = "双创基地#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果213",
    CASE WHEN "#企业#结果54" IS FALSE THEN '不在施行期' WHEN "示范区项目#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果55" AND "示范区项目#各行#6" = "示范区项目#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果215",
    CASE WHEN "#企业#结果54" IS FALSE THEN '不在施行期' WHEN "示范区项目#各行#10" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果56" AND "示范区项目#各行#11" = "示范区项目#各行#9" THEN '符合' ELSE '未定' END AS "#企业#结果216",
    CASE WHEN "#企业#结果54" IS FALSE THEN '不在施行期' WHEN "示范区项目#各行#15" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果57" AND "示范区项目#各行#16" = "示范区项目#各行#14" THEN '符合' ELSE '未定' END AS "#企业#结果217",
    CASE WHEN "#企业#结果58" IS FALSE THEN '不在施行期' WHEN "示范区园区#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果59" AND "示范区园区#各行#6" = "示范区园区#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果218",
    CASE WHEN "#企业#结果54" IS FALSE THEN '不在施行期' WHEN "示范区项目#各行#20" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果60" AND "示范区项目#各行#21" = "示范区项目#各行#19" THEN '符合' ELSE '未定' END AS "#企业#结果219",
    CASE WHEN "#企业#结果58" IS FALSE THEN '不在施行期' WHEN "示范区园区#各行#10" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果61" AND "示范区园区#各行#11" = "示范区园区#各行#9" THEN '符合' ELSE '未定' END AS "#企业#结果220",
    CASE WHEN "#企业#结果58" IS FALSE THEN '不在施行期' WHEN "示范区园区#各行#15" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果62" AND "示范区园区#各行#16" = "示范区园区#各行#14" THEN '符合' ELSE '未定' END AS "#企业#结果221",
    CASE WHEN "#企业#结果54" IS FALSE THEN '不在施行期' WHEN "示范区项目#各行#25" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果63" AND "示范区项目#各行#26" = "示范区项目#各行#24" THEN '符合' ELSE '未定' END AS "#企业#结果222",
    CASE WHEN "#企业#结果64" IS FALSE THEN '不在施行期' WHEN "创业投资基金#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果65" AND "创业投资基金#各行#6" = "创业投资基金#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果223",
    CASE WHEN "#企业#结果66" IS FALSE THEN '不在施行期' WHEN "股权投资#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果67" AND "股权投资#各行#6" = "股权投资#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果227",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#21" OR "引进平台#各行#7") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果69" AND "引进平台#各行#6" = "引进平台#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果228",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#11" IS FALSE THEN '不符合' WHEN ("引进平台#各行#13") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果70" AND "引进平台#各行#12" = "引进平台#各行#10" THEN '符合' ELSE '未定' END AS "#企业#结果231",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#18" IS FALSE THEN '不符合' WHEN ("引进平台#各行#20") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果71" AND "引进平台#各行#19" = "#企业#结果72" THEN '符合' ELSE '未定' END AS "#企业#结果234",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#24" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#22" OR "引进平台#各行#26") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果73" AND "引进平台#各行#25" = "引进平台#各行#23" THEN '符合' ELSE '未定' END AS "#企业#结果237",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#30" IS FALSE THEN '不符合' WHEN ("引进平台#各行#32") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果74" AND "引进平台#各行#31" = "引进平台#各行#29" THEN '符合' ELSE '未定' END AS "#企业#结果240",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#36" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#23" OR "引进平台#各行#38") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果75" AND "引进平台#各行#37" = "引进平台#各行#35" THEN '符合' ELSE '未定' END AS "#企业#结果243",
    CASE WHEN "#企业#结果76" IS FALSE THEN '不在施行期' WHEN "引进项目#各行#6" IS FALSE THEN '不符合' WHEN ("引进项目#各行#8") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果77" AND "引进项目#各行#7" = "#企业#结果78" THEN '符合' ELSE '未定' END AS "#企业#结果246",
    CASE WHEN "#企业#结果76" IS FALSE THEN '不在施行期' WHEN "引进项目#各行#13" IS FALSE THEN '不符合' WHEN ("引进项目#各行#15") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果79" AND "引进项目#各行#14" = "#企业#结果80" THEN '符合' ELSE '未定' END AS "#企业#结果249",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#42" IS FALSE THEN '不符合' WHEN ("引进平台#各行#44") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果81" AND "引进平台#各行#43" = "引进平台#各行#41" THEN '符合' ELSE '未定' END AS "#企业#结果252",
    CASE WHEN "#企业#结果82" IS FALSE THEN '不在施行期' WHEN "转化成果#各行#5" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#24") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果83" AND "转化成果#各行#6" = "转化成果#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果255",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#48" IS FALSE THEN '不符合' WHEN ("引进平台#各行#50") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果84" AND "引进平台#各行#49" = "引进平台#各行#47" THEN '符合' ELSE '未定' END AS "#企业#结果258",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#54" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果85" AND "引进平台#各行#55" = "引进平台#各行#53" THEN '符合' ELSE '未定' END AS "#企业#结果261",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#59" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果86" AND "引进平台#各行#60" = "引进平台#各行#58" THEN '符合' ELSE '未定' END AS "#企业#结果262",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#64" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果87" AND "引进平台#各行#65" = "引进平台#各行#63" THEN '符合' ELSE '未定' END AS "#企业#结果263",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#69" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果88" AND "引进平台#各行#70" = "引进平台#各行#68" THEN '符合' ELSE '未定' END AS "#企业#结果264",
    CASE WHEN "#企业#结果76" IS FALSE THEN '不在施行期' WHEN "引进项目#各行#20" IS FALSE THEN '不符合' WHEN ("引进项目#各行#22") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果89" AND "引进项目#各行#21" = "#企业#结果90" THEN '符合' ELSE '未定' END AS "#企业#结果265",
    CASE WHEN "#企业#结果68" IS FALSE THEN '不在施行期' WHEN "引进平台#各行#74" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果91" AND "引进平台#各行#75" = "引进平台#各行#73" THEN '符合' ELSE '未定' END AS "#企业#结果268",
    CASE WHEN "#企业#结果92" IS FALSE THEN '不在施行期' WHEN "创业投资#各行#6" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#25" OR "创业投资#各行#8") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果93" AND "创业投资#各行#7" = "#企业#结果94" THEN '符合' ELSE '未定' END AS "#企业#结果278",
    CASE WHEN "#企业#结果95" IS FALSE THEN '不在施行期' WHEN "孵化载体#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果96" AND "孵化载体#各行#6" = "孵化载体#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果284",
    CASE WHEN "#企业#结果95" IS FALSE THEN '不在施行期' WHEN "孵化载体#各行#10" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果97" AND "孵化载体#各行#11" = "孵化载体#各行#9" THEN '符合' ELSE '未定' END AS "#企业#结果285",
    CASE WHEN "#企业#结果98" IS FALSE THEN '不在施行期' WHEN "创业投资#各行#14" IS FALSE THEN '不符合' WHEN ("兑现记录#企业#全#26" OR "创业投资#各行#16") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果99" AND "创业投资#各行#15" = "#企业#结果100" THEN '符合' ELSE '未定' END AS "#企业#结果289",
    CASE WHEN "#企业#结果95" IS FALSE THEN '不在施行期' WHEN "孵化载体#各行#16" IS FALSE THEN '不符合' WHEN ("孵化载体#各行#18") THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果101" AND "孵化载体#各行#17" = "#企业#结果102" THEN '符合' ELSE '未定' END AS "#企业#结果292",
    CASE WHEN "#企业#结果103" IS FALSE THEN '不在施行期' WHEN "产业投资项目#各行#5" IS FALSE THEN '不符合' WHEN FALSE THEN '不判' WHEN FALSE THEN '让位' WHEN "#企业#结果104" AND "产业投资项目#各行#6" = "产业投资项目#各行#4" THEN '符合' ELSE '未定' END AS "#企业#结果295"
  FROM "企业#结果#2" AS p),
"企业#结果#4" AS (
  SELECT p.*,
    CASE WHEN "#企业#结果105" <> '不判' THEN "设施投入#各行#7" END AS "#企业#结果106",
    CASE WHEN "#企业#结果105" <> '不判' THEN "#企业#结果3" END AS "#企业#结果107",
    CASE WHEN "#企业#结果108" <> '不判' THEN "创新平台#各行#6" END AS "#企业#结果109",
    CASE WHEN "#企业#结果108" <> '不判' THEN "创新平台#各行#4" END AS "#企业#结果110",
    CASE WHEN "#企业#结果111" <> '不判' THEN "绩效评价#各行#6" END AS "#企业#结果112",
    CASE WHEN "#企业#结果111" <> '不判' THEN "绩效评价#各行#4" END AS "#企业#结果113",
    CASE WHEN "#企业#结果114" <> '不判' THEN "创新平台#各行#12" END AS "#企业#结果115",
    CASE WHEN "#企业#结果114" <> '不判' THEN "创新平台#各行#10" END AS "#企业#结果116",
    CASE WHEN "#企业#结果117" <> '不判' THEN "创新平台#各行#18" END AS "#企业#结果118",
    CASE WHEN "#企业#结果117" <> '不判' THEN "创新平台#各行#16" END AS "#企业#结果119",
    CASE WHEN "#企业#结果120" <> '不判' THEN "绩效评价#各行#12" END AS "#企业#结果121",
    CASE WHEN "#企业#结果120" <> '不判' THEN "绩效评价#各行#10" END AS "#企业#结果122",
    CASE WHEN "#企业#结果123" <> '不判' THEN "#企业#结果12" END AS "#企业#结果124",
    CASE WHEN "#企业#结果123" <> '不判' THEN "#企业#结果13" END AS "#企业#结果125",
    CASE WHEN "#企业#结果126" <> '不判' THEN "#企业#结果16" END AS "#企业#结果127",
    CASE WHEN "#企业#结果126" <> '不判' THEN "#企业#结果17" END AS "#企业#结果128",
    CASE WHEN "#企业#结果129" <> '不判' THEN "科技项目#各行#12" END AS "#企业#结果130",
    CASE WHEN "#企业#结果129" <> '不判' THEN "#企业#结果19" END AS "#企业#结果131",
    CASE WHEN "#企业#结果138" <> '不判' THEN "产学研项目#各行#6" END AS "#企业#结果139",
    CASE WHEN "#企业#结果138" <> '不判' THEN "产学研项目#各行#4" END AS "#企业#结果140",
    CASE WHEN "#企业#结果147" <> '不判' THEN "软件成果#各行#6" END AS "#企业#结果148",
    CASE WHEN "#企业#结果147" <> '不判' THEN "软件成果#各行#4" END AS "#企业#结果149",
    CASE WHEN "#企业#结果150" <> '不判' THEN "工业互联网项目#各行#6" END AS "#企业#结果151",
    CASE WHEN "#企业#结果150" <> '不判' THEN "工业互联网项目#各行#4" END AS "#企业#结果152",
    CASE WHEN "#企业#结果153" <> '不判' THEN "资质称号#各行#7" END AS "#企业#结果154",
    CASE WHEN "#企业#结果153" <> '不判' THEN "#企业#结果28" END AS "#企业#结果155",
    CASE WHEN "#企业#结果156" <> '不判' THEN "线上平台项目#各行#6" END AS "#企业#结果157",
    CASE WHEN "#企业#结果156" <> '不判' THEN "线上平台项目#各行#4" END AS "#企业#结果158",
    CASE WHEN "#企业#结果162" <> '不判' THEN "绩效评价#各行#18" END AS "#企业#结果163",
    CASE WHEN "#企业#结果162" <> '不判' THEN "绩效评价#各行#16" END AS "#企业#结果164",
    CASE WHEN "#企业#结果165" <> '不判' THEN "科技分支机构#各行#6" END AS "#企业#结果166",
    CASE WHEN "#企业#结果165" <> '不判' THEN "科技分支机构#各行#4" END AS "#企业#结果167",
    CASE WHEN "#企业#结果171" <> '不判' THEN "再融资#各行#6" END AS "#企业#结果172",
    CASE WHEN "#企业#结果171" <> '不判' THEN "再融资#各行#4" END AS "#企业#结果173",
    CASE WHEN "#企业#结果178" <> '不判' THEN "国外发明专利#各行#6" END AS "#企业#结果179",
    CASE WHEN "#企业#结果178" <> '不判' THEN "国外发明专利#各行#4" END AS "#企业#结果180",
    CASE WHEN "#企业#结果187" <> '不判' THEN "城市更新应用#各行#6" END AS "#企业#结果188",
    CASE WHEN "#企业#结果187" <> '不判' THEN "城市更新应用#各行#4" END AS "#企业#结果189",
    CASE WHEN "#企业#结果193" <> '不判' THEN "成果转化项目#各行#7" END AS "#企业#结果194",
    CASE WHEN "#企业#结果193" <> '不判' THEN "#企业#结果42" END AS "#企业#结果195",
    CASE WHEN "#企业#结果199" <> '不判' THEN "绩效评价#各行#24" END AS "#企业#结果200",
    CASE WHEN "#企业#结果199" <> '不判' THEN "绩效评价#各行#22" END AS "#企业#结果201",
    CASE WHEN "#企业#结果202" <> '不判' THEN "主题活动#各行#6" END AS "#企业#结果203",
    CASE WHEN "#企业#结果202" <> '不判' THEN "主题活动#各行#4" END AS "#企业#结果204",
    CASE WHEN "#企业#结果208" <> '不判' THEN "#企业#结果47" END AS "#企业#结果209",
    CASE WHEN "#企业#结果208" <> '不判' THEN "#企业#结果48" END AS "#企业#结果210",
    CASE WHEN "#企业#结果228" <> '不判' THEN "引进平台#各行#6" END AS "#企业#结果229",
    CASE WHEN "#企业#结果228" <> '不判' THEN "引进平台#各行#4" END AS "#企业#结果230",
    CASE WHEN "#企业#结果231" <> '不判' THEN "引进平台#各行#12" END AS "#企业#结果232",
    CASE WHEN "#企业#结果231" <> '不判' THEN "引进平台#各行#10" END AS "#企业#结果233",
    CASE WHEN "#企业#结果234" <> '不判' THEN "引进平台#各行#19" END AS "#企业#结果235",
    CASE WHEN "#企业#结果234" <> '不判' THEN "#企业#结果72" END AS "#企业#结果236",
    CASE WHEN "#企业#结果237" <> '不判' THEN "引进平台#各行#25" END AS "#企业#结果238",
    CASE WHEN "#企业#结果237" <> '不判' THEN "引进平台#各行#23" END AS "#企业#结果239",
    CASE WHEN "#企业#结果240" <> '不判' THEN "引进平台#各行#31" END AS "#企业#结果241",
    CASE WHEN "#企业#结果240" <> '不判' THEN "引进平台#各行#29" END AS "#企业#结果242",
    CASE WHEN "#企业#结果243" <> '不判' THEN "引进平台#各行#37" END AS "#企业#结果244",
    CASE WHEN "#企业#结果243" <> '不判' THEN "引进平台#各行#35" END AS "#企业#结果245",
    CASE WHEN "#企业#结果246" <> '不判' THEN "引进项目#各行#7" END AS "#企业#结果247",
    CASE WHEN "#企业#结果246" <> '不判' THEN "#企业#结果78" END AS "#企业#结果248",
    CASE WHEN "#企业#结果249" <> '不判' THEN "引进项目#各行#14" END AS "#企业#结果250",
    CASE WHEN "#企业#结果249" <> '不判' THEN "#企业#结果80" END AS "#企业#结果251",
    CASE WHEN "#企业#结果252" <> '不判' THEN "引进平台#各行#43" END AS "#企业#结果253",
    CASE WHEN "#企业#结果252" <> '不判' THEN "引进平台#各行#41" END AS "#企业#结果254",
    CASE WHEN "#企业#结果255" <> '不判' THEN "转化成果#各行#6" END AS "#企业#结果256",
    CASE WHEN "#企业#结果255" <> '不判' THEN "转化成果#各行#4" END AS "#企业#结果257",
    CASE WHEN "#企业#结果258" <> '不判' THEN "引进平台#各行#49" END AS "#企业#结果259",
    CASE WHEN "#企业#结果258" <> '不判' THEN "引进平台#各行#47" END AS "#企业#结果260",
    CASE WHEN "#企业#结果265" <> '不判' THEN "引进项目#各行#21" END AS "#企业#结果266",
    CASE WHEN "#企业#结果265" <> '不判' THEN "#企业#结果90" END AS "#企业#结果267",
    CASE WHEN "#企业#结果278" <> '不判' THEN "创业投资#各行#7" END AS "#企业#结果279",
    CASE WHEN "#企业#结果278" <> '不判' THEN "#企业#结果94" END AS "#企业#结果280",
    CASE WHEN "#企业#结果289" <> '不判' THEN "创业投资#各行#15" END AS "#企业#结果290",
    CASE WHEN "#企业#结果289" <> '不判' THEN "#企业#结果100" END AS "#企业#结果291",
    CASE WHEN "#企业#结果292" <> '不判' THEN "孵化载体#各行#17" END AS "#企业#结果293",
    CASE WHEN "#企业#结果292" <> '不判' THEN "#企业#结果102" END AS "#企业#结果294"
  FROM "企业#结果#3" AS p)
SELECT "#主键" AS "主键",
  "#企业#结果105" AS "1·1.1·状态", "#企业#结果106" AS "1·1.1·下限", "#企业#结果107" AS "1·1.1·上限",
  "#企业#结果108" AS "2·1.2·状态", "#企业#结果109" AS "2·1.2·下限", "#企业#结果110" AS "2·1.2·上限",
  "#企业#结果111" AS "3·1.3·状态", "#企业#结果112" AS "3·1.3·下限", "#企业#结果113" AS "3·1.3·上限",
  "#企业#结果114" AS "4·1.4·状态", "#企业#结果115" AS "4·1.4·下限", "#企业#结果116" AS "4·1.4·上限",
  "#企业#结果117" AS "5·1.5·状态", "#企业#结果118" AS "5·1.5·下限", "#企业#结果119" AS "5·1.5·上限",
  "#企业#结果120" AS "6·1.6·状态", "#企业#结果121" AS "6·1.6·下限", "#企业#结果122" AS "6·1.6·上限",
  "#企业#结果123" AS "7·2·状态", "#企业#结果124" AS "7·2·下限", "#企业#结果125" AS "7·2·上限",
  "#企业#结果126" AS "8·3.1·状态", "#企业#结果127" AS "8·3.1·下限", "#企业#结果128" AS "8·3.1·上限",
  "#企业#结果129" AS "9·3.2·状态", "#企业#结果130" AS "9·3.2·下限", "#企业#结果131" AS "9·3.2·上限",
  "#企业#结果132" AS "10·4.1·状态", "#企业#结果133" AS "10·4.1·下限", "#企业#结果134" AS "10·4.1·上限",
  "#企业#结果135" AS "11·4.2·状态", "#企业#结果136" AS "11·4.2·下限", "#企业#结果137" AS "11·4.2·上限",
  "#企业#结果138" AS "12·4.3·状态", "#企业#结果139" AS "12·4.3·下限", "#企业#结果140" AS "12·4.3·上限",
  "#企业#结果141" AS "13·5·状态", "#企业#结果142" AS "13·5·下限", "#企业#结果143" AS "13·5·上限",
  "#企业#结果144" AS "14·6.1·状态", "#企业#结果145" AS "14·6.1·下限", "#企业#结果146" AS "14·6.1·上限",
  "#企业#结果147" AS "15·6.2·状态", "#企业#结果148" AS "15·6.2·下限", "#企业#结果149" AS "15·6.2·上限",
  "#企业#结果150" AS "16·6.3·状态", "#企业#结果151" AS "16·6.3·下限", "#企业#结果152" AS "16·6.3·上限",
  "#企业#结果153" AS "17·6.4·状态", "#企业#结果154" AS "17·6.4·下限", "#企业#结果155" AS "17·6.4·上限",
  "#企业#结果156" AS "18·7.1·状态", "#企业#结果157" AS "18·7.1·下限", "#企业#结果158" AS "18·7.1·上限",
  "#企业#结果159" AS "19·7.2·状态", "#企业#结果160" AS "19·7.2·下限", "#企业#结果161" AS "19·7.2·上限",
  "#企业#结果162" AS "20·7.3·状态", "#企业#结果163" AS "20·7.3·下限", "#企业#结果164" AS "20·7.3·上限",
  "#企业#结果165" AS "21·7.4·状态", "#企业#结果166" AS "21·7.4·下限", "#企业#结果167" AS "21·7.4·上限",
  "#企业#结果168" AS "22·10.1·状态", "#企业#结果169" AS "22·10.1·下限", "#企业#结果170" AS "22·10.1·上限",
  "#企业#结果171" AS "23·10.2·状态", "#企业#结果172" AS "23·10.2·下限", "#企业#结果173" AS "23·10.2·上限",
  "#企业#结果174" AS "24·10.3·状态", "#企业48" AS "24·10.3·下限", "#企业49" AS "24·10.3·上限",
  "#企业#结果175" AS "25·12.2·状态", "#企业#结果176" AS "25·12.2·下限", "#企业#结果177" AS "25·12.2·上限",
  "#企业#结果178" AS "26·14·状态", "#企业#结果179" AS "26·14·下限", "#企业#结果180" AS "26·14·上限",
  "#企业#结果181" AS "27·15.1·状态", "#企业#结果182" AS "27·15.1·下限", "#企业#结果183" AS "27·15.1·上限",
  "#企业#结果184" AS "28·15.2·状态", "#企业#结果185" AS "28·15.2·下限", "#企业#结果186" AS "28·15.2·上限",
  "#企业#结果187" AS "29·16.2·状态", "#企业#结果188" AS "29·16.2·下限", "#企业#结果189" AS "29·16.2·上限",
  "#企业#结果190" AS "30·17.1·状态", "#企业#结果191" AS "30·17.1·下限", "#企业#结果192" AS "30·17.1·上限",
  "#企业#结果193" AS "31·17.2·状态", "#企业#结果194" AS "31·17.2·下限", "#企业#结果195" AS "31·17.2·上限",
  "#企业#结果196" AS "32·18·状态", "#企业#结果197" AS "32·18·下限", "#企业#结果198" AS "32·18·上限",
  "#企业#结果199" AS "33·19·状态", "#企业#结果200" AS "33·19·下限", "#企业#结果201" AS "33·19·上限",
  "#企业#结果202" AS "34·20·状态", "#企业#结果203" AS "34·20·下限", "#企业#结果204" AS "34·20·上限",
  "#企业#结果205" AS "35·附2·状态", "#企业#结果206" AS "35·附2·下限", "#企业#结果207" AS "35·附2·上限",
  "#企业#结果208" AS "36·1.1·状态", "#企业#结果209" AS "36·1.1·下限", "#企业#结果210" AS "36·1.1·上限",
  "#企业#结果211" AS "37·1.2·状态", "示范区研发机构#各行#6" AS "37·1.2·下限", "示范区研发机构#各行#4" AS "37·1.2·上限",
  "#企业#结果212" AS "38·1.3·状态", "示范区研发机构#各行#11" AS "38·1.3·下限", "示范区研发机构#各行#9" AS "38·1.3·上限",
  "#企业#结果213" AS "39·3·状态", "双创基地#各行#6" AS "39·3·下限", "双创基地#各行#4" AS "39·3·上限",
  "#企业#结果214" AS "40·7·状态", "#企业97" AS "40·7·下限", "#企业98" AS "40·7·上限",
  "#企业#结果215" AS "41·8·状态", "示范区项目#各行#6" AS "41·8·下限", "示范区项目#各行#4" AS "41·8·上限",
  "#企业#结果216" AS "42·10·状态", "示范区项目#各行#11" AS "42·10·下限", "示范区项目#各行#9" AS "42·10·上限",
  "#企业#结果217" AS "43·12·状态", "示范区项目#各行#16" AS "43·12·下限", "示范区项目#各行#14" AS "43·12·上限",
  "#企业#结果218" AS "44·13·状态", "示范区园区#各行#6" AS "44·13·下限", "示范区园区#各行#4" AS "44·13·上限",
  "#企业#结果219" AS "45·14·状态", "示范区项目#各行#21" AS "45·14·下限", "示范区项目#各行#19" AS "45·14·上限",
  "#企业#结果220" AS "46·15·状态", "示范区园区#各行#11" AS "46·15·下限", "示范区园区#各行#9" AS "46·15·上限",
  "#企业#结果221" AS "47·15-推荐·状态", "示范区园区#各行#16" AS "47·15-推荐·下限", "示范区园区#各行#14" AS "47·15-推荐·上限",
  "#企业#结果222" AS "48·16·状态", "示范区项目#各行#26" AS "48·16·下限", "示范区项目#各行#24" AS "48·16·上限",
  "#企业#结果223" AS "49·17·状态", "创业投资基金#各行#6" AS "49·17·下限", "创业投资基金#各行#4" AS "49·17·上限",
  "#企业#结果224" AS "50·20·状态", "#企业#结果225" AS "50·20·下限", "#企业#结果226" AS "50·20·上限",
  "#企业#结果227" AS "51·20-退出·状态", "股权投资#各行#6" AS "51·20-退出·下限", "股权投资#各行#4" AS "51·20-退出·上限",
  "#企业#结果228" AS "52·1.1·状态", "#企业#结果229" AS "52·1.1·下限", "#企业#结果230" AS "52·1.1·上限",
  "#企业#结果231" AS "53·1.2·状态", "#企业#结果232" AS "53·1.2·下限", "#企业#结果233" AS "53·1.2·上限",
  "#企业#结果234" AS "54·1.3·状态", "#企业#结果235" AS "54·1.3·下限", "#企业#结果236" AS "54·1.3·上限",
  "#企业#结果237" AS "55·2.1·状态", "#企业#结果238" AS "55·2.1·下限", "#企业#结果239" AS "55·2.1·上限",
  "#企业#结果240" AS "56·2.2·状态", "#企业#结果241" AS "56·2.2·下限", "#企业#结果242" AS "56·2.2·上限",
  "#企业#结果243" AS "57·3·状态", "#企业#结果244" AS "57·3·下限", "#企业#结果245" AS "57·3·上限",
  "#企业#结果246" AS "58·4·状态", "#企业#结果247" AS "58·4·下限", "#企业#结果248" AS "58·4·上限",
  "#企业#结果249" AS "59·5·状态", "#企业#结果250" AS "59·5·下限", "#企业#结果251" AS "59·5·上限",
  "#企业#结果252" AS "60·6·状态", "#企业#结果253" AS "60·6·下限", "#企业#结果254" AS "60·6·上限",
  "#企业#结果255" AS "61·7.1·状态", "#企业#结果256" AS "61·7.1·下限", "#企业#结果257" AS "61·7.1·上限",
  "#企业#结果258" AS "62·7.2·状态", "#企业#结果259" AS "62·7.2·下限", "#企业#结果260" AS "62·7.2·上限",
  "#企业#结果261" AS "63·8-贷款·状态", "引进平台#各行#55" AS "63·8-贷款·下限", "引进平台#各行#53" AS "63·8-贷款·上限",
  "#企业#结果262" AS "64·8-投融资·状态", "引进平台#各行#60" AS "64·8-投融资·下限", "引进平台#各行#58" AS "64·8-投融资·上限",
  "#企业#结果263" AS "65·8-种子基金·状态", "引进平台#各行#65" AS "65·8-种子基金·下限", "引进平台#各行#63" AS "65·8-种子基金·上限",
  "#企业#结果264" AS "66·8-挂牌·状态", "引进平台#各行#70" AS "66·8-挂牌·下限", "引进平台#各行#68" AS "66·8-挂牌·上限",
  "#企业#结果265" AS "67·9·状态", "#企业#结果266" AS "67·9·下限", "#企业#结果267" AS "67·9·上限",
  "#企业#结果268" AS "68·9-优惠·状态", "引进平台#各行#75" AS "68·9-优惠·下限", "引进平台#各行#73" AS "68·9-优惠·上限",
  "#企业#结果269" AS "69·2.1·状态", "#企业105" AS "69·2.1·下限", "#企业106" AS "69·2.1·上限",
  "#企业#结果270" AS "70·2.3·状态", "#企业#结果271" AS "70·2.3·下限", "#企业#结果272" AS "70·2.3·上限",
  "#企业#结果273" AS "71·3·状态", "#企业113" AS "71·3·下限", "#企业114" AS "71·3·上限",
  "#企业#结果274" AS "72·6·状态", "#企业116" AS "72·6·下限", "#企业117" AS "72·6·上限",
  "#企业#结果275" AS "73·9·状态", "#企业#结果276" AS "73·9·下限", "#企业#结果277" AS "73·9·上限",
  "#企业#结果278" AS "74·13·状态", "#企业#结果279" AS "74·13·下限", "#企业#结果280" AS "74·13·上限",
  "#企业#结果281" AS "75·2·状态", "#企业124" AS "75·2·下限", "#企业125" AS "75·2·上限",
  "#企业#结果282" AS "76·4.2·状态", "#企业127" AS "76·4.2·下限", "#企业128" AS "76·4.2·上限",
  "#企业#结果283" AS "77·4.2-壮大·状态", "#企业130" AS "77·4.2-壮大·下限", "#企业131" AS "77·4.2-壮大·上限",
  "#企业#结果284" AS "78·11.1·状态", "孵化载体#各行#6" AS "78·11.1·下限", "孵化载体#各行#4" AS "78·11.1·上限",
  "#企业#结果285" AS "79·11.1-园·状态", "孵化载体#各行#11" AS "79·11.1-园·下限", "孵化载体#各行#9" AS "79·11.1-园·上限",
  "#企业#结果286" AS "80·保2.1·状态", "#企业#结果287" AS "80·保2.1·下限", "#企业#结果288" AS "80·保2.1·上限",
  "#企业#结果289" AS "81·保3·状态", "#企业#结果290" AS "81·保3·下限", "#企业#结果291" AS "81·保3·上限",
  "#企业#结果292" AS "82·保4.1·状态", "#企业#结果293" AS "82·保4.1·下限", "#企业#结果294" AS "82·保4.1·上限",
  "#企业#结果295" AS "83·保4.3·状态", "产业投资项目#各行#6" AS "83·保4.3·下限", "产业投资项目#各行#4" AS "83·保4.3·上限"
FROM "企业#结果#4";

CREATE OR REPLACE TEMP VIEW "测算·区县政府" AS
WITH "区县政府#读" AS (
  SELECT CAST("区县代码" AS VARCHAR) AS "#主键",
    "培育成效较好" AS "培育成效较好"
  FROM "区县政府"
  WHERE (SELECT CASE WHEN count(*) = count(DISTINCT "区县代码") THEN TRUE ELSE error('区县政府：主键有空的或者重复的') END FROM "区县政府")),
"核定#读" AS (
  SELECT CAST("主键" AS VARCHAR) AS "#主键",
    coalesce(CAST("事项行" AS VARCHAR), '') AS "#行",
    CASE WHEN coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IS NULL OR coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') IN ('渝中府办〔2021〕13号', '渝发改规范〔2021〕12号', '渝府办发〔2019〕126号', '渝府办发〔2022〕56号', '渝府办发〔2023〕26号') THEN CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR) ELSE error('核定.文号：不能用的值 ' || CAST(coalesce(CAST("文号" AS VARCHAR), '（没有写文号）') AS VARCHAR)) END AS "文号",
    CASE WHEN CAST("条款" AS VARCHAR) IS NULL OR CAST("条款" AS VARCHAR) IN ('1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2', '3.1', '3.2', '4.1', '4.2', '4.3', '5', '6.1', '6.2', '6.3', '6.4', '7.1', '7.2', '7.3', '7.4', '10.1', '10.2', '10.3', '11', '12.1', '12.2', '13.1', '13.1-入住', '13.2', '14', '15.1', '15.2', '16.2', '17.1', '17.2', '18', '19', '20', '23', '附1', '附2', '附3', '附4', '3', '4', '6', '7', '7-人才', '8', '9', '10', '12', '13', '15', '15-推荐', '16', '17', '17-信贷', '20-退出', '20-扶持', '附', '重点1', '重点2', '重点3', '重点4', '重点5', '2.1', '2.2', '6-申报', '8-贷款', '8-投融资', '8-种子基金', '8-挂牌', '9-优惠', '组织1', '组织2', '组织3', '组织4', '保障1', '保障2', '保障3', '附-施行', '附-从新', '1', '2.3', '2-其他', '9-中试', '保1', '保-宣传', '4.2-壮大', '11.1', '11.1-园', '保2.1', '保3', '保4.1', '保4.2', '保4.3', '保5', '保6') THEN CAST(CAST("条款" AS VARCHAR) AS VARCHAR) ELSE error('核定.条款：不能用的值 ' || CAST(CAST("条款" AS VARCHAR) AS VARCHAR)) END AS "条款",
    CASE WHEN "年度" IS NULL THEN NULL WHEN CAST("年度" AS DECIMAL(18, 0)) = "年度" AND CAST("年度" AS BIGINT) BETWEEN 1 AND 9999 THEN CAST("年度" AS BIGINT) ELSE error('核定.年度：不能用的值 ' || CAST("年度" AS VARCHAR)) END AS "年度",
    CASE WHEN "金额" IS NULL THEN NULL WHEN CAST("金额" AS DECIMAL(18, 2)) = "金额" AND CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) BETWEEN -10000000000000000 AND 10000000000000000 THEN CAST(CAST("金额" AS DECIMAL(18, 2)) * 100 AS BIGINT) ELSE error('核定.金额：不能用的值 ' || CAST("金额" AS VARCHAR)) END AS "金额"
  FROM "核定"),
"区县政府#0" AS (
  SELECT *
  FROM "区县政府#读"),
"核定#区县政府" AS (
  SELECT "#主键",
    min(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '2.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#区县政府#1",
    max(金额) FILTER (WHERE 文号 = '渝府办发〔2022〕56号' AND 条款 = '2.2' AND (年度 IS NULL OR 年度 = "年度"())) AS "核定#区县政府#2"
  FROM "核定#读" WHERE "#行" = ''
  GROUP BY "#主键"),
"区县政府#1" AS (
  SELECT p.*,
    "核定#区县政府#和"."核定#区县政府#1" AS "核定#区县政府#1",
    "核定#区县政府#和"."核定#区县政府#2" AS "核定#区县政府#2",
    ((("测算日"() - DATE '0001-01-01') >= 738280) AND "培育成效较好") AS "#区县政府1"
  FROM "区县政府#0" AS p
  LEFT JOIN "核定#区县政府" AS "核定#区县政府#和" ON "核定#区县政府#和"."#主键" = p."#主键"),
"区县政府#2" AS (
  SELECT p.*,
    coalesce("核定#区县政府#2", 0) AS "#区县政府2",
    CASE WHEN "#区县政府1" IS FALSE THEN CAST(0 AS BIGINT) ELSE CASE WHEN "核定#区县政府#2" < 0 THEN CAST(0 AS BIGINT) ELSE "核定#区县政府#2" END END AS "#区县政府4",
    ("核定#区县政府#1" <> "核定#区县政府#2") IS TRUE AS "#区县政府5"
  FROM "区县政府#1" AS p),
"区县政府#3" AS (
  SELECT p.*,
    CASE WHEN "#区县政府1" THEN CASE WHEN "#区县政府2" < 0 THEN CAST(0 AS BIGINT) ELSE "#区县政府2" END ELSE CAST(0 AS BIGINT) END AS "#区县政府3"
  FROM "区县政府#2" AS p),
"区县政府#结果#0" AS (
  SELECT * FROM "区县政府#3"),
"区县政府#结果#1" AS (
  SELECT p.*,
    CASE WHEN (("测算日"() - DATE '0001-01-01') >= 738280) IS FALSE THEN '不在施行期' WHEN "#区县政府1" IS FALSE THEN '不符合' WHEN ("#区县政府5") THEN '不判' WHEN FALSE THEN '让位' WHEN "#区县政府1" AND "#区县政府3" = "#区县政府4" THEN '符合' ELSE '未定' END AS "#区县政府#结果1"
  FROM "区县政府#结果#0" AS p),
"区县政府#结果#2" AS (
  SELECT p.*,
    CASE WHEN "#区县政府#结果1" <> '不判' THEN "#区县政府3" END AS "#区县政府#结果2",
    CASE WHEN "#区县政府#结果1" <> '不判' THEN "#区县政府4" END AS "#区县政府#结果3"
  FROM "区县政府#结果#1" AS p)
SELECT "#主键" AS "主键",
  "#区县政府#结果1" AS "1·2.2·状态", "#区县政府#结果2" AS "1·2.2·下限", "#区县政府#结果3" AS "1·2.2·上限"
FROM "区县政府#结果#2";

SELECT '人才' AS "主体", "主键", e."文号", e."条款", e."状态", e."金额_分", e."下限_分", e."上限_分"
FROM (
  SELECT "主键", unnest([
    {'文号': '渝中府办〔2021〕13号', '条款': '12.1', '状态': "1·12.1·状态", '金额_分': CASE WHEN "1·12.1·下限" = "1·12.1·上限" THEN CAST("1·12.1·下限" AS HUGEINT) END, '下限_分': CAST("1·12.1·下限" AS HUGEINT), '上限_分': CAST("1·12.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '13.1', '状态': "2·13.1·状态", '金额_分': CASE WHEN "2·13.1·下限" = "2·13.1·上限" THEN CAST("2·13.1·下限" AS HUGEINT) END, '下限_分': CAST("2·13.1·下限" AS HUGEINT), '上限_分': CAST("2·13.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '13.1-入住', '状态': "3·13.1-入住·状态", '金额_分': CASE WHEN "3·13.1-入住·下限" = "3·13.1-入住·上限" THEN CAST("3·13.1-入住·下限" AS HUGEINT) END, '下限_分': CAST("3·13.1-入住·下限" AS HUGEINT), '上限_分': CAST("3·13.1-入住·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '13.2', '状态': "4·13.2·状态", '金额_分': CASE WHEN "4·13.2·下限" = "4·13.2·上限" THEN CAST("4·13.2·下限" AS HUGEINT) END, '下限_分': CAST("4·13.2·下限" AS HUGEINT), '上限_分': CAST("4·13.2·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '5', '状态': "5·5·状态", '金额_分': CASE WHEN "5·5·下限" = "5·5·上限" THEN CAST("5·5·下限" AS HUGEINT) END, '下限_分': CAST("5·5·下限" AS HUGEINT), '上限_分': CAST("5·5·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '7-人才', '状态': "6·7-人才·状态", '金额_分': CASE WHEN "6·7-人才·下限" = "6·7-人才·上限" THEN CAST("6·7-人才·下限" AS HUGEINT) END, '下限_分': CAST("6·7-人才·下限" AS HUGEINT), '上限_分': CAST("6·7-人才·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '保4.2', '状态': "7·保4.2·状态", '金额_分': CASE WHEN "7·保4.2·下限" = "7·保4.2·上限" THEN CAST("7·保4.2·下限" AS HUGEINT) END, '下限_分': CAST("7·保4.2·下限" AS HUGEINT), '上限_分': CAST("7·保4.2·上限" AS HUGEINT)}
  ]) AS e
  FROM "测算·人才"
) AS r
UNION ALL
SELECT '企业' AS "主体", "主键", e."文号", e."条款", e."状态", e."金额_分", e."下限_分", e."上限_分"
FROM (
  SELECT "主键", unnest([
    {'文号': '渝中府办〔2021〕13号', '条款': '1.1', '状态': "1·1.1·状态", '金额_分': CASE WHEN "1·1.1·下限" = "1·1.1·上限" THEN CAST("1·1.1·下限" AS HUGEINT) END, '下限_分': CAST("1·1.1·下限" AS HUGEINT), '上限_分': CAST("1·1.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '1.2', '状态': "2·1.2·状态", '金额_分': CASE WHEN "2·1.2·下限" = "2·1.2·上限" THEN CAST("2·1.2·下限" AS HUGEINT) END, '下限_分': CAST("2·1.2·下限" AS HUGEINT), '上限_分': CAST("2·1.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '1.3', '状态': "3·1.3·状态", '金额_分': CASE WHEN "3·1.3·下限" = "3·1.3·上限" THEN CAST("3·1.3·下限" AS HUGEINT) END, '下限_分': CAST("3·1.3·下限" AS HUGEINT), '上限_分': CAST("3·1.3·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '1.4', '状态': "4·1.4·状态", '金额_分': CASE WHEN "4·1.4·下限" = "4·1.4·上限" THEN CAST("4·1.4·下限" AS HUGEINT) END, '下限_分': CAST("4·1.4·下限" AS HUGEINT), '上限_分': CAST("4·1.4·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '1.5', '状态': "5·1.5·状态", '金额_分': CASE WHEN "5·1.5·下限" = "5·1.5·上限" THEN CAST("5·1.5·下限" AS HUGEINT) END, '下限_分': CAST("5·1.5·下限" AS HUGEINT), '上限_分': CAST("5·1.5·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '1.6', '状态': "6·1.6·状态", '金额_分': CASE WHEN "6·1.6·下限" = "6·1.6·上限" THEN CAST("6·1.6·下限" AS HUGEINT) END, '下限_分': CAST("6·1.6·下限" AS HUGEINT), '上限_分': CAST("6·1.6·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '2', '状态': "7·2·状态", '金额_分': CASE WHEN "7·2·下限" = "7·2·上限" THEN CAST("7·2·下限" AS HUGEINT) END, '下限_分': CAST("7·2·下限" AS HUGEINT), '上限_分': CAST("7·2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '3.1', '状态': "8·3.1·状态", '金额_分': CASE WHEN "8·3.1·下限" = "8·3.1·上限" THEN CAST("8·3.1·下限" AS HUGEINT) END, '下限_分': CAST("8·3.1·下限" AS HUGEINT), '上限_分': CAST("8·3.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '3.2', '状态': "9·3.2·状态", '金额_分': CASE WHEN "9·3.2·下限" = "9·3.2·上限" THEN CAST("9·3.2·下限" AS HUGEINT) END, '下限_分': CAST("9·3.2·下限" AS HUGEINT), '上限_分': CAST("9·3.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '4.1', '状态': "10·4.1·状态", '金额_分': CASE WHEN "10·4.1·下限" = "10·4.1·上限" THEN CAST("10·4.1·下限" AS HUGEINT) END, '下限_分': CAST("10·4.1·下限" AS HUGEINT), '上限_分': CAST("10·4.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '4.2', '状态': "11·4.2·状态", '金额_分': CASE WHEN "11·4.2·下限" = "11·4.2·上限" THEN CAST("11·4.2·下限" AS HUGEINT) END, '下限_分': CAST("11·4.2·下限" AS HUGEINT), '上限_分': CAST("11·4.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '4.3', '状态': "12·4.3·状态", '金额_分': CASE WHEN "12·4.3·下限" = "12·4.3·上限" THEN CAST("12·4.3·下限" AS HUGEINT) END, '下限_分': CAST("12·4.3·下限" AS HUGEINT), '上限_分': CAST("12·4.3·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '5', '状态': "13·5·状态", '金额_分': CASE WHEN "13·5·下限" = "13·5·上限" THEN CAST("13·5·下限" AS HUGEINT) END, '下限_分': CAST("13·5·下限" AS HUGEINT), '上限_分': CAST("13·5·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '6.1', '状态': "14·6.1·状态", '金额_分': CASE WHEN "14·6.1·下限" = "14·6.1·上限" THEN CAST("14·6.1·下限" AS HUGEINT) END, '下限_分': CAST("14·6.1·下限" AS HUGEINT), '上限_分': CAST("14·6.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '6.2', '状态': "15·6.2·状态", '金额_分': CASE WHEN "15·6.2·下限" = "15·6.2·上限" THEN CAST("15·6.2·下限" AS HUGEINT) END, '下限_分': CAST("15·6.2·下限" AS HUGEINT), '上限_分': CAST("15·6.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '6.3', '状态': "16·6.3·状态", '金额_分': CASE WHEN "16·6.3·下限" = "16·6.3·上限" THEN CAST("16·6.3·下限" AS HUGEINT) END, '下限_分': CAST("16·6.3·下限" AS HUGEINT), '上限_分': CAST("16·6.3·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '6.4', '状态': "17·6.4·状态", '金额_分': CASE WHEN "17·6.4·下限" = "17·6.4·上限" THEN CAST("17·6.4·下限" AS HUGEINT) END, '下限_分': CAST("17·6.4·下限" AS HUGEINT), '上限_分': CAST("17·6.4·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '7.1', '状态': "18·7.1·状态", '金额_分': CASE WHEN "18·7.1·下限" = "18·7.1·上限" THEN CAST("18·7.1·下限" AS HUGEINT) END, '下限_分': CAST("18·7.1·下限" AS HUGEINT), '上限_分': CAST("18·7.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '7.2', '状态': "19·7.2·状态", '金额_分': CASE WHEN "19·7.2·下限" = "19·7.2·上限" THEN CAST("19·7.2·下限" AS HUGEINT) END, '下限_分': CAST("19·7.2·下限" AS HUGEINT), '上限_分': CAST("19·7.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '7.3', '状态': "20·7.3·状态", '金额_分': CASE WHEN "20·7.3·下限" = "20·7.3·上限" THEN CAST("20·7.3·下限" AS HUGEINT) END, '下限_分': CAST("20·7.3·下限" AS HUGEINT), '上限_分': CAST("20·7.3·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '7.4', '状态': "21·7.4·状态", '金额_分': CASE WHEN "21·7.4·下限" = "21·7.4·上限" THEN CAST("21·7.4·下限" AS HUGEINT) END, '下限_分': CAST("21·7.4·下限" AS HUGEINT), '上限_分': CAST("21·7.4·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '10.1', '状态': "22·10.1·状态", '金额_分': CASE WHEN "22·10.1·下限" = "22·10.1·上限" THEN CAST("22·10.1·下限" AS HUGEINT) END, '下限_分': CAST("22·10.1·下限" AS HUGEINT), '上限_分': CAST("22·10.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '10.2', '状态': "23·10.2·状态", '金额_分': CASE WHEN "23·10.2·下限" = "23·10.2·上限" THEN CAST("23·10.2·下限" AS HUGEINT) END, '下限_分': CAST("23·10.2·下限" AS HUGEINT), '上限_分': CAST("23·10.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '10.3', '状态': "24·10.3·状态", '金额_分': CASE WHEN "24·10.3·下限" = "24·10.3·上限" THEN CAST("24·10.3·下限" AS HUGEINT) END, '下限_分': CAST("24·10.3·下限" AS HUGEINT), '上限_分': CAST("24·10.3·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '12.2', '状态': "25·12.2·状态", '金额_分': CASE WHEN "25·12.2·下限" = "25·12.2·上限" THEN CAST("25·12.2·下限" AS HUGEINT) END, '下限_分': CAST("25·12.2·下限" AS HUGEINT), '上限_分': CAST("25·12.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '14', '状态': "26·14·状态", '金额_分': CASE WHEN "26·14·下限" = "26·14·上限" THEN CAST("26·14·下限" AS HUGEINT) END, '下限_分': CAST("26·14·下限" AS HUGEINT), '上限_分': CAST("26·14·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '15.1', '状态': "27·15.1·状态", '金额_分': CASE WHEN "27·15.1·下限" = "27·15.1·上限" THEN CAST("27·15.1·下限" AS HUGEINT) END, '下限_分': CAST("27·15.1·下限" AS HUGEINT), '上限_分': CAST("27·15.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '15.2', '状态': "28·15.2·状态", '金额_分': CASE WHEN "28·15.2·下限" = "28·15.2·上限" THEN CAST("28·15.2·下限" AS HUGEINT) END, '下限_分': CAST("28·15.2·下限" AS HUGEINT), '上限_分': CAST("28·15.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '16.2', '状态': "29·16.2·状态", '金额_分': CASE WHEN "29·16.2·下限" = "29·16.2·上限" THEN CAST("29·16.2·下限" AS HUGEINT) END, '下限_分': CAST("29·16.2·下限" AS HUGEINT), '上限_分': CAST("29·16.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '17.1', '状态': "30·17.1·状态", '金额_分': CASE WHEN "30·17.1·下限" = "30·17.1·上限" THEN CAST("30·17.1·下限" AS HUGEINT) END, '下限_分': CAST("30·17.1·下限" AS HUGEINT), '上限_分': CAST("30·17.1·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '17.2', '状态': "31·17.2·状态", '金额_分': CASE WHEN "31·17.2·下限" = "31·17.2·上限" THEN CAST("31·17.2·下限" AS HUGEINT) END, '下限_分': CAST("31·17.2·下限" AS HUGEINT), '上限_分': CAST("31·17.2·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '18', '状态': "32·18·状态", '金额_分': CASE WHEN "32·18·下限" = "32·18·上限" THEN CAST("32·18·下限" AS HUGEINT) END, '下限_分': CAST("32·18·下限" AS HUGEINT), '上限_分': CAST("32·18·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '19', '状态': "33·19·状态", '金额_分': CASE WHEN "33·19·下限" = "33·19·上限" THEN CAST("33·19·下限" AS HUGEINT) END, '下限_分': CAST("33·19·下限" AS HUGEINT), '上限_分': CAST("33·19·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '20', '状态': "34·20·状态", '金额_分': CASE WHEN "34·20·下限" = "34·20·上限" THEN CAST("34·20·下限" AS HUGEINT) END, '下限_分': CAST("34·20·下限" AS HUGEINT), '上限_分': CAST("34·20·上限" AS HUGEINT)},
    {'文号': '渝中府办〔2021〕13号', '条款': '附2', '状态': "35·附2·状态", '金额_分': CASE WHEN "35·附2·下限" = "35·附2·上限" THEN CAST("35·附2·下限" AS HUGEINT) END, '下限_分': CAST("35·附2·下限" AS HUGEINT), '上限_分': CAST("35·附2·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '1.1', '状态': "36·1.1·状态", '金额_分': CASE WHEN "36·1.1·下限" = "36·1.1·上限" THEN CAST("36·1.1·下限" AS HUGEINT) END, '下限_分': CAST("36·1.1·下限" AS HUGEINT), '上限_分': CAST("36·1.1·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '1.2', '状态': "37·1.2·状态", '金额_分': CASE WHEN "37·1.2·下限" = "37·1.2·上限" THEN CAST("37·1.2·下限" AS HUGEINT) END, '下限_分': CAST("37·1.2·下限" AS HUGEINT), '上限_分': CAST("37·1.2·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '1.3', '状态': "38·1.3·状态", '金额_分': CASE WHEN "38·1.3·下限" = "38·1.3·上限" THEN CAST("38·1.3·下限" AS HUGEINT) END, '下限_分': CAST("38·1.3·下限" AS HUGEINT), '上限_分': CAST("38·1.3·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '3', '状态': "39·3·状态", '金额_分': CASE WHEN "39·3·下限" = "39·3·上限" THEN CAST("39·3·下限" AS HUGEINT) END, '下限_分': CAST("39·3·下限" AS HUGEINT), '上限_分': CAST("39·3·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '7', '状态': "40·7·状态", '金额_分': CASE WHEN "40·7·下限" = "40·7·上限" THEN CAST("40·7·下限" AS HUGEINT) END, '下限_分': CAST("40·7·下限" AS HUGEINT), '上限_分': CAST("40·7·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '8', '状态': "41·8·状态", '金额_分': CASE WHEN "41·8·下限" = "41·8·上限" THEN CAST("41·8·下限" AS HUGEINT) END, '下限_分': CAST("41·8·下限" AS HUGEINT), '上限_分': CAST("41·8·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '10', '状态': "42·10·状态", '金额_分': CASE WHEN "42·10·下限" = "42·10·上限" THEN CAST("42·10·下限" AS HUGEINT) END, '下限_分': CAST("42·10·下限" AS HUGEINT), '上限_分': CAST("42·10·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '12', '状态': "43·12·状态", '金额_分': CASE WHEN "43·12·下限" = "43·12·上限" THEN CAST("43·12·下限" AS HUGEINT) END, '下限_分': CAST("43·12·下限" AS HUGEINT), '上限_分': CAST("43·12·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '13', '状态': "44·13·状态", '金额_分': CASE WHEN "44·13·下限" = "44·13·上限" THEN CAST("44·13·下限" AS HUGEINT) END, '下限_分': CAST("44·13·下限" AS HUGEINT), '上限_分': CAST("44·13·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '14', '状态': "45·14·状态", '金额_分': CASE WHEN "45·14·下限" = "45·14·上限" THEN CAST("45·14·下限" AS HUGEINT) END, '下限_分': CAST("45·14·下限" AS HUGEINT), '上限_分': CAST("45·14·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '15', '状态': "46·15·状态", '金额_分': CASE WHEN "46·15·下限" = "46·15·上限" THEN CAST("46·15·下限" AS HUGEINT) END, '下限_分': CAST("46·15·下限" AS HUGEINT), '上限_分': CAST("46·15·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '15-推荐', '状态': "47·15-推荐·状态", '金额_分': CASE WHEN "47·15-推荐·下限" = "47·15-推荐·上限" THEN CAST("47·15-推荐·下限" AS HUGEINT) END, '下限_分': CAST("47·15-推荐·下限" AS HUGEINT), '上限_分': CAST("47·15-推荐·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '16', '状态': "48·16·状态", '金额_分': CASE WHEN "48·16·下限" = "48·16·上限" THEN CAST("48·16·下限" AS HUGEINT) END, '下限_分': CAST("48·16·下限" AS HUGEINT), '上限_分': CAST("48·16·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '17', '状态': "49·17·状态", '金额_分': CASE WHEN "49·17·下限" = "49·17·上限" THEN CAST("49·17·下限" AS HUGEINT) END, '下限_分': CAST("49·17·下限" AS HUGEINT), '上限_分': CAST("49·17·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '20', '状态': "50·20·状态", '金额_分': CASE WHEN "50·20·下限" = "50·20·上限" THEN CAST("50·20·下限" AS HUGEINT) END, '下限_分': CAST("50·20·下限" AS HUGEINT), '上限_分': CAST("50·20·上限" AS HUGEINT)},
    {'文号': '渝发改规范〔2021〕12号', '条款': '20-退出', '状态': "51·20-退出·状态", '金额_分': CASE WHEN "51·20-退出·下限" = "51·20-退出·上限" THEN CAST("51·20-退出·下限" AS HUGEINT) END, '下限_分': CAST("51·20-退出·下限" AS HUGEINT), '上限_分': CAST("51·20-退出·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '1.1', '状态': "52·1.1·状态", '金额_分': CASE WHEN "52·1.1·下限" = "52·1.1·上限" THEN CAST("52·1.1·下限" AS HUGEINT) END, '下限_分': CAST("52·1.1·下限" AS HUGEINT), '上限_分': CAST("52·1.1·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '1.2', '状态': "53·1.2·状态", '金额_分': CASE WHEN "53·1.2·下限" = "53·1.2·上限" THEN CAST("53·1.2·下限" AS HUGEINT) END, '下限_分': CAST("53·1.2·下限" AS HUGEINT), '上限_分': CAST("53·1.2·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '1.3', '状态': "54·1.3·状态", '金额_分': CASE WHEN "54·1.3·下限" = "54·1.3·上限" THEN CAST("54·1.3·下限" AS HUGEINT) END, '下限_分': CAST("54·1.3·下限" AS HUGEINT), '上限_分': CAST("54·1.3·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '2.1', '状态': "55·2.1·状态", '金额_分': CASE WHEN "55·2.1·下限" = "55·2.1·上限" THEN CAST("55·2.1·下限" AS HUGEINT) END, '下限_分': CAST("55·2.1·下限" AS HUGEINT), '上限_分': CAST("55·2.1·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '2.2', '状态': "56·2.2·状态", '金额_分': CASE WHEN "56·2.2·下限" = "56·2.2·上限" THEN CAST("56·2.2·下限" AS HUGEINT) END, '下限_分': CAST("56·2.2·下限" AS HUGEINT), '上限_分': CAST("56·2.2·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '3', '状态': "57·3·状态", '金额_分': CASE WHEN "57·3·下限" = "57·3·上限" THEN CAST("57·3·下限" AS HUGEINT) END, '下限_分': CAST("57·3·下限" AS HUGEINT), '上限_分': CAST("57·3·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '4', '状态': "58·4·状态", '金额_分': CASE WHEN "58·4·下限" = "58·4·上限" THEN CAST("58·4·下限" AS HUGEINT) END, '下限_分': CAST("58·4·下限" AS HUGEINT), '上限_分': CAST("58·4·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '5', '状态': "59·5·状态", '金额_分': CASE WHEN "59·5·下限" = "59·5·上限" THEN CAST("59·5·下限" AS HUGEINT) END, '下限_分': CAST("59·5·下限" AS HUGEINT), '上限_分': CAST("59·5·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '6', '状态': "60·6·状态", '金额_分': CASE WHEN "60·6·下限" = "60·6·上限" THEN CAST("60·6·下限" AS HUGEINT) END, '下限_分': CAST("60·6·下限" AS HUGEINT), '上限_分': CAST("60·6·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '7.1', '状态': "61·7.1·状态", '金额_分': CASE WHEN "61·7.1·下限" = "61·7.1·上限" THEN CAST("61·7.1·下限" AS HUGEINT) END, '下限_分': CAST("61·7.1·下限" AS HUGEINT), '上限_分': CAST("61·7.1·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '7.2', '状态': "62·7.2·状态", '金额_分': CASE WHEN "62·7.2·下限" = "62·7.2·上限" THEN CAST("62·7.2·下限" AS HUGEINT) END, '下限_分': CAST("62·7.2·下限" AS HUGEINT), '上限_分': CAST("62·7.2·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '8-贷款', '状态': "63·8-贷款·状态", '金额_分': CASE WHEN "63·8-贷款·下限" = "63·8-贷款·上限" THEN CAST("63·8-贷款·下限" AS HUGEINT) END, '下限_分': CAST("63·8-贷款·下限" AS HUGEINT), '上限_分': CAST("63·8-贷款·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '8-投融资', '状态': "64·8-投融资·状态", '金额_分': CASE WHEN "64·8-投融资·下限" = "64·8-投融资·上限" THEN CAST("64·8-投融资·下限" AS HUGEINT) END, '下限_分': CAST("64·8-投融资·下限" AS HUGEINT), '上限_分': CAST("64·8-投融资·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '8-种子基金', '状态': "65·8-种子基金·状态", '金额_分': CASE WHEN "65·8-种子基金·下限" = "65·8-种子基金·上限" THEN CAST("65·8-种子基金·下限" AS HUGEINT) END, '下限_分': CAST("65·8-种子基金·下限" AS HUGEINT), '上限_分': CAST("65·8-种子基金·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '8-挂牌', '状态': "66·8-挂牌·状态", '金额_分': CASE WHEN "66·8-挂牌·下限" = "66·8-挂牌·上限" THEN CAST("66·8-挂牌·下限" AS HUGEINT) END, '下限_分': CAST("66·8-挂牌·下限" AS HUGEINT), '上限_分': CAST("66·8-挂牌·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '9', '状态': "67·9·状态", '金额_分': CASE WHEN "67·9·下限" = "67·9·上限" THEN CAST("67·9·下限" AS HUGEINT) END, '下限_分': CAST("67·9·下限" AS HUGEINT), '上限_分': CAST("67·9·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2019〕126号', '条款': '9-优惠', '状态': "68·9-优惠·状态", '金额_分': CASE WHEN "68·9-优惠·下限" = "68·9-优惠·上限" THEN CAST("68·9-优惠·下限" AS HUGEINT) END, '下限_分': CAST("68·9-优惠·下限" AS HUGEINT), '上限_分': CAST("68·9-优惠·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2022〕56号', '条款': '2.1', '状态': "69·2.1·状态", '金额_分': CASE WHEN "69·2.1·下限" = "69·2.1·上限" THEN CAST("69·2.1·下限" AS HUGEINT) END, '下限_分': CAST("69·2.1·下限" AS HUGEINT), '上限_分': CAST("69·2.1·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2022〕56号', '条款': '2.3', '状态': "70·2.3·状态", '金额_分': CASE WHEN "70·2.3·下限" = "70·2.3·上限" THEN CAST("70·2.3·下限" AS HUGEINT) END, '下限_分': CAST("70·2.3·下限" AS HUGEINT), '上限_分': CAST("70·2.3·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2022〕56号', '条款': '3', '状态': "71·3·状态", '金额_分': CASE WHEN "71·3·下限" = "71·3·上限" THEN CAST("71·3·下限" AS HUGEINT) END, '下限_分': CAST("71·3·下限" AS HUGEINT), '上限_分': CAST("71·3·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2022〕56号', '条款': '6', '状态': "72·6·状态", '金额_分': CASE WHEN "72·6·下限" = "72·6·上限" THEN CAST("72·6·下限" AS HUGEINT) END, '下限_分': CAST("72·6·下限" AS HUGEINT), '上限_分': CAST("72·6·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2022〕56号', '条款': '9', '状态': "73·9·状态", '金额_分': CASE WHEN "73·9·下限" = "73·9·上限" THEN CAST("73·9·下限" AS HUGEINT) END, '下限_分': CAST("73·9·下限" AS HUGEINT), '上限_分': CAST("73·9·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2022〕56号', '条款': '13', '状态': "74·13·状态", '金额_分': CASE WHEN "74·13·下限" = "74·13·上限" THEN CAST("74·13·下限" AS HUGEINT) END, '下限_分': CAST("74·13·下限" AS HUGEINT), '上限_分': CAST("74·13·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '2', '状态': "75·2·状态", '金额_分': CASE WHEN "75·2·下限" = "75·2·上限" THEN CAST("75·2·下限" AS HUGEINT) END, '下限_分': CAST("75·2·下限" AS HUGEINT), '上限_分': CAST("75·2·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '4.2', '状态': "76·4.2·状态", '金额_分': CASE WHEN "76·4.2·下限" = "76·4.2·上限" THEN CAST("76·4.2·下限" AS HUGEINT) END, '下限_分': CAST("76·4.2·下限" AS HUGEINT), '上限_分': CAST("76·4.2·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '4.2-壮大', '状态': "77·4.2-壮大·状态", '金额_分': CASE WHEN "77·4.2-壮大·下限" = "77·4.2-壮大·上限" THEN CAST("77·4.2-壮大·下限" AS HUGEINT) END, '下限_分': CAST("77·4.2-壮大·下限" AS HUGEINT), '上限_分': CAST("77·4.2-壮大·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '11.1', '状态': "78·11.1·状态", '金额_分': CASE WHEN "78·11.1·下限" = "78·11.1·上限" THEN CAST("78·11.1·下限" AS HUGEINT) END, '下限_分': CAST("78·11.1·下限" AS HUGEINT), '上限_分': CAST("78·11.1·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '11.1-园', '状态': "79·11.1-园·状态", '金额_分': CASE WHEN "79·11.1-园·下限" = "79·11.1-园·上限" THEN CAST("79·11.1-园·下限" AS HUGEINT) END, '下限_分': CAST("79·11.1-园·下限" AS HUGEINT), '上限_分': CAST("79·11.1-园·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '保2.1', '状态': "80·保2.1·状态", '金额_分': CASE WHEN "80·保2.1·下限" = "80·保2.1·上限" THEN CAST("80·保2.1·下限" AS HUGEINT) END, '下限_分': CAST("80·保2.1·下限" AS HUGEINT), '上限_分': CAST("80·保2.1·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '保3', '状态': "81·保3·状态", '金额_分': CASE WHEN "81·保3·下限" = "81·保3·上限" THEN CAST("81·保3·下限" AS HUGEINT) END, '下限_分': CAST("81·保3·下限" AS HUGEINT), '上限_分': CAST("81·保3·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '保4.1', '状态': "82·保4.1·状态", '金额_分': CASE WHEN "82·保4.1·下限" = "82·保4.1·上限" THEN CAST("82·保4.1·下限" AS HUGEINT) END, '下限_分': CAST("82·保4.1·下限" AS HUGEINT), '上限_分': CAST("82·保4.1·上限" AS HUGEINT)},
    {'文号': '渝府办发〔2023〕26号', '条款': '保4.3', '状态': "83·保4.3·状态", '金额_分': CASE WHEN "83·保4.3·下限" = "83·保4.3·上限" THEN CAST("83·保4.3·下限" AS HUGEINT) END, '下限_分': CAST("83·保4.3·下限" AS HUGEINT), '上限_分': CAST("83·保4.3·上限" AS HUGEINT)}
  ]) AS e
  FROM "测算·企业"
) AS r
UNION ALL
SELECT '区县政府' AS "主体", "主键", e."文号", e."条款", e."状态", e."金额_分", e."下限_分", e."上限_分"
FROM (
  SELECT "主键", unnest([
    {'文号': '渝府办发〔2022〕56号', '条款': '2.2', '状态': "1·2.2·状态", '金额_分': CASE WHEN "1·2.2·下限" = "1·2.2·上限" THEN CAST("1·2.2·下限" AS HUGEINT) END, '下限_分': CAST("1·2.2·下限" AS HUGEINT), '上限_分': CAST("1·2.2·上限" AS HUGEINT)}
  ]) AS e
  FROM "测算·区县政府"
) AS r;
