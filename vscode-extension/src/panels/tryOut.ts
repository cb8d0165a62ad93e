// 试算: one clause computed on facts typed into a form; result and derivation follow the facts and the text of the clause.
import * as vscode from 'vscode';
import type { PolicyClient } from '../client';
import { say } from '../messages';
import { afterPause, ofFile, reveal } from '../places';
import type { Curve, CurveAnswer, ExampleText, ExampleTextAnswer, Facts, TryOut, TryOutAnswer } from '../protocol';
import { page, pageOptions } from './panel';
import type { CurveWish, FromTryOut, ToTryOut } from './messages';

const pauseAfterTyping = 250;

/** The panel; there is one, and it turns to another clause. */
export class TryOutPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private clause: { uri: vscode.Uri; number: string } | undefined;
  private facts: Facts | undefined;
  private curve: CurveWish | undefined;
  private revision = 0;
  private pageIsReady = false;
  private readonly disposables: vscode.Disposable[] = [];

  constructor(private readonly context: vscode.ExtensionContext, private readonly client: PolicyClient) {
    const again = afterPause(pauseAfterTyping, () => void this.compute(false));
    this.disposables.push(
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (this.panel && change.document.languageId === 'policy') again();
      }),
      client.onStarted(() => { if (this.panel) again(); }),
    );
  }

  /** Shows a clause, with the facts that were last typed for it. */
  async show(uri: vscode.Uri, number: string): Promise<void> {
    this.clause = { uri, number };
    this.facts = this.context.workspaceState.get<Facts>(this.storageKey());
    this.curve = undefined;
    this.revision = 0;
    if (!this.panel) {
      this.pageIsReady = false;
      this.panel = vscode.window.createWebviewPanel('policy.tryOut', '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false }, pageOptions(this.context));
      this.panel.onDidDispose(() => (this.panel = undefined));
      this.panel.webview.onDidReceiveMessage((message: FromTryOut) => this.received(message));
      this.panel.webview.html = page(this.context, this.panel.webview, 'tryOut');
    } else {
      this.panel.reveal(undefined, false);
    }
    this.panel.title = say(`试算 ${number}`, `Try Out ${number}`);
    if (this.pageIsReady) await this.compute(true);
  }

  dispose(): void {
    this.panel?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async received(message: FromTryOut): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.pageIsReady = true;
        return this.compute(true);
      case 'facts':
        this.facts = message.facts;
        this.revision = message.revision;
        await this.context.workspaceState.update(this.storageKey(), message.facts);
        return this.compute(false);
      case 'start':
        this.facts = message.facts;
        await this.context.workspaceState.update(this.storageKey(), message.facts);
        return this.compute(true);
      case 'curve':
        this.curve = message.wish;
        this.revision = message.revision;
        return this.draw();
      case 'writeExample':
        return this.writeExample();
      case 'copy':
        await vscode.env.clipboard.writeText(JSON.stringify(this.facts ?? {}, undefined, 2));
        void vscode.window.setStatusBarMessage(say('事实已复制。存成文件交给 policy eval --facts 时，明细要写主键，核定和兑现记录要写条款。', 'The facts were copied. For policy eval --facts, rows need their key, and approvals and payments their clause.'), 8000);
        return;
      case 'reveal':
        if (this.clause) await reveal(this.clause.uri, message.range);
        return;
      case 'revealClause':
        return this.revealClause();
    }
  }

  private async compute(isNew: boolean): Promise<void> {
    const clause = this.clause;
    if (!clause || !this.panel) return;
    const revision = this.revision;
    try {
      const parameters: TryOut = { ...ofFile(clause.uri), number: clause.number, ...(this.facts && { facts: this.facts }) };
      const answer = await this.client.request<TryOutAnswer>('policy/tryOut', parameters);
      if (this.clause !== clause) return;
      if (!answer.problem) this.facts ??= answer.facts;
      this.post({ kind: 'answer', answer, isNew, revision });
    } catch (error) {
      this.post({ kind: 'failure', text: failureText(error), revision });
      return;
    }
    await this.draw();
  }

  private async draw(): Promise<void> {
    const { clause, curve, revision } = this;
    if (!clause || !curve || !this.facts) return;
    try {
      const parameters: Curve = { ...ofFile(clause.uri), number: clause.number, facts: this.facts, ...curve };
      const answer = await this.client.request<CurveAnswer>('policy/curve', parameters);
      if (this.clause === clause && this.curve === curve) this.post({ kind: 'curve', answer, revision });
    } catch (error) {
      this.post({ kind: 'failure', text: failureText(error), revision });
    }
  }

  /** The facts of the form become an 算例 after those of the clause. */
  private async writeExample(): Promise<void> {
    const clause = this.clause;
    if (!clause || !this.facts) return;
    const title = await vscode.window.showInputBox({ prompt: say('算例的标题', 'The title of the worked example'), placeHolder: say('如：恰为上限', 'such as: 恰为上限') });
    if (title === undefined) return;
    try {
      const parameters: ExampleText = { ...ofFile(clause.uri), number: clause.number, facts: this.facts, title: title.trim() };
      const answer = await this.client.request<ExampleTextAnswer>('policy/exampleText', parameters);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(clause.uri, new vscode.Position(answer.line, 0), answer.text);
      await vscode.workspace.applyEdit(edit);
      const end = answer.line + answer.text.split('\n').length - 1;
      await reveal(clause.uri, { start: { line: answer.line, character: 0 }, end: { line: end, character: 0 } });
    } catch (error) {
      void vscode.window.showErrorMessage(failureText(error));
    }
  }

  private async revealClause(): Promise<void> {
    const clause = this.clause;
    if (!clause) return;
    const outline = (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', clause.uri)) ?? [];
    const symbol = outline.find((candidate) => `${candidate.name} `.startsWith(`条款 ${clause.number} `));
    if (symbol) await reveal(clause.uri, symbol.selectionRange);
  }

  private post(message: ToTryOut): void {
    void this.panel?.webview.postMessage(message);
  }

  private storageKey(): string {
    return `tryOut ${this.clause?.uri.toString()} ${this.clause?.number}`;
  }
}

function failureText(error: unknown): string {
  return say('没有算出来：', 'Not computed: ') + (error instanceof Error ? error.message : String(error));
}
