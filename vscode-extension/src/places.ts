// Places of the language server in the editor.
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import type { OfFile } from './protocol';

/** The member by which requests name a file. */
export function ofFile(uri: vscode.Uri): OfFile {
  return { textDocument: { uri: uri.toString() } };
}

export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

/** Shows a span of a file in the editor that has it open, else in the first column; the caller keeps the focus if asked. */
export async function reveal(uri: vscode.Uri, range: Range, preserveFocus = false): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const place = toRange(range);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One, preserveFocus, selection: new vscode.Range(place.start, place.start) });
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The folder of policies that a file belongs to: the workspace folder around it, else the only one, else its own folder. */
export function folderOf(uri: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
}

/** Calls after a pause in the calls. */
export function afterPause(milliseconds: number, action: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };
}
