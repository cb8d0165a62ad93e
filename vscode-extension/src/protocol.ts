// The requests of the language server beyond the protocol of editors, as `compiler/Dsl.LanguageServer` answers them.
// Every request names a .policy file by `textDocument.uri`. Places in texts are positions (line, character from 0); `start` and `end` alone
// are UTF-16 offsets. Texts are Chinese as in the program's other messages.
import type { Range } from 'vscode-languageclient';

export interface OfFile { textDocument: { uri: string } }

// ── policy/examples: the 算例 and 恒有 of a file. policy/runExamples: their results ──

/** Answer of policy/examples, in the order of the file. */
export interface ExampleItem {
  /** The same for as long as its clause, title and order among equals are the same. */
  id: string;
  kind: '算例' | '恒有';
  /** What is shown: the title, else what is expected. */
  label: string;
  /** 条款 1.2 or 目标 8, and its title. */
  block: { kind: '条款' | '目标'; number: string; title: string; range: Range };
  /** The whole block of the 算例, or the line of the 恒有. */
  range: Range;
}

/** Parameters of policy/runExamples: without ids, all of the file. */
export interface RunExamples extends OfFile { ids?: string[] }

export interface ExampleOutcome {
  id: string;
  /** error: it cannot be computed (the file has errors); message says why. */
  outcome: 'passed' | 'failed' | 'error';
  /** As 应得 says and as computed, in the same words; empty for 恒有 and errors. */
  expected: string;
  actual: string;
  /** Empty where passed; else why, with the derivation, line by line. */
  message: string;
  /** Where 应得 (or the 恒有) is written. */
  range: Range;
}

// ── policy/tryOut: one clause computed on facts that are typed into a form ──

/** The facts have the form of `policy eval --facts`: {"企业": {…}, "科技项目": [{…}], "核定": […], "兑现记录": […], "参数": {…}, "测算日": …, "年度": …}. */
export type Facts = Record<string, unknown>;

/** Parameters: without facts, those of the clause's first 算例 in which something is due are taken (else none). */
export interface TryOut extends OfFile { number: string; facts?: Facts }

export interface TryOutAnswer {
  number: string;
  title: string;
  /** The file has errors: no form, no result. The text says so, with the first error. */
  problem?: string;
  /** The facts that were computed with, as they are put into the form. */
  facts: Facts;
  form?: FormTable[];
  /** The 算例 of the clause, to start from. */
  examples: { title: string; facts: Facts }[];
  /** What cannot be read of the facts: path is table.field (of the row, counted from 0), message has reason and remedy. */
  findings: { path: string; row?: number; message: string }[];
  /** The figures that were read, as they were understood: 200万元 = 2,000,000元. */
  read?: { path: string; row?: number; text: string }[];
  /** Absent where there are findings. */
  result?: TryOutResult;
}

/** A table of the form: the settings (测算日, 年度), the subject, a 明细, 核定, 兑现记录, 参数. */
export interface FormTable {
  /** Its name in the facts; empty for the settings, which stand at the top of the facts. */
  name: string;
  label: string;
  /** Whether it has any number of rows (an array in the facts), else it is one object. */
  isRows: boolean;
  /** The clause is computed once per row (每个). */
  isEach: boolean;
  /** The field that identifies a row; absent if rows are numbered. */
  keyField?: string;
  fields: FormField[];
}

export interface FormField {
  /** Its name in the facts. */
  name: string;
  /** boolean: 是 or 否. list: one of choices. amount: a number with a unit. */
  kind: 'boolean' | 'list' | 'amount' | 'number' | 'date' | 'year' | 'text';
  /** The unit that a bare number counts in: 元, 人, %. */
  unit?: string;
  /** Units that may be written, the usual one first: 万元, 元, 亿元. */
  units?: string[];
  /** Of a text: proposals, for a list that ends in 等 takes other values too. */
  choices?: string[];
  /** Definition, range, what it is in the document; Markdown. */
  help?: string;
  /** Only a condition of 范围 asks for it: it counts as met while it is not known. */
  isScope: boolean;
  /** 缺省: what it is where nothing is typed. */
  fallback?: string;
  /** 认定: an authority decides. */
  isRecognition: boolean;
  /** It can stand on the axis of policy/curve: its path there. */
  axis?: string;
}

export interface TryOutResult {
  /** 符合, 不符合, 资料不全, 待核定 … */
  status: string;
  /** 金额 or 金额..最高 as text. */
  amount: string;
  /** The clause of `policy eval --explain --format json` (解释.政策[].条款[]). */
  explanation: ClauseExplanation;
}

export interface ClauseExplanation {
  条款: string; 条: string; 文件: string; 行号: number; 依据: string[]; 状态: string; 金额: string;
  计算: UnitExplanation[]; 步骤: string[]; 还需要: string[]; 说明: string[];
}

export interface UnitExplanation {
  事项行: string | null; 状态: string; 金额: string; 条件: ConditionExplanation[]; 频次?: ConditionExplanation;
  令: string[]; 算式: string; 代入: string; 步骤: string[]; 还需要: string[];
}

export interface ConditionExplanation { 条件: string; 成立: string; 范围: boolean; 排除: boolean; 代入: string; 事实: Record<string, string> }

// ── policy/exampleText: the facts of the form as an 算例 ──

export interface ExampleText extends OfFile { number: string; facts: Facts; title: string }

/** The lines and their position: after the clause and its 算例. */
export interface ExampleTextAnswer { text: string; line: number }

// ── policy/curve: the award against one fact, the others as they are in the form ──

export interface Curve extends OfFile {
  number: string;
  facts: Facts;
  /** A FormField.axis. */
  axis: string;
  /** The row of the table that is varied, from 0. */
  row?: number;
  /** The range of the axis, as it is typed into the form (100万元); chosen by the server where absent. */
  from?: string;
  to?: string;
}

export interface CurveAnswer {
  /** Why there is nothing to draw. */
  problem?: string;
  /** 实际费用, and the unit of x: 万元. Of a date 年: x is the year with the part of it that has passed (2023.5). */
  label: string;
  unit: string;
  /** The unit of low and high: 万元. */
  amountUnit: string;
  /** The range that is drawn, as it could be typed: 0元, 200万元. Absent if there is nothing to draw. */
  from?: string;
  to?: string;
  /** In the units of the axes, ascending in x. high is null for 不封顶. A jump is two points with the same or neighbouring x. */
  points: { x: number; low: number; high: number | null; status: string }[];
  /** Where something changes, exactly: with the values as text. */
  marks: { x: number; kind: '门槛' | '上限' | '跳变' | '转折'; xText: string; text: string; range?: Range }[];
  /** Where the form stands now. */
  now?: { x: number; xText: string; amount: string };
}

// ── policy/source: the document beside the policy ──

export interface SourceAnswer {
  /** Why there is no text: no 原文 line, or the file is not there. */
  problem?: string;
  uri: string;
  /** The policy that quotes it: where the request named the text itself, the first one of the folder. */
  policyUri?: string;
  title: string;
  text: string;
  /** Blocks that quote, in the order of the file. */
  blocks: { label: string; number: string; range: Range; quotes: Range[] }[];
  /** Quoted spans by position; those of different blocks may overlap. */
  stretches: { start: number; end: number; block: number }[];
  parts: { start: number; end: number; role: 'sentence' | 'heading' | 'departments'; share: 'none' | 'part' | 'whole' }[];
  figures: { start: number; end: number; use: 'notQuoted' | 'quoted' | 'used' }[];
  /** Quotations of the file that do not stand in the text. */
  notFound: Range[];
}
