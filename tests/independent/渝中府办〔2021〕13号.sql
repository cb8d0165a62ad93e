-- 渝中府办〔2021〕13号在样本数据上的独立计算：照原文写成，不依赖 .policy 文件和政策程序，用来互相核对。
-- 金额一律以分计的整数（HUGEINT）；条件用 SQL 的三值逻辑，NULL 即「未知」。「下」「上」是金额的区间，上为 NULL 即不封顶。
-- 申报年度 2023，测算日 2023-06-30。每张 CSV 已按原名载入，各列都是文本，空单元格是 NULL。

CREATE MACRO 真(x) AS CASE x WHEN '是' THEN true WHEN '否' THEN false END;
CREATE MACRO 分(x) AS CAST(CAST(x AS DECIMAL(30, 2)) * 100 AS HUGEINT);
-- 金额的几分之几，四舍五入到分（恰好半分进一）。金额不小于 0。
CREATE MACRO 成(x, 子, 母) AS (2 * x * 子 + 母) // (2 * 母);
CREATE MACRO 万(x) AS CAST(x AS HUGEINT) * 1000000;
-- 列举后有「等」字：列出的是「是」，没有列出的是「未知」。
CREATE MACRO 列举等(x, 列举) AS CASE WHEN list_contains(列举, x) THEN true END;

-- 一、适用范围
CREATE TABLE 适用 AS
SELECT 统一社会信用代码 AS 主体, '企业' AS 类别,
       注册区县 = '渝中区' AND 真(依法纳税) AND 真(诚信经营) AND 单位性质 IN ('企业', '事业单位', '社会组织') AS 范围,
       -- 21. 重大项目未经相关程序，不得安排资金预算。没有填的不是重大项目。
       coalesce(真(重大项目), false) AND NOT coalesce(真(领导小组已研究) AND 真(区政府已确定), false) AS 程序未完
FROM 企业
UNION ALL
SELECT 人才编号, '人才', 工作区县 = '渝中区' AND 真(创新创业), false
FROM 人才;

-- 二、支持措施。每条每行：条件、算式的区间（核定的为上限的区间）、是否核定、频次、事项、出资。
-- 频次：0 不限；1 一次（按主体，或按行）；3 最多三年。核定而没有上限的，下、上都是 NULL。
CREATE TABLE 条文 (条款 VARCHAR, 主体 VARCHAR, 行 VARCHAR, 条件 BOOLEAN, 核 BOOLEAN, 下 HUGEINT, 上 HUGEINT, 频次 INTEGER, 事项 VARCHAR);

-- 1. 国家实验室、重大科技基础设施的投入，市区 6:4 共担
INSERT INTO 条文
SELECT '1.1', 统一社会信用代码, 投入编号,
       设施类型 IN ('国家实验室', '重大科技基础设施') AND 真(重点培育) AND 列举等(投入类别, ['设备购置', '科研项目', '人才引进']),
       false, coalesce(分(投入金额), 0), 分(投入金额), 1, '科技基础设施共建'
FROM 设施投入;

-- 1. 新认定的国家科技创新基地最高 1000 万元；市级科技园区最高 100 万元；市级科技创新基地、众创空间、孵化器最高 50 万元
INSERT INTO 条文
SELECT '1.2', 统一社会信用代码, 平台编号, 平台类型 = '国家科技创新基地' AND 真(新认定), true, 万(1000), 万(1000), 1, '国家科技创新基地认定' FROM 创新平台
UNION ALL
SELECT '1.4', 统一社会信用代码, 平台编号, 平台类型 = '市级科技园区' AND 真(新认定), true, 万(100), 万(100), 1, '市级科技园区' FROM 创新平台
UNION ALL
SELECT '1.5', 统一社会信用代码, 平台编号, 平台类型 IN ('市级科技创新基地', '众创空间', '孵化器') AND 真(经认定), true, 万(50), 万(50), 1, '市级创新平台认定'
FROM 创新平台;

-- 1、7、19. 根据定期绩效评价结果每次奖补
INSERT INTO 条文
SELECT 条款, 统一社会信用代码, 评价编号, list_contains(对象, 评价对象) AND 真(对象经认定) AND 真(评价已完成), true, 万(上限), 万(上限), 1, 事项
FROM 绩效评价, (VALUES
  ('1.3', ['国家科技创新基地'], 600, '国家科技创新基地评价'),
  ('1.6', ['市级科技创新基地', '众创空间', '孵化器'], 20, '市级创新平台评价'),
  ('7.3', ['智慧医院', '互联网医院'], 20, '智慧医院评价'),
  ('19', ['科技创新联盟'], 50, '科技创新联盟')) AS 各项 (条款, 对象, 上限, 事项);

-- 3. 牵头承担国家科技重大专项和重点研发计划：上年度国拨经费 3%，每个项目最高 100 万元（每个单位最高 1000 万元在后面）
INSERT INTO 条文
SELECT '3.1', 统一社会信用代码, 项目编号,
       项目类别 IN ('国家科技重大专项', '国家重点研发计划') AND 承担方式 = '牵头' AND 真(项目绩效达标), false,
       least(coalesce(成(分(上年度国拨经费), 3, 100), 0), 万(100)), least(coalesce(成(分(上年度国拨经费), 3, 100), 万(100)), 万(100)), 0, '承担国家科技项目'
FROM 科技项目
UNION ALL
-- 3. 承接国家、市级重大科技计划项目并在我区落地转化：上级财政奖励经费 20%
SELECT '3.2', 统一社会信用代码, 项目编号,
       项目类别 IN ('国家科技重大专项', '国家重点研发计划', '其他国家重大科技计划', '市级重大科技计划') AND 真(在本区落地转化), false,
       coalesce(成(分(本年度上级奖励经费), 20, 100), 0), 成(分(本年度上级奖励经费), 20, 100), 0, '科技项目落地转化'
FROM 科技项目;

-- 4. 研发准备金（达到 1000 万元的落实市级补助，没有上限数；不足的区级同比例）；产学研合作最高 300 万元
INSERT INTO 条文
SELECT '4.1', 统一社会信用代码, NULL, 单位性质 = '企业' AND 真(建立研发准备金制度) AND 分(申报研发费用) >= 万(1000), true, NULL, NULL, 0, '研发投入' FROM 企业
UNION ALL
SELECT '4.2', 统一社会信用代码, NULL, 单位性质 = '企业' AND 分(申报研发费用) < 万(1000), false,
       coalesce(成(分(申报研发费用), 市级百分数, 100), 0), 成(分(申报研发费用), 市级百分数, 100), 0, '研发投入'
FROM 企业, (SELECT CAST(replace(值, '%', '') AS INTEGER) AS 市级百分数 FROM 参数 WHERE 参数 = '市级研发补助比例')
UNION ALL
SELECT '4.3', 统一社会信用代码, 合作编号, 真(合作经认定), true, 万(300), 万(300), 1, '产学研合作' FROM 产学研项目;

-- 2、5、6、10、12、15、17、18、附则 2：以主体计的核定
INSERT INTO 条文
SELECT '2', 统一社会信用代码, NULL, 真(新认定高端研发机构), true, 万(5000), 万(5000), 0, '高端研发机构' FROM 企业
UNION ALL
SELECT '5', 统一社会信用代码, NULL, (真(科技型企业) OR 真(高新技术企业)) AND 科技企业来源 IN ('新认定', '引进'), true, 万(50), 万(50), 1, '科技企业认定引进' FROM 企业
UNION ALL
SELECT '6.1', 统一社会信用代码, NULL, 重点软件企业清单 IN ('国家级', '市级'), true, 万(200), 万(200), 1, '重点软件企业' FROM 企业
UNION ALL
SELECT '10.1', 统一社会信用代码, NULL, 真(科创板成功上市), true, 万(800), 万(800), 1, '科创板上市' FROM 企业
UNION ALL
-- 占比超过 30%（不含）且人数达到 50 人以上（含）
SELECT '12.2', 统一社会信用代码, NULL,
       真(高新技术企业) AND 科技企业来源 IN ('新认定', '引进') AND CAST(研发人员数 AS BIGINT) * 100 > CAST(职工总数 AS BIGINT) * 30 AND CAST(研发人员数 AS BIGINT) >= 50,
       true, 万(20), 万(20), 1, '研发人员集聚'
FROM 企业
UNION ALL
SELECT '17.1', 统一社会信用代码, NULL, 真(专业化转化机构), true, 万(100), 万(100), 0, '转化机构绩效' FROM 企业
UNION ALL
SELECT '18', 统一社会信用代码, NULL, 真(科技创新环境项目), true, NULL, NULL, 0, '创新环境优化' FROM 企业
UNION ALL
SELECT '附2', 统一社会信用代码, NULL, coalesce(真(列入一事一议), false), true, NULL, NULL, 0, NULL FROM 企业;

-- 6. 软件、工业互联网、称号
INSERT INTO 条文
SELECT '6.2', 统一社会信用代码, 成果编号, 列举等(软件领域, ['工业软件', '基础软件', '信息安全软件']) AND 真(核心技术突破) AND 真(取得软件著作权),
       true, 万(500), 万(500), 1, '软件关键技术'
FROM 软件成果
UNION ALL
SELECT '6.3', 统一社会信用代码, 工业互联网项目编号, 建设内容 IN ('工业互联网标识解析体系', '工业互联网平台') AND 入选级别 IN ('国家级', '市级'), true,
       CASE 入选级别 WHEN '国家级' THEN 万(1000) WHEN '市级' THEN 万(500) ELSE 0 END,
       CASE 入选级别 WHEN '市级' THEN 万(500) WHEN '未入选' THEN 0 ELSE 万(1000) END, 1, '工业互联网'
FROM 工业互联网项目
UNION ALL
SELECT '6.4', 统一社会信用代码, 称号编号, 称号 IN ('国家级专精特新', '国家级小巨人', '市级专精特新', '市级小巨人', '市级隐形冠军'), true,
       coalesce(成(分(称号上级奖励经费), 50, 100), 0), 成(分(称号上级奖励经费), 50, 100), 1, '专精特新称号'
FROM 资质称号;

-- 7. 线上平台项目（300 万元以上，含）：总投资额 30% 与 200 万元取低；智能化升级每年 20%、最高 30 万元、不超过 3 年；科技分支机构
INSERT INTO 条文
SELECT '7.1', 统一社会信用代码, 线上平台编号, 分(总投资额) >= 万(300), true,
       least(coalesce(成(分(总投资额), 30, 100), 0), 万(200)), least(coalesce(成(分(总投资额), 30, 100), 万(200)), 万(200)), 1, '线上平台项目'
FROM 线上平台项目
UNION ALL
SELECT '7.2', 统一社会信用代码, NULL, 单位性质 = '企业' AND 列举等(行业, ['文化旅游', '专业服务']) AND 真(智能化项目已认定), false,
       least(成(coalesce(分(智能化投资额), 0), 20, 100), 万(30)), least(成(coalesce(分(智能化投资额), 0), 20, 100), 万(30)), 3, '智能化升级'
FROM 企业
UNION ALL
SELECT '7.4', 统一社会信用代码, 机构编号, 真(金融机构) AND CAST(设立日期 AS DATE) >= DATE '2021-06-21', true, 万(50), 万(50), 1, '科技分支机构'
FROM 科技分支机构 JOIN 企业 USING (统一社会信用代码);

-- 10. 上市科技企业再融资 0.2%，最高 200 万元
INSERT INTO 条文
SELECT '10.2', 统一社会信用代码, 融资编号,
       真(上市企业) AND (真(科技型企业) OR 真(高新技术企业)) AND 列举等(融资方式, ['增发', '配股', '发行可转债']), false,
       least(coalesce(成(分(再融资额), 2, 1000), 0), 万(200)), least(coalesce(成(分(再融资额), 2, 1000), 万(200)), 万(200)), 1, '再融资'
FROM 再融资 JOIN 企业 USING (统一社会信用代码);

-- 12、13. 人才
INSERT INTO 条文
SELECT '12.1', 人才编号, NULL, 人才层次 IN ('顶尖人才', '优秀创新团队') AND 真(发展急需), true, NULL, NULL, 0, '顶尖人才团队' FROM 人才
UNION ALL
SELECT '13.2', 人才编号, 资助编号, 专项名称 IN ('博士后创新人才支持计划', '博士后研究项目特别资助'), false, coalesce(分(市级资助额), 0), 分(市级资助额), 1, '博士后资助'
FROM 博士后专项;

-- 14、15. 专利；运营中心
INSERT INTO 条文
SELECT '14', 统一社会信用代码, 专利号, 取得途径 IN ('国内途径', 'PCT途径'), true,
       CASE 领域 WHEN '区块链' THEN 万(10) ELSE 万(2) END, CASE 领域 WHEN '其他' THEN 万(2) ELSE 万(10) END, 1, '国外发明专利'
FROM 国外发明专利
UNION ALL
SELECT '15.1', 统一社会信用代码, NULL, 真(建设知识产权运营中心), false, 万(500), 万(500), 1, '运营中心建设' FROM 企业
UNION ALL
SELECT '15.2', 统一社会信用代码, NULL, 真(建设知识产权运营中心) AND 真(运营绩效达标), false,
       least(coalesce(成(分(年度运营费用), 2, 100), 0), 万(500)), least(coalesce(成(分(年度运营费用), 2, 100), 万(500)), 万(500)), 0, '运营中心运营'
FROM 企业;

-- 16、17、20. 城市更新；成果转化落地；主题活动
INSERT INTO 条文
SELECT '16.2', 统一社会信用代码, 应用编号, 列举等(应用领域, ['老旧小区改造', '楼宇智能升级']) AND 真(应用经认定), true, 万(500), 万(500), 1, '城市更新应用' FROM 城市更新应用
UNION ALL
SELECT '17.2', 统一社会信用代码, 转化编号, 落地区县 = '渝中区', false,
       coalesce(成(分(本年度市级奖补资金), 50, 100), 0), 成(分(本年度市级奖补资金), 50, 100), 0, '成果转化落地'
FROM 成果转化项目
UNION ALL
SELECT '20', 统一社会信用代码, 活动编号, 真(已认定) AND 真(协同举办), false,
       least(coalesce(成(分(实际费用), 30, 100), 0), 万(100)), least(coalesce(成(分(实际费用), 30, 100), 万(100)), 万(100)), 1, '主题活动'
FROM 主题活动;

-- 以前年度的兑现，同一年度先合并；合并后大于零的年度才算得到过。
CREATE TABLE 往年 AS
SELECT 条款, 主键 AS 主体, 事项行 AS 行, CAST(年度 AS INTEGER) AS 年度, sum(分(金额)) AS 净额
FROM 兑现记录
WHERE 文号 = '渝中府办〔2021〕13号' AND CAST(年度 AS INTEGER) < 2023
GROUP BY ALL;

-- 每行的金额：条件（含范围、频次）肯定成立取整个区间，未知取 0 到上，不成立为 0；核定的取核定数与上限中的低者。
CREATE TABLE 逐行 AS
WITH 带条件 AS (
  SELECT t.*, s.程序未完,
         s.范围 AND t.条件 AND (频次 = 0 OR 频次 > (
           SELECT count(*) FROM 往年 p WHERE p.条款 = t.条款 AND p.主体 = t.主体 AND p.行 IS NOT DISTINCT FROM t.行 AND p.净额 > 0)) AS 成立,
         (SELECT 分(h.金额) FROM 核定 h
          WHERE h.主键 = t.主体 AND h.条款 = t.条款 AND h.文号 = '渝中府办〔2021〕13号' AND h.事项行 IS NOT DISTINCT FROM t.行
            AND coalesce(h.年度, '2023') = '2023') AS 核定数
  FROM 条文 t JOIN 适用 s USING (主体)
), 定额 AS (
  SELECT *,
         CASE WHEN NOT 核 THEN 下 WHEN 核定数 IS NULL THEN 0 ELSE least(核定数, coalesce(下, 核定数)) END AS 低,
         CASE WHEN NOT 核 OR 核定数 IS NULL THEN 上 ELSE least(核定数, coalesce(上, 核定数)) END AS 高
  FROM 带条件
)
SELECT 条款, 主体, 行, 事项, 频次, 程序未完, 成立,
       CASE WHEN 成立 THEN 低 ELSE 0 END AS 低,
       CASE WHEN 成立 IS NOT DISTINCT FROM false THEN 0 ELSE 高 END AS 高
FROM 定额;

-- 三、附则 1：同一事项又符合本区其他扶持政策的，从高不重复；一样高的不重复给。有几项的与最高的一项比，金额没有填的可能是任何数。
CREATE TABLE 其他 AS
SELECT 主键 AS 主体, 事项, 事项行, max(coalesce(分(金额), 0)) AS 低, CASE WHEN count(金额) = count(*) THEN max(分(金额)) END AS 高
FROM 其他政策支持
WHERE coalesce(年度, '2023') = '2023'
GROUP BY ALL;

-- 只给一次的，几年加起来也只给最高的一项：以前年度同一事项（同一行）从其他政策得过的扣除，没有余下的让位。
CREATE TABLE 往得 AS
SELECT 主键 AS 主体, 事项, 事项行, sum(coalesce(分(金额), 0)) AS 低, CASE WHEN count(金额) = count(*) THEN sum(分(金额)) END AS 高
FROM 其他政策支持
WHERE CAST(年度 AS INTEGER) < 2023
GROUP BY ALL;

CREATE TABLE 余下 AS
SELECT r.* EXCLUDE (低, 高), coalesce(r.成立 IS DISTINCT FROM false AND w.低 > 0 AND r.高 <= w.低, false) AS 得足,
       CASE WHEN w.主体 IS NULL THEN r.低 ELSE greatest(0, r.低 - coalesce(w.高, r.低)) END AS 低,
       CASE WHEN w.主体 IS NULL OR r.高 IS NULL THEN r.高 ELSE greatest(0, r.高 - w.低) END AS 高
FROM 逐行 r LEFT JOIN 往得 w ON r.频次 = 1 AND w.主体 = r.主体 AND w.事项 = r.事项 AND w.事项行 = r.行;

-- 逐行比较（其他支持写明了哪一行的）：定不下来的保留 0 到上。
CREATE TABLE 行结果 AS
SELECT r.* EXCLUDE (低), r.得足 OR (o.主体 IS NOT NULL AND r.成立 IS DISTINCT FROM false AND o.低 >= r.高) AS 让位,
       CASE WHEN o.主体 IS NULL OR r.低 > o.高 THEN r.低 ELSE 0 END AS 低
FROM 余下 r LEFT JOIN 其他 o ON o.主体 = r.主体 AND o.事项 = r.事项 AND o.事项行 = r.行;

-- 各行相加，再受单位上限（3.1）和累计上限（2）约束。
CREATE TABLE 汇总 AS
WITH 相加 AS (
  SELECT 条款, 主体, any_value(事项) AS 事项, any_value(频次) = 1 AND bool_and(行 IS NULL) AS 扣除往得, bool_or(程序未完) AS 程序未完,
         bool_or(coalesce(成立, false) AND NOT coalesce(让位, false)) AS 有符合的行,
         bool_or(成立 IS DISTINCT FROM false AND NOT coalesce(让位, false)) AS 有可能的行,
         bool_or(coalesce(让位, false)) AS 有让位的行,
         sum(CASE WHEN 让位 THEN 0 ELSE 低 END) AS 低,
         CASE WHEN bool_or(高 IS NULL AND NOT coalesce(让位, false)) THEN NULL ELSE sum(CASE WHEN 让位 THEN 0 ELSE 高 END) END AS 高
  FROM 行结果 GROUP BY 条款, 主体
), 上限 AS (
  SELECT *, CASE 条款
              WHEN '3.1' THEN 万(1000)
              WHEN '2' THEN greatest(0, 万(5000) - coalesce((SELECT sum(净额) FROM 往年 p WHERE p.条款 = 相加.条款 AND p.主体 = 相加.主体), 0))
            END AS 限
  FROM 相加
)
SELECT * EXCLUDE (低, 高, 限), CASE WHEN 限 IS NULL THEN 低 ELSE least(低, 限) END AS 低, CASE WHEN 限 IS NULL THEN 高 ELSE least(coalesce(高, 限), 限) END AS 高
FROM 上限;

-- 条款之间与其他支持比较（没有写明哪一行的），然后是程序：未完的金额为 0，保留最高。
CREATE TABLE 结果 AS
WITH 得过 AS (
  SELECT 主体, 事项, sum(低) AS 低, CASE WHEN count(高) = count(*) THEN sum(高) END AS 高 FROM 往得 WHERE 事项行 IS NULL GROUP BY 主体, 事项
), 净 AS (
  SELECT h.* EXCLUDE (低, 高), coalesce(h.有可能的行 AND w.低 > 0 AND h.高 <= w.低, false) AS 条款得足,
         CASE WHEN w.主体 IS NULL THEN h.低 ELSE greatest(0, h.低 - coalesce(w.高, h.低)) END AS 低,
         CASE WHEN w.主体 IS NULL OR h.高 IS NULL THEN h.高 ELSE greatest(0, h.高 - w.低) END AS 高
  FROM 汇总 h LEFT JOIN 得过 w ON h.扣除往得 AND w.主体 = h.主体 AND w.事项 = h.事项
), 比较 AS (
  SELECT h.*, h.条款得足 OR (o.主体 IS NOT NULL AND h.有可能的行 AND o.低 >= h.高) AS 条款让位, o.主体 IS NOT NULL AND NOT coalesce(h.低 > o.高, false) AS 未胜出
  FROM 净 h LEFT JOIN 其他 o ON o.主体 = h.主体 AND o.事项 = h.事项 AND o.事项行 IS NULL
)
SELECT 条款, 主体,
       CASE WHEN NOT 有可能的行 THEN CASE WHEN 有让位的行 THEN '让位' ELSE '不符合' END
            WHEN 条款让位 THEN '让位'
            WHEN 有符合的行 AND NOT 未胜出 AND NOT 程序未完 AND 低 = 高 THEN '符合'
            ELSE '未定' END AS 状态,
       CASE WHEN coalesce(条款让位, false) OR 未胜出 OR 程序未完 THEN 0 ELSE 低 END AS 低,
       CASE WHEN 条款让位 THEN 0 ELSE 高 END AS 高
FROM 比较;

-- 出资：市级、区级各多少；1.1 按 6:4，其余由一级出。
CREATE TABLE 出资 AS
SELECT *, CASE WHEN 条款 = '1.1' THEN 成(低, 6, 10)
               WHEN 条款 IN ('1.2', '1.3', '2', '3.1', '4.1', '6.1', '6.2', '6.3', '10.1', '15.1', '15.2', '17.1') THEN 低 ELSE 0 END AS 市级
FROM 结果;

-- 非金钱的待遇（10.3 重点培育 3 年期；13.1 全职工作满 3 年的租金优惠、优先入住）：只有状态。
CREATE TABLE 待遇 AS
SELECT '10.3' AS 条款, 统一社会信用代码 AS 主体, 程序未完,
       范围 AND 真(已入科创板储备库) AND CAST(储备库入库日期 AS DATE) + INTERVAL 3 YEAR > DATE '2023-06-30' AS 成立
FROM 企业 JOIN 适用 ON 主体 = 统一社会信用代码
UNION ALL
SELECT '13.1', 人才编号, 程序未完,
       范围 AND 真(科技人才) AND 真(入住人才公寓) AND CAST(全职工作起始日 AS DATE) + INTERVAL 3 YEAR <= DATE '2023-06-30' AND 真(同意租金优惠)
FROM 人才 JOIN 适用 ON 主体 = 人才编号
UNION ALL
SELECT '13.1-入住', 人才编号, 程序未完, 范围 AND 真(科技人才) FROM 人才 JOIN 适用 ON 主体 = 人才编号;

-- 逐个主体的结果，不符合的不列。
CREATE VIEW 明细表 AS
SELECT 条款, 主体, 状态, 低, 高, 市级, 低 - 市级 AS 区级 FROM 出资 WHERE 状态 <> '不符合'
UNION ALL
SELECT 条款, 主体, CASE WHEN 成立 AND NOT 程序未完 THEN '符合' ELSE '未定' END, 0, 0, 0, 0 FROM 待遇 WHERE 成立 IS DISTINCT FROM false;
