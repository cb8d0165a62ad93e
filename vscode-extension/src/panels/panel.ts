// Common parts of the panels: a page of the extension with its script and style, without external resources.
import * as crypto from 'node:crypto';
import * as vscode from 'vscode';

/** The HTML of a page: out/webview/NAME.js and webview/NAME.css. The page speaks the language of the editor. */
export function page(context: vscode.ExtensionContext, webview: vscode.Webview, name: string): string {
  const nonce = crypto.randomBytes(16).toString('base64');
  const at = (...parts: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(context.extensionUri, ...parts)).toString();
  const rules = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${rules}">
<link rel="stylesheet" href="${at('webview', 'shared.css')}">
<link rel="stylesheet" href="${at('webview', `${name}.css`)}">
</head>
<body><script nonce="${nonce}" src="${at('out', 'webview', `${name}.js`)}"></script></body>
</html>`;
}

/** Where the page may read from. */
export function pageOptions(context: vscode.ExtensionContext): vscode.WebviewPanelOptions & vscode.WebviewOptions {
  return {
    enableScripts: true,
    retainContextWhenHidden: true,
    enableFindWidget: true,
    localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'webview'), vscode.Uri.joinPath(context.extensionUri, 'out', 'webview')],
  };
}
