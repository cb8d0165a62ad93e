// The clause that the cursor stands in, by the outline of the language server.
import * as vscode from 'vscode';

export interface ClausePlace { uri: vscode.Uri; number: string }

/** The clause (with its 算例) around the cursor; undefined where the cursor stands in none. */
export async function clauseAtCursor(): Promise<ClausePlace | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'policy') return undefined;
  const uri = editor.document.uri;
  const outline = (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
  const [, number] = outline.filter((symbol) => symbol.range.contains(editor.selection.active)).map((symbol) => /^条款\s+(\S+)/.exec(symbol.name)).find(Boolean) ?? [];
  return number === undefined ? undefined : { uri, number };
}
