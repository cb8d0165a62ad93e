// Messages of the extension, in the language of the editor.
import * as vscode from 'vscode';

const chinese = vscode.env.language.toLowerCase().startsWith('zh');

/** The Chinese text where the editor speaks Chinese, else the English one. */
export function say(zh: string, en: string): string {
  return chinese ? zh : en;
}
