-- What a drafter does in Neovim with the configuration of Editors/neovim, on a copy of the policies of the repository.
local H = require('harness')
local step, type, press, wait, go, equal, text = H.step, H.type, H.press, H.wait, H.go, H.equal, H.text

local folder = vim.env.POLICY_TEST_FOLDER
local file = folder .. '/渝中府办〔2021〕13号.policy'
local clause = '条款 20'
local award = '  奖补 = min(实际费用 * 30%, 100万元)'

local function findings(buffer)
  return vim.tbl_map(function(finding) return ('%d: %s'):format(finding.lnum + 1, finding.message) end, vim.diagnostic.get(buffer or 0))
end

local function has_finding(part)
  for _, message in ipairs(findings()) do
    if message:find(part, 1, true) then return message end
  end
end

local function client() return vim.lsp.get_active_clients()[1] end

local function connected()
  return wait('a server for the file', function() return client() and vim.lsp.buf_is_attached(0, client().id) and client().initialized end)
end

--- The findings have come, with those of the 算例: the lens of a clause tells what they came to.
local function settled()
  connected()
  wait('no findings', function() return #findings() == 0 end, findings)
end

local function break_award()
  go(clause, '奖补 = min(实际费|用')
  type('x')
  wait('a finding', function() return has_finding('没有「实际费」这个名称') end, findings)
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return text(vim.api.nvim_win_get_buf(window)) end
  end
end

local function menu()
  return vim.tbl_map(function(item) return item.abbr end, vim.fn.complete_info({ 'items' }).items)
end

local function is_open(ending)
  return function() return vim.endswith(vim.api.nvim_buf_get_name(0), ending) end
end

step('打开文件就连接，同一文件夹只有一个服务器', function()
  connected()
  equal(folder, client().config.root_dir, 'root')
  equal('policy', vim.bo.filetype, 'file type')
  vim.cmd('edit ' .. folder .. '/schema/企业.policy')
  connected()
  equal(1, #vim.lsp.get_active_clients(), 'servers')
  equal(folder, require('policy').root_of(folder .. '/schema/企业.policy'), 'root of a schema file')
end)

step('改坏一行就报出问题，撤销就没有了', function()
  settled()
  break_award()
  type('u')
  wait('no findings after undo', function() return #findings() == 0 end, findings)
end)

step('连续改动以后服务器的文本与编辑器一致', function()
  settled()
  local before = text()
  local function check(what)
    equal(before, text(), what)
    wait('no findings: ' .. what, function() return #findings() == 0 end, findings)
    local answer = client().request_sync('textDocument/formatting', vim.lsp.util.make_formatting_params(), 60000, vim.api.nvim_get_current_buf())
    equal({}, answer and answer.result, 'a formatted text has nothing to format: ' .. what)
  end
  press('ggVGdPGdd')
  check('everything deleted and put back')
  vim.cmd([[silent %s/实际费用/𠀀实际/g]])
  wait('a finding', function() return has_finding('𠀀实际') end, findings)
  vim.cmd([[silent %s/𠀀实际/实际费用/g]])
  check('replaced and replaced back')
  go(clause, '|条件 已认定')
  press('ddpkJ')
  wait('a finding of the joined line', function() return #findings() > 0 end, findings)
  press('uuu')
  check('lines moved and joined')
  go(clause, '|牵头 区科技局')
  press('<C-v>jjI  <Esc>')
  press('u')
  press('Go// 末行<Esc>')
  press('dd')
  check('a block and the end of the file')
end)

step('打拼音首字母就补全', function()
  settled()
  go(clause, '奖补 = min(|实际费用')
  type('4xisjfy')
  wait('a menu', function() return vim.fn.pumvisible() == 1 and menu()[1] == '实际费用' end, menu)
  type('<C-y>')
  wait('the name', function() return vim.api.nvim_get_current_line() == award end, vim.api.nvim_get_current_line)
  type('<Esc>')
end)

step('菜单随打字收窄，也随退格放宽', function()
  settled()
  go(clause, '奖补 = min(|实际费用')
  type('4xi<C-Space>')
  wait('a menu of everything', function() return vim.fn.pumvisible() == 1 and #menu() > 10 end, menu)
  type('sjfy')
  wait('a menu of one', function() return vim.deep_equal(menu(), { '实际费用' }) end, menu)
  type('<BS><BS><BS>')
  wait('a menu of several', function() return vim.fn.pumvisible() == 1 and #menu() > 1 end, menu)
  type('hijifei')
  wait('the menu of one', function() return vim.deep_equal(menu(), { '实际费用' }) end, menu)
  equal(0, vim.fn.complete_info({ 'selected' }).selected, 'the item that is marked')
  type('<CR>')
  wait('the name in the text', function() return vim.api.nvim_get_current_line() == award end, vim.api.nvim_get_current_line)
  type('<Esc>')
end)

step('没有打字的菜单不妨碍换行', function()
  settled()
  go(clause, '条件 已认定 且 协同举办|')
  type('A ')
  wait('a menu', function() return vim.fn.pumvisible() == 1 end, menu)
  type('<CR>')
  wait('a new line', function() return vim.api.nvim_get_current_line():match('^%s*$') end, vim.api.nvim_get_current_line)
  type('<Esc>')
end)

step('手动补全，没有占位符记号', function()
  settled()
  require('policy').setup { automatic_completion = false }
  vim.cmd('silent edit!')
  connected()
  press('Go<C-u>条款 99 试<Esc>')
  type('o  频<C-x><C-o>')
  wait('a menu', function() return vim.tbl_contains(menu(), '频次') end, menu)
  type('<C-y>')
  wait('the word', function() return vim.api.nvim_get_current_line() == '  频次 ' end, vim.api.nvim_get_current_line)
  type('<C-x><C-o>')
  wait('the frequencies', function() return vim.tbl_contains(menu(), '每年') end, menu)
  for _, item in ipairs(vim.fn.complete_info({ 'items' }).items) do
    if item.word:find('${', 1, true) or item.word:find('\n', 1, true) then error('a placeholder: ' .. item.word, 0) end
  end
  type('<C-e><Esc>')
  require('policy').setup { automatic_completion = true }
end)

step('说明', function()
  settled()
  go(clause, '奖补 = min(实|际费用')
  type('K')
  local shown = wait('a window', float)
  if not shown:find('实际费用', 1, true) or not shown:find('金额', 1, true) then error('the window says: ' .. shown, 0) end
end)

step('函数的参数', function()
  settled()
  go(clause, '奖补 = min(|实际费用')
  type('i<C-s>')
  local shown = wait('a window', float)
  if not shown:find('min(', 1, true) then error('the window says: ' .. shown, 0) end
  type('<Esc>')
end)

step('转到数据定义', function()
  settled()
  go(clause, '奖补 = min(实|际费用')
  type('gd')
  wait('the schema', function() return vim.api.nvim_buf_get_name(0):find('/schema/', 1, true) end, function() return vim.api.nvim_buf_get_name(0) end)
  wait('the declaration', function() return vim.api.nvim_get_current_line():match('^%s*实际费用%s*:') end, vim.api.nvim_get_current_line)
end)

step('从引文转到原文', function()
  settled()
  go(clause, '依据 「|鼓励国际创客')
  type('gd')
  wait('the official text', is_open('/sources/渝中府办〔2021〕13号.txt'), function() return vim.api.nvim_buf_get_name(0) end)
  wait('the sentence', function() return vim.api.nvim_get_current_line():find('鼓励国际创客', 1, true) end, vim.api.nvim_get_current_line)
end)

step('用到它的地方', function()
  settled()
  go(clause, '奖补 = min(实|际费用')
  type('grr')
  local places = wait('a list', function()
    local list = vim.fn.getqflist()
    return #list > 0 and list
  end)
  local in_schema, in_policy = 0, 0
  for _, place in ipairs(places) do
    local name = vim.api.nvim_buf_get_name(place.bufnr)
    if name:find('/schema/', 1, true) then in_schema = in_schema + 1 end
    if name == file then in_policy = in_policy + 1 end
    if not place.text:find('实际费用', 1, true) then error('a place without the name: ' .. place.text, 0) end
  end
  equal(1, in_schema, 'places in the schema')
  if in_policy < 20 then error('only ' .. in_policy .. ' places in the policy', 0) end
end)

step('改法', function()
  settled()
  break_award()
  go(clause, '奖补 = min(|实际费')
  H.answer('1<CR>')
  type('gra')
  wait('the mended line', function() return vim.api.nvim_get_current_line() == award end, vim.api.nvim_get_current_line)
  wait('no findings', function() return #findings() == 0 end, findings)
end)

step('排版', function()
  settled()
  local before = text()
  go(clause, '奖补 = |min(实际费用 * 30%')
  type('i    <Esc>^hhhhi  <Esc>')
  wait('a changed text', function() return text() ~= before end)
  type('grf')
  wait('the canonical text', function() return text() == before end, vim.api.nvim_get_current_line)
end)

step('按条款跳转', function()
  settled()
  type('gO')
  local entries = wait('a list', function()
    local list = vim.fn.getqflist()
    return #list > 100 and list[1].text:find('[', 1, true) and list
  end, function() return vim.list_slice(vim.fn.getqflist(), 1, 3) end)
  local is_there = false
  for _, entry in ipairs(entries) do is_there = is_there or entry.text:find('20', 1, true) ~= nil and entry.text:find('Function', 1, true) ~= nil end
  if not is_there then error('no clause 20 in the list', 0) end
end)

local function lenses_of(row)
  local titles = {}
  for _, lens in ipairs(vim.lsp.codelens.get(vim.api.nvim_get_current_buf())) do
    if lens.range.start.line == row - 1 then table.insert(titles, lens.command.title) end
  end
  return titles
end

step('条款上方的算例、试算、原文', function()
  settled()
  local row = go('条款 20', '条|款 20')
  local asked = vim.loop.now()
  local titles = wait('lenses', function()
    local found = lenses_of(row)
    if #found == 3 and found[1]:match('^算例 %d+ 通过$') then return found end
    -- A user who looks on: the examples are computed while nobody asks for anything.
    if vim.loop.now() - asked > 1000 then
      asked = vim.loop.now()
      vim.cmd('doautocmd CursorHold')
    end
  end, function() return lenses_of(row) end)
  equal({ '试算', '原文' }, { titles[2], titles[3] }, 'the other lenses')
  H.answer('3<CR>')
  type('grl')
  wait('the official text', is_open('/sources/渝中府办〔2021〕13号.txt'), function() return vim.api.nvim_buf_get_name(0) end)
  vim.cmd('close')
  go('条款 20', '条|款 20')
  H.answer('1<CR>')
  type('grl')
  wait('what the examples came to', function() return vim.bo.buftype == 'nofile' and text():find('通过', 1, true) end, text)
end)

step('改名改到所有文件', function()
  settled()
  local schema = vim.fn.bufadd(folder .. '/schema/企业.policy')
  local before = text()
  local function rename(from, to)
    go(clause, '奖补 = min(|' .. from)
    H.answer('<C-u>' .. to .. '<CR>')
    type('grn')
    wait('the new name', function() return vim.api.nvim_get_current_line():find('min(' .. to, 1, true) end, vim.api.nvim_get_current_line)
    wait('the new name in the schema', function() return text(schema):find(to, 1, true) end)
    vim.cmd('silent wall')
    wait('no findings', function() return #findings() == 0 end, findings)
  end
  rename('实际费用', '主办费用')
  local saved = table.concat(vim.fn.readfile(folder .. '/schema/企业.policy'), '\n')
  if not saved:find('主办费用', 1, true) then error('the schema on disk has the old name', 0) end
  rename('主办费用', '实际费用')
  equal(before, text(), 'the text after renaming back')
end)

H.run(file, vim.env.POLICY_TEST_RESULTS, function() return client() and client().rpc.pid or 0 end)
