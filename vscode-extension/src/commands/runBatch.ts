// Computes the sample registry of the folder: the same run that operators make, on few subjects.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { say } from '../messages';
import { folderOf } from '../places';
import { outputChannel, runProgram } from '../program';

/** The nearest folder above a file with a policy.json; else that of the workspace which has one; else the workspace folder. */
async function policiesFolder(folder: vscode.WorkspaceFolder, file: vscode.Uri | undefined): Promise<string> {
  for (let at = file?.scheme === 'file' ? path.dirname(file.fsPath) : ''; at && at !== path.dirname(at); at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, 'policy.json'))) return at;
  }
  const [found] = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/policy.json'), '**/node_modules/**', 1);
  return found ? path.dirname(found.fsPath) : folder.uri.fsPath;
}

export async function runBatch(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.window.activeTextEditor?.document.uri;
  const folder = folderOf(file);
  if (!folder) {
    void vscode.window.showInformationMessage(say('请先打开存放政策的文件夹。', 'Open the folder of the policies first.'));
    return;
  }
  const policies = await policiesFolder(folder, file);
  let sample = path.join(policies, 'sample');
  if (!fs.existsSync(sample)) {
    const chosen = await vscode.window.showOpenDialog({
      title: say('登记数据所在的文件夹', 'The folder of the registry'), canSelectFolders: true, canSelectFiles: false, defaultUri: vscode.Uri.file(policies),
    });
    if (!chosen?.[0]) return;
    sample = chosen[0].fsPath;
  }
  await vscode.workspace.saveAll(false);
  const results = path.join(folder.uri.fsPath, 'out', 'results.csv');
  fs.mkdirSync(path.dirname(results), { recursive: true });
  const run = await runProgram(context, say('正在测算样例…', 'Computing the sample…'), ['batch', policies, '--input', sample, '--output', results], folder.uri.fsPath);
  outputChannel().show(true);
  const open = say('打开结果', 'Open the Results');
  if (run.exitCode === 0) {
    const chosen = await vscode.window.showInformationMessage(say(`测算完成，结果在 ${path.relative(folder.uri.fsPath, results)}。`, `Done; the results are in ${path.relative(folder.uri.fsPath, results)}.`), open);
    if (chosen === open) await vscode.window.showTextDocument(vscode.Uri.file(results));
  } else if (run.exitCode !== null) {
    void vscode.window.showErrorMessage(say('测算没有完成，原因见输出面板。', 'The run did not complete; the output panel says why.'));
  }
}
