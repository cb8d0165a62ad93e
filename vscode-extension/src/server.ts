// Where the `policy` program is: the setting, the one in the extension, or the one on the PATH.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

export interface ServerProgram {
  command: string;
  args: string[];
}

/** The program that is used, with arguments that go before its own. A .dll is started by dotnet. */
export function findProgram(context: vscode.ExtensionContext): ServerProgram {
  const set = vscode.workspace.getConfiguration('policy').get<string>('server.path')?.trim();
  if (set) return start(set);
  const bundled = path.join(context.extensionPath, 'server', process.platform === 'win32' ? 'policy.exe' : 'policy');
  return start(fs.existsSync(bundled) ? bundled : 'policy');
}

function start(file: string): ServerProgram {
  return file.endsWith('.dll') ? { command: 'dotnet', args: [file] } : { command: file, args: [] };
}
