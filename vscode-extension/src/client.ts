// The connection to the language server. A server that dies is started again, and the user is told.
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, type LanguageClientOptions, State, TransportKind } from 'vscode-languageclient/node';
import { say } from './messages';
import type { OfFile } from './protocol';
import { findProgram } from './server';

const mostRestarts = 5;
const restartWindow = 3 * 60 * 1000;

export class PolicyClient {
  private client: LanguageClient | undefined;
  private restarts: number[] = [];
  private readonly started = new vscode.EventEmitter<void>();

  /** The server runs: for the first time, or again. */
  readonly onStarted = this.started.event;

  constructor(private readonly context: vscode.ExtensionContext) {}

  async start(): Promise<void> {
    const program = findProgram(this.context);
    const run = { command: program.command, args: [...program.args, 'lsp'], transport: TransportKind.stdio };
    const options: LanguageClientOptions = {
      documentSelector: [{ language: 'policy' }],
      synchronize: { fileEvents: [vscode.workspace.createFileSystemWatcher('**/*.{policy,txt}'), vscode.workspace.createFileSystemWatcher('**/policy.json')] },
      // After a proposal that ends where another word is wanted, what fits there is listed at once.
      initializationOptions: { suggestCommand: 'editor.action.triggerSuggest' },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => this.closed(),
      },
    };
    this.client = new LanguageClient('policy', say('政策语言', 'Policy Language'), { run, debug: run }, options);
    this.client.onDidChangeState((change) => {
      if (change.newState === State.Running) this.started.fire();
    });
    try {
      await this.client.start();
    } catch (error) {
      const settings = say('打开设置', 'Open Settings');
      const chosen = await vscode.window.showErrorMessage(
        say(`语言服务器没有启动（${program.command}）：${String(error)}`, `The language server did not start (${program.command}): ${String(error)}`), settings);
      if (chosen === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'policy.server.path');
    }
  }

  /** Asks the server; rejects where it does not run, or refuses. Positions and ranges come as the protocol has them. */
  async request<Answer>(method: string, parameters: OfFile, cancellation?: vscode.CancellationToken): Promise<Answer> {
    if (!this.client) throw new Error(say('语言服务器没有运行', 'The language server does not run'));
    // An absent token would be sent as a second parameter.
    return cancellation ? this.client.sendRequest<Answer>(method, parameters, cancellation) : this.client.sendRequest<Answer>(method, parameters);
  }

  async stop(): Promise<void> {
    await this.client?.stop();
    this.client = undefined;
  }

  async restart(): Promise<void> {
    await this.client?.stop().catch(() => undefined);
    await this.start();
  }

  private closed(): { action: CloseAction; message?: string; handled?: boolean } {
    const now = Date.now();
    this.restarts = [...this.restarts.filter((time) => now - time < restartWindow), now];
    if (this.restarts.length > mostRestarts) {
      return {
        action: CloseAction.DoNotRestart,
        message: say('语言服务器多次中断，不再自动启动。请运行命令「政策: 重新启动语言服务器」，仍不行请把输出面板里的记录发给维护者。',
          'The language server stopped several times and is not started again. Run "Policy: Restart the Language Server"; if that does not help, report what the output panel shows.'),
      };
    }
    void vscode.window.showWarningMessage(say('语言服务器中断，已经重新启动。', 'The language server stopped and was started again.'));
    return { action: CloseAction.Restart, handled: true };
  }
}
