// 算例 and 恒有 in the Test Explorer: file, clause, example. The server lists and runs them.
import * as vscode from 'vscode';
import type { PolicyClient } from '../client';
import { say } from '../messages';
import { afterPause, ofFile, toRange } from '../places';
import type { ExampleItem, ExampleOutcome, RunExamples } from '../protocol';

const pauseAfterTyping = 400;

/** The tree of examples and how they are run. */
export class ExampleTests implements vscode.Disposable {
  private readonly controller = vscode.tests.createTestController('policy.examples', say('算例', 'Worked Examples'));
  private readonly disposables: vscode.Disposable[] = [this.controller];
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly pauses = new Map<string, () => void>();
  private discovered: Promise<void> | undefined;

  constructor(private readonly client: PolicyClient) {
    this.controller.resolveHandler = (item) => (item ? this.list(item) : this.discover());
    this.controller.refreshHandler = () => this.discover();
    const run = async (request: vscode.TestRunRequest, cancellation: vscode.CancellationToken): Promise<void> => {
      await (request.continuous ? this.keepRunning(request, cancellation) : this.run(request, cancellation));
    };
    this.controller.createRunProfile(say('核对', 'Run'), vscode.TestRunProfileKind.Run, run, true, undefined, true);
    const files = vscode.workspace.createFileSystemWatcher('**/*.policy');
    this.disposables.push(
      files, this.changed,
      files.onDidCreate((uri) => this.refresh(uri)),
      files.onDidChange((uri) => this.refresh(uri)),
      files.onDidDelete((uri) => this.controller.items.delete(uri.toString())),
      vscode.workspace.onDidOpenTextDocument((document) => this.touched(document)),
      vscode.workspace.onDidChangeTextDocument((change) => this.touched(change.document)),
      // After a new start the server knows nothing of the lists: they are asked for again.
      client.onStarted(() => { if (this.discovered) void this.discover(); }),
    );
    for (const document of vscode.workspace.textDocuments) this.touched(document);
  }

  /** Runs the examples of a clause or target, as its lens asks. */
  async runBlock(uri: vscode.Uri, number: string): Promise<void> {
    const file = await this.fileOf(uri);
    const items = [...children(file)].filter((block) => block.id.endsWith(` ${number}`));
    if (items.length === 0) {
      void vscode.window.showInformationMessage(say(`${number} 没有算例。`, `There is no worked example of ${number}.`));
      return;
    }
    const cancellation = new vscode.CancellationTokenSource();
    const failed = await this.run(new vscode.TestRunRequest(items), cancellation.token);
    cancellation.dispose();
    if (failed > 0) await vscode.commands.executeCommand('workbench.panel.testResults.view.focus');
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private discover(): Promise<void> {
    return (this.discovered = this.listAll());
  }

  private async listAll(): Promise<void> {
    const uris = await vscode.workspace.findFiles('**/*.policy', '**/node_modules/**');
    const known = new Set([...uris, ...vscode.workspace.textDocuments.map((document) => document.uri)].map((uri) => uri.toString()));
    for (const [id] of this.controller.items) {
      if (!known.has(id)) this.controller.items.delete(id);
    }
    for (const uri of uris.sort((left, right) => left.path.localeCompare(right.path))) await this.fileOf(uri);
  }

  private touched(document: vscode.TextDocument): void {
    if (document.languageId !== 'policy') return;
    const key = document.uri.toString();
    let pause = this.pauses.get(key);
    if (!pause) this.pauses.set(key, (pause = afterPause(pauseAfterTyping, () => this.refresh(document.uri))));
    pause();
  }

  private refresh(uri: vscode.Uri): void {
    void this.fileOf(uri).then(() => this.changed.fire(uri));
  }

  /** The item of a file, with its examples as they are now. A file without any has no place in the tree. */
  private async fileOf(uri: vscode.Uri): Promise<vscode.TestItem> {
    const item = this.controller.items.get(uri.toString()) ?? this.controller.createTestItem(uri.toString(), decodeURIComponent(uri.path.split('/').at(-1) ?? ''), uri);
    await this.list(item);
    if (item.children.size > 0) this.controller.items.add(item);
    else this.controller.items.delete(item.id);
    return item;
  }

  private async list(file: vscode.TestItem): Promise<void> {
    if (!file.uri || file.parent) return;
    let examples: ExampleItem[];
    try {
      examples = await this.client.request<ExampleItem[]>('policy/examples', ofFile(file.uri));
    } catch {
      return; // The server is starting again; the list stays as it was.
    }
    const blocks = new Map<string, { item: vscode.TestItem; tests: vscode.TestItem[] }>();
    for (const example of examples) {
      const id = `${file.id} ${example.block.kind} ${example.block.number}`;
      let block = blocks.get(id);
      if (!block) {
        const item = file.children.get(id) ?? this.controller.createTestItem(id, '', file.uri);
        item.label = `${example.block.kind} ${example.block.number} ${example.block.title}`.trim();
        item.range = toRange(example.block.range);
        item.sortText = String(blocks.size).padStart(6, '0');
        blocks.set(id, (block = { item, tests: [] }));
      }
      const test = block.item.children.get(example.id) ?? this.controller.createTestItem(example.id, '', file.uri);
      test.label = example.kind === '恒有' ? `恒有 ${example.label}` : example.label;
      test.range = toRange(example.range);
      test.sortText = String(block.tests.length).padStart(6, '0');
      block.tests.push(test);
    }
    for (const block of blocks.values()) block.item.children.replace(block.tests);
    file.children.replace([...blocks.values()].map((block) => block.item));
  }

  /** Runs what is asked for; how many failed. */
  private async run(request: vscode.TestRunRequest, cancellation: vscode.CancellationToken): Promise<number> {
    if (!request.include) await (this.discovered ?? this.discover());
    const run = this.controller.createTestRun(request);
    const excluded = new Set(request.exclude ?? []);
    const byFile = new Map<string, vscode.TestItem[]>();
    const collect = (item: vscode.TestItem): void => {
      if (excluded.has(item)) return;
      if (item.children.size > 0) {
        for (const child of children(item)) collect(child);
      } else if (item.uri) {
        run.enqueued(item);
        const key = item.uri.toString();
        byFile.set(key, [...(byFile.get(key) ?? []), item]);
      }
    };
    for (const item of request.include ?? children(this.controller)) collect(item);
    let failed = 0;
    for (const [key, tests] of byFile) {
      if (cancellation.isCancellationRequested) break;
      failed += await this.runFile(run, vscode.Uri.parse(key), tests, cancellation);
    }
    run.end();
    return failed;
  }

  private async runFile(run: vscode.TestRun, uri: vscode.Uri, tests: vscode.TestItem[], cancellation: vscode.CancellationToken): Promise<number> {
    for (const test of tests) run.started(test);
    let outcomes: ExampleOutcome[];
    const started = Date.now();
    try {
      const parameters: RunExamples = { ...ofFile(uri), ids: tests.map((test) => test.id) };
      outcomes = await this.client.request<ExampleOutcome[]>('policy/runExamples', parameters, cancellation);
    } catch (error) {
      for (const test of tests) run.errored(test, new vscode.TestMessage(String(error)));
      return tests.length;
    }
    const found = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    const duration = (Date.now() - started) / tests.length;
    let failed = 0;
    for (const test of tests) {
      const outcome = found.get(test.id);
      if (!outcome) {
        run.skipped(test);
      } else if (outcome.outcome === 'passed') {
        run.passed(test, duration);
      } else {
        failed++;
        const message = new vscode.TestMessage(outcome.message);
        message.location = new vscode.Location(uri, toRange(outcome.range));
        run.appendOutput(`${test.label}\r\n${outcome.message.replace(/\r?\n/g, '\r\n')}\r\n\r\n`, undefined, test);
        if (outcome.outcome === 'failed') run.failed(test, message, duration);
        else run.errored(test, message, duration);
      }
    }
    return failed;
  }

  /** Runs again whenever the file of something that was asked for changes. */
  private async keepRunning(request: vscode.TestRunRequest, cancellation: vscode.CancellationToken): Promise<void> {
    const files = request.include && new Set(request.include.map((item) => item.uri?.toString()));
    const listener = this.changed.event((uri) => {
      const file = this.controller.items.get(uri.toString());
      if (!file || (files && !files.has(uri.toString()))) return;
      const include = request.include?.filter((item) => item.uri?.toString() === uri.toString()) ?? [file];
      void this.run(new vscode.TestRunRequest(include, request.exclude, request.profile, true), cancellation);
    });
    cancellation.onCancellationRequested(() => listener.dispose());
    await this.run(request, cancellation);
  }
}

function* children(of: vscode.TestItem | vscode.TestController): Iterable<vscode.TestItem> {
  for (const [, item] of 'children' in of ? of.children : of.items) yield item;
}
