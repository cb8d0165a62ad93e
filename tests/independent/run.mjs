// Runs the SQL over a folder of CSV files with DuckDB and prints what it computed as JSON on standard output.
// usage: node run.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The same library as the program's, installed once: runtime/native.
const { DuckDBInstance } = createRequire(new URL('../../runtime/native/package.json', import.meta.url))('@duckdb/node-api');

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, '..', '..', 'policies', 'sample');

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv')).sort())
  await connection.run(`CREATE TABLE "${file.slice(0, -4)}" AS FROM read_csv(${quoted(join(folder, file))}, header = true, all_varchar = true, nullstr = '')`);
await connection.run(readFileSync(join(here, '渝中府办〔2021〕13号.sql'), 'utf8'));

const rows = async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson();
const subjects = await rows(`SELECT 条款, 主体, 状态, 低::VARCHAR AS 金额, 高::VARCHAR AS 最高, 市级::VARCHAR AS 市级, 区级::VARCHAR AS 区级 FROM 明细表 ORDER BY 条款, 主体`);
const clauses = await rows(`
  SELECT 条款, count(*) FILTER (状态 = '符合')::INTEGER AS 符合, count(*) FILTER (状态 = '让位')::INTEGER AS 让位, count(*) FILTER (状态 = '未定')::INTEGER AS 未定,
         sum(低)::VARCHAR AS 金额, coalesce(sum(高), 0)::VARCHAR AS 最高, count(*) FILTER (高 IS NULL)::INTEGER AS 不封顶
  FROM 明细表 GROUP BY 条款 ORDER BY 条款`);
const total = await rows(`
  SELECT sum(低)::VARCHAR AS 金额, sum(coalesce(高, 0))::VARCHAR AS 最高, count(*) FILTER (高 IS NULL)::INTEGER AS 不封顶,
         sum(市级)::VARCHAR AS 市级, sum(区级)::VARCHAR AS 区级
  FROM 明细表`);
console.log(JSON.stringify({ 单位: '分', 条款: clauses, 明细: subjects, 合计: total }));
