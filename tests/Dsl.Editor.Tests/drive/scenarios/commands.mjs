// The commands that run the program: check, batch on the sample, a draft from an official text.
import fs from 'node:fs';
import { check } from '../editor.mjs';

async function output(editor) {
  return (await editor.page.locator('.part.panel .view-lines').allInnerTexts()).join('\n').replace(/\u00a0/g, ' ');
}

export default {
  '检查文件夹': async (editor) => {
    await editor.open('渝府办发〔2023〕26号.policy');
    await editor.command('政策: 检查文件夹');
    await editor.eventually(async () => /没有(发现)?问题|0 个错误/.test(await output(editor)), 'the check says that all is well', () => output(editor));
  },

  '测算样例，打开结果': async (editor) => {
    await editor.open('渝府办发〔2023〕26号.policy');
    await editor.command('政策: 测算样例');
    const open = editor.page.locator('.notifications-toasts a, .notifications-toasts .monaco-button', { hasText: '打开结果' }).first();
    // A whole run of the program, with its first compilation: on a machine that runs other tests too, longer than any other step.
    await open.waitFor({ timeout: 180_000 });
    await open.click();
    await editor.page.locator('.tab.active', { hasText: 'results.csv' }).waitFor();
    check(editor.read('out/results.csv').split('\n').length > 10, 'rows of results', editor.read('out/results.csv').slice(0, 300));
  },

  '由原文起草新政策': async (editor) => {
    fs.writeFileSync(editor.path('试府办发〔2024〕18号.txt'), '试验区人民政府办公室\n关于印发试验区支持制造业发展若干政策的通知\n试府办发〔2024〕18号\n\n一、支持技术改造。对实施技术改造项目的企业，按照设备投资额的8%给予补助，单个项目最高不超过300万元。\n二、附则。本政策自2024年5月1日起施行，有效期3年。\n');
    await editor.open('试府办发〔2024〕18号.txt');
    await editor.command('政策: 由原文起草新政策');
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '从正在编辑的文字' }).waitFor();
    await editor.press('Enter');
    // Where to: the dialog of the browser's editor is an input with the path.
    await editor.page.waitForSelector('.quick-input-widget:not(.hidden) .quick-input-box input');
    await editor.page.waitForTimeout(500);
    await editor.press('Enter');
    await editor.page.locator('.tab.active', { hasText: '试府办发〔2024〕18号.policy' }).waitFor();
    check(editor.read('试府办发〔2024〕18号.policy').includes('设备投资额 * 8%'), 'the drafted clause', editor.read('试府办发〔2024〕18号.policy'));
  },

  '初次使用的引导': async (editor) => {
    await editor.command('Welcome: Open Walkthrough');
    const row = editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '写第一个条款' }).first();
    await row.waitFor();
    await row.click();
    await editor.page.locator('.gettingStartedContainer', { hasText: '打开存放政策的文件夹' }).waitFor();
    const steps = await editor.page.locator('.gettingStartedContainer .step-title').allInnerTexts();
    check(['边写边补全', '试算', '核对算例', '对照原文'].every((title) => steps.some((step) => step.includes(title))), 'the steps of the walkthrough', steps);
  },
};
