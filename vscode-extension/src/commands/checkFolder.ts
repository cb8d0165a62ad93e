// Checks all policies of the folder with the program itself, in the output panel.
import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { say } from '../messages';
import { findProgram } from '../server';

let channel: vscode.OutputChannel | undefined;

export async function checkFolder(context: vscode.ExtensionContext): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const folder = (document && vscode.workspace.getWorkspaceFolder(document.uri)) ?? vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    void vscode.window.showInformationMessage(say('请先打开存放政策的文件夹。', 'Open the folder of the policies first.'));
    return;
  }
  await vscode.workspace.saveAll(false);
  const program = findProgram(context);
  const output = (channel ??= vscode.window.createOutputChannel(say('政策检查', 'Policy Check')));
  output.clear();
  output.show(true);
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: say('正在检查…', 'Checking…') }, () =>
    new Promise<void>((done) => {
      execFile(program.command, [...program.args, 'check', folder.uri.fsPath], { maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
        output.append(stdout + stderr);
        if (error && typeof error.code !== 'number') output.appendLine(String(error));
        done();
      });
    }));
}
