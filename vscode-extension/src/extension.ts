// Entry point: starts the language server and keeps it running.
import * as vscode from 'vscode';
import { PolicyClient } from './client';
import { checkFolder } from './commands/checkFolder';

let client: PolicyClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  client = new PolicyClient(context);
  context.subscriptions.push(
    vscode.commands.registerCommand('policy.restartServer', () => client?.restart()),
    vscode.commands.registerCommand('policy.checkFolder', () => checkFolder(context)),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
