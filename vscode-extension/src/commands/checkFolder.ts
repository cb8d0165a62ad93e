// Checks all policies of the folder with the program itself, in the output panel.
import * as vscode from 'vscode';
import { say } from '../messages';
import { folderOf } from '../places';
import { outputChannel, runProgram } from '../program';

export async function checkFolder(context: vscode.ExtensionContext): Promise<void> {
  const folder = folderOf(vscode.window.activeTextEditor?.document.uri);
  if (!folder) {
    void vscode.window.showInformationMessage(say('请先打开存放政策的文件夹。', 'Open the folder of the policies first.'));
    return;
  }
  await vscode.workspace.saveAll(false);
  outputChannel().show(true);
  await runProgram(context, say('正在检查…', 'Checking…'), ['check', '.'], folder.uri.fsPath);
}
