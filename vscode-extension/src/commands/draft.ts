// A first .policy file from an official text: a file, the clipboard, or the text in the editor.
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { say } from '../messages';
import { folderOf } from '../places';
import { outputChannel, runProgram } from '../program';

interface Choice extends vscode.QuickPickItem { find: () => Promise<OfficialText | undefined> }

/** Drafts; of a given file where the explorer names one. */
export async function draft(context: vscode.ExtensionContext, file?: vscode.Uri): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const source = file ? { file: file.fsPath, name: path.parse(file.fsPath).name } : await askForText(context, editor);
  if (!source) return;
  const folder = folderOf(file ?? editor?.document.uri)?.uri ?? vscode.Uri.file(path.dirname(source.file));
  const target = await vscode.window.showSaveDialog({
    title: say('起草的政策文件', 'The policy file to be drafted'), defaultUri: vscode.Uri.joinPath(folder, `${source.name}.policy`), filters: { [say('政策', 'Policy')]: ['policy'] },
  });
  if (!target) return;
  const run = await runProgram(context, say('正在起草…', 'Drafting…'), ['draft', source.file, '--output', target.fsPath], path.dirname(target.fsPath));
  if (run.exitCode !== 0) {
    outputChannel().show(true);
    if (run.exitCode !== null) void vscode.window.showErrorMessage(say('没有起草成，原因见输出面板。', 'Nothing was drafted; the output panel says why.'));
    return;
  }
  await vscode.window.showTextDocument(target);
  outputChannel().show(true);
}

interface OfficialText { file: string; name: string }

async function askForText(context: vscode.ExtensionContext, editor: vscode.TextEditor | undefined): Promise<OfficialText | undefined> {
  const choices: Choice[] = [
    { label: say('从文件', 'From a file'), description: '.docx .txt', find: fromFile },
    { label: say('从剪贴板', 'From the clipboard'), find: async () => store(context, await vscode.env.clipboard.readText()) },
  ];
  if (editor?.document.languageId === 'plaintext') {
    choices.unshift({ label: say('从正在编辑的文字', 'From the text in the editor'), description: path.basename(editor.document.fileName), find: () => store(context, editor.document.getText(), path.parse(editor.document.fileName).name) });
  }
  const choice = await vscode.window.showQuickPick(choices, { placeHolder: say('政策原文在哪里？', 'Where is the official text?') });
  return choice?.find();
}

async function fromFile(): Promise<OfficialText | undefined> {
  const chosen = await vscode.window.showOpenDialog({ title: say('政策原文', 'The official text'), filters: { [say('原文', 'Text')]: ['docx', 'txt'] } });
  return chosen?.[0] && { file: chosen[0].fsPath, name: path.parse(chosen[0].fsPath).name };
}

async function store(context: vscode.ExtensionContext, text: string, name = say('新政策', 'new-policy')): Promise<OfficialText | undefined> {
  if (text.trim().length === 0) {
    void vscode.window.showInformationMessage(say('里面没有文字。请先复制原文。', 'There is no text in it. Copy the official text first.'));
    return undefined;
  }
  await fs.mkdir(context.globalStorageUri.fsPath, { recursive: true });
  const file = path.join(context.globalStorageUri.fsPath, `${name}.txt`);
  await fs.writeFile(file, text, 'utf8');
  return { file, name };
}
