// 原文: the official text beside the policy. What is quoted is marked; a click goes to the clause, the cursor in a clause shows its words.
import * as vscode from 'vscode';
import type { PolicyClient } from '../client';
import { say } from '../messages';
import { afterPause, ofFile, reveal, toRange } from '../places';
import type { SourceAnswer } from '../protocol';
import { page, pageOptions } from './panel';
import type { FromSource, ToSource } from './messages';

const pauseAfterTyping = 400;

/** The panel; there is one, and it turns to the text of another policy. */
export class SourcePanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private policy: vscode.Uri | undefined;
  private answer: SourceAnswer | undefined;
  private wanted: string | undefined;
  private pageIsReady = false;
  private readonly disposables: vscode.Disposable[] = [];

  constructor(private readonly context: vscode.ExtensionContext, private readonly client: PolicyClient) {
    const again = afterPause(pauseAfterTyping, () => void this.load());
    this.disposables.push(
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (this.panel && this.isShown(change.document.uri)) again();
      }),
      vscode.window.onDidChangeTextEditorSelection((change) => {
        if (!this.isShown(change.textEditor.document.uri)) return;
        // A click in the text moved the cursor itself: the text stays where the reader has it.
        const { active } = change.selections[0]!;
        this.select(active, change.kind !== undefined);
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.panel && editor?.document.languageId === 'policy' && !this.isShown(editor.document.uri)) {
          this.policy = editor.document.uri;
          void this.load();
        }
      }),
      client.onStarted(() => { if (this.panel) again(); }),
    );
  }

  /** Shows the text of a policy, at the words that a clause quotes. */
  async show(uri: vscode.Uri, number?: string): Promise<void> {
    this.policy = uri;
    this.wanted = number;
    if (!this.panel) {
      this.pageIsReady = false;
      this.panel = vscode.window.createWebviewPanel('policy.source', say('原文', 'Source Text'), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, pageOptions(this.context));
      this.panel.onDidDispose(() => (this.panel = undefined));
      this.panel.webview.onDidReceiveMessage((message: FromSource) => this.received(message));
      this.panel.webview.html = page(this.context, this.panel.webview, 'source');
    } else {
      this.panel.reveal(undefined, true);
    }
    if (this.pageIsReady) await this.load();
  }

  dispose(): void {
    this.panel?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async received(message: FromSource): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.pageIsReady = true;
        return this.load();
      case 'open': {
        const block = this.answer?.blocks[message.block];
        if (block && this.policy) await reveal(this.policy, block.range);
        return;
      }
      case 'openText': {
        if (!this.answer) return;
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(this.answer.uri));
        const place = document.positionAt(message.offset);
        await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place), viewColumn: vscode.ViewColumn.One });
        return;
      }
    }
  }

  private async load(): Promise<void> {
    const policy = this.policy;
    if (!policy || !this.panel) return;
    try {
      const answer = await this.client.request<SourceAnswer>('policy/source', ofFile(policy));
      if (this.policy !== policy) return;
      this.answer = answer;
      this.panel.title = answer.title ? say(`原文 ${answer.title}`, `Source: ${answer.title}`) : say('原文', 'Source Text');
      this.post({ kind: 'answer', answer });
    } catch (error) {
      this.post({ kind: 'failure', text: error instanceof Error ? error.message : String(error) });
      return;
    }
    const wanted = this.answer.blocks.findIndex((block) => block.number === this.wanted);
    if (wanted >= 0) {
      this.post({ kind: 'select', block: wanted, scroll: true });
      this.wanted = undefined;
    } else {
      const editor = vscode.window.visibleTextEditors.find((candidate) => this.isShown(candidate.document.uri));
      if (editor) this.select(editor.selection.active, false);
    }
  }

  private select(place: vscode.Position, scroll: boolean): void {
    const block = this.answer?.blocks.findIndex((candidate) => toRange(candidate.range).contains(place)) ?? -1;
    this.post({ kind: 'select', block: block < 0 ? undefined : block, scroll });
  }

  private isShown(uri: vscode.Uri): boolean {
    return this.policy?.toString() === uri.toString();
  }

  private post(message: ToSource): void {
    void this.panel?.webview.postMessage(message);
  }
}
