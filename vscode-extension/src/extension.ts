// Entry point: starts the language server and keeps it running; the rest is registered here, one line each.
import * as vscode from 'vscode';
import { clauseAtCursor, type ClausePlace } from './clauses';
import { PolicyClient } from './client';
import { checkFolder } from './commands/checkFolder';
import { draft } from './commands/draft';
import { runBatch } from './commands/runBatch';
import { say } from './messages';
import { SourcePanel } from './panels/source';
import { TryOutPanel } from './panels/tryOut';
import { ExampleTests } from './testing/examples';

let client: PolicyClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const connection = (client = new PolicyClient(context));
  const [tryOut, source, examples] = [new TryOutPanel(context, connection), new SourcePanel(context, connection), new ExampleTests(connection)];
  const command = (name: string, action: (...parameters: never[]) => unknown) => vscode.commands.registerCommand(name, action as (...parameters: unknown[]) => unknown);
  context.subscriptions.push(
    tryOut, source, examples,
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('policy.server.path')) void connection.restart();
    }),
    command('policy.restartServer', () => connection.restart()),
    command('policy.checkFolder', () => checkFolder(context)),
    command('policy.runBatch', () => runBatch(context)),
    command('policy.draft', (file?: vscode.Uri) => draft(context, file)),
    // The lenses of a clause name it; the command palette means the clause at the cursor.
    command('policy.tryOut', (uri?: string, number?: string) => onClause(uri, number, (clause) => tryOut.show(clause.uri, clause.number))),
    command('policy.runExamples', (uri?: string, number?: string) => onClause(uri, number, (clause) => examples.runBlock(clause.uri, clause.number))),
    command('policy.showSource', async (uri?: string, number?: string) => {
      const clause = uri ? { uri: vscode.Uri.parse(uri), number } : await clauseAtCursor();
      const shown = clause?.uri ?? vscode.window.activeTextEditor?.document.uri;
      if (shown) await source.show(shown, clause?.number);
    }),
  );
  await connection.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function onClause(uri: string | undefined, number: string | undefined, action: (clause: ClausePlace) => Promise<void>): Promise<void> {
  const clause = uri && number ? { uri: vscode.Uri.parse(uri), number } : await clauseAtCursor();
  if (clause) await action(clause);
  else void vscode.window.showInformationMessage(say('请先把光标放在一个条款里。', 'Put the cursor into a clause first.'));
}
