-- Neovim (0.7 or newer) as a client of `policy lsp`: one server per folder of policies, with keys, completion by pinyin, and code lenses.
-- In init.lua: require('policy').setup {}; compiler/docs/编辑器.md of the repository describes everything (in Chinese).
local M = {}

local settings = {
  program = { 'policy' },      -- the program and what goes before its own arguments: { 'dotnet', '/opt/policy/policy.dll' }
  automatic_completion = true, -- opens the menu while typing; else <C-x><C-o> opens it
  code_lenses = true,          -- 算例, 试算, 原文 behind the first line of a clause
  keys = true,
  patience = 2000,             -- how long formatting may take, in milliseconds
}

local encoding = 'utf-16' -- what `policy lsp` counts columns in

local clients = {} -- root folder → client id
local group = vim.api.nvim_create_augroup('policy', {})

local function folder_of(path)
  return vim.fn.fnamemodify(path, ':h')
end

--- The nearest folder above a file that has a policy.json, as the program itself looks for it; else the folder of the file.
function M.root_of(path)
  local folder = folder_of(path)
  while true do
    if vim.loop.fs_stat(folder .. '/policy.json') then return folder end
    local above = folder_of(folder)
    if above == folder then return folder_of(path) end
    folder = above
  end
end

local function client_of(buffer)
  for _, id in pairs(clients) do
    if vim.lsp.buf_is_attached(buffer, id) then return vim.lsp.get_client_by_id(id) end
  end
end

-- ── Text that the program prints, in a window of its own ──

local function show(title, text)
  local lines = vim.split(vim.trim(text), '\n', { plain = true })
  vim.cmd('botright new')
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].buftype, vim.bo[buffer].bufhidden, vim.bo[buffer].swapfile = 'nofile', 'wipe', false
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].modifiable = false
  vim.wo.statusline = title
  vim.api.nvim_win_set_height(0, math.min(#lines + 1, math.floor(vim.o.lines / 2)))
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer })
end

--- Runs the program and shows what it prints. It reads the disk: what is not saved yet is saved first.
local function run(title, arguments)
  vim.cmd('silent wall')
  local said = {}
  local function hear(_, data) vim.list_extend(said, data) end
  local command = vim.list_extend(vim.deepcopy(settings.program), arguments)
  vim.fn.jobstart(command, {
    stdout_buffered = true, stderr_buffered = true, on_stdout = hear, on_stderr = hear,
    on_exit = function() show(title, table.concat(said, '\n')) end,
  })
end

-- ── Code lenses: commands that an editor has to bring itself ──

local lens_commands = {}

lens_commands['policy.runExamples'] = function(command)
  run('核对算例', { 'test', vim.uri_to_fname(command.arguments[1]) })
end

lens_commands['policy.tryOut'] = function(command)
  local file, number = vim.uri_to_fname(command.arguments[1]), command.arguments[2]
  vim.ui.input({ prompt = '用哪个事实文件（JSON）试算？', completion = 'file' }, function(facts)
    if facts and facts ~= '' then
      run('试算条款 ' .. number, { 'eval', file, '--facts', vim.fn.expand(facts), '--explain', '--clause', number })
    end
  end)
end

--- Opens the official text at the first quotation of the clause under the cursor, in a window beside.
lens_commands['policy.showSource'] = function()
  local row = vim.fn.search('「', 'nW')
  if row == 0 then return end
  vim.cmd('vsplit')
  vim.fn.search('「', 'W')
  vim.cmd('normal! l')
  vim.lsp.buf.definition()
end

-- ── Completion ──
-- The server decides what fits what is typed (characters, pinyin, initials: sjfy finds 实际费用). Vim would compare the items with what is
-- typed once more and drop them, so every item is `equal`, and the server is asked anew with each key.

local menu = { start = 0, is_typed = false, words = {} } -- what was shown last, and the byte where it is put

--- The byte (from 0) of a column of the protocol (UTF-16) in the current line.
local function byte_of(column)
  local line = vim.api.nvim_get_current_line()
  return vim.str_byteindex(line, math.min(column, select(2, vim.str_utfindex(line))), true)
end

local function show_menu(items)
  if #items == 0 then
    if vim.fn.pumvisible() == 1 then vim.fn.complete(vim.fn.col('.'), {}) end
    return
  end
  local range = items[1].textEdit.range
  menu = { start = byte_of(range.start.character), is_typed = range.start.character < range['end'].character }
  menu.words = vim.tbl_map(function(item)
    local help = item.documentation and item.documentation.value or ''
    return { word = item.textEdit.newText, abbr = item.label, menu = item.detail, info = help, equal = 1, dup = 1, empty = 1 }
  end, items)
  vim.fn.complete(menu.start + 1, menu.words)
end

--- Asks for what fits at the cursor and shows it, unless the user has gone on in the meantime.
local function open_menu(trigger)
  local buffer = vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  if not client then return end
  local function here() return { vim.api.nvim_get_current_buf(), vim.api.nvim_buf_get_changedtick(buffer), vim.api.nvim_win_get_cursor(0) } end
  local asked_at = here()
  local parameters = vim.lsp.util.make_position_params(0, encoding)
  parameters.context = trigger and { triggerKind = 2, triggerCharacter = trigger } or { triggerKind = 1 }
  -- The number of the buffer, not 0: with that, Neovim 0.7 would ask before it tells what was typed last.
  client.request('textDocument/completion', parameters, function(_, result)
    if vim.fn.mode() == 'i' and vim.deep_equal(asked_at, here()) then show_menu(result and result.items or {}) end
  end, buffer)
end

--- For 'omnifunc' and 'completefunc'.
function M.complete()
  open_menu()
  return -2
end

local function character_before_cursor()
  return vim.fn.matchstr(vim.api.nvim_get_current_line():sub(1, vim.api.nvim_win_get_cursor(0)[2]), '.$')
end

local function typed_without_menu(client)
  if not settings.automatic_completion or vim.fn.reg_executing() ~= '' then return end
  local last = character_before_cursor()
  local triggers = client.server_capabilities.completionProvider.triggerCharacters or {}
  if vim.tbl_contains(triggers, last) then
    open_menu(last)
  elseif vim.fn.match(last, '\\k') >= 0 then
    open_menu()
  end
end

local function typed_with_menu()
  -- The text of an item that was gone to (<C-n>) is no typing.
  local chosen = menu.words[vim.fn.complete_info({ 'selected' }).selected + 1]
  local text = vim.api.nvim_get_current_line():sub(menu.start + 1, vim.api.nvim_win_get_cursor(0)[2])
  if not chosen or chosen.word ~= text then open_menu() end
end

--- Enter takes the first item of the menu where a part of it is typed (sjfy), or the one that was gone to; else it ends the line.
local function enter()
  if vim.fn.pumvisible() == 0 then return '<CR>' end
  return (menu.is_typed or vim.fn.complete_info({ 'selected' }).selected > 0) and '<C-y>' or '<C-e><CR>'
end

-- ── Keys and commands of a buffer ──

function M.format()
  if vim.lsp.buf.format then vim.lsp.buf.format { timeout_ms = settings.patience } else vim.lsp.buf.formatting_sync(nil, settings.patience) end
end

local function set_keys(buffer)
  local function map(mode, key, action, what)
    vim.keymap.set(mode, key, action, { buffer = buffer, desc = what })
  end
  map('n', 'K', vim.lsp.buf.hover, '说明')
  map('n', 'gd', vim.lsp.buf.definition, '转到定义、原文')
  map('n', 'grr', vim.lsp.buf.references, '用到它的地方')
  map('n', 'grn', vim.lsp.buf.rename, '改名')
  map({ 'n', 'v' }, 'gra', vim.lsp.buf.code_action, '改法')
  map('n', 'grf', M.format, '排版')
  map('n', 'grl', vim.lsp.codelens.run, '本行的算例、试算、原文')
  map('n', 'gO', vim.lsp.buf.document_symbol, '按条款跳转')
  map('n', '[d', vim.diagnostic.goto_prev, '上一个问题')
  map('n', ']d', vim.diagnostic.goto_next, '下一个问题')
  map('n', 'gl', vim.diagnostic.open_float, '本行的问题')
  map('i', '<C-s>', vim.lsp.buf.signature_help, '函数的参数')
  map('i', '<C-Space>', function() open_menu() end, '补全')
  vim.keymap.set('i', '<CR>', enter, { buffer = buffer, expr = true, desc = '取用补全，或换行' })
end

local function on_attach(client, buffer)
  vim.bo[buffer].omnifunc = "v:lua.require'policy'.complete"
  vim.bo[buffer].completefunc = "v:lua.require'policy'.complete"
  if settings.keys then set_keys(buffer) end
  local function on(events, action)
    vim.api.nvim_create_autocmd(events, { group = group, buffer = buffer, callback = action })
  end
  vim.api.nvim_clear_autocmds { group = group, buffer = buffer }
  on('TextChangedI', function() typed_without_menu(client) end)
  on('TextChangedP', typed_with_menu)
  if settings.code_lenses then
    -- What the examples came to is computed in a pause, and this client cannot be told: it asks again when the user pauses.
    on({ 'BufEnter', 'InsertLeave', 'TextChanged', 'CursorHold' }, vim.lsp.codelens.refresh)
    if buffer == vim.api.nvim_get_current_buf() then vim.lsp.codelens.refresh() end
  end
end

--- Connects a buffer with the server of its folder; starts that where it does not run.
function M.attach(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  if path == '' or vim.bo[buffer].buftype ~= '' then return end
  local root = M.root_of(path)
  if not clients[root] then
    clients[root] = vim.lsp.start_client {
      name = 'policy',
      cmd = vim.list_extend(vim.deepcopy(settings.program), { 'lsp' }),
      root_dir = root,
      offset_encoding = encoding,
      commands = lens_commands,
      on_attach = on_attach,
      on_exit = function() clients[root] = nil end,
    }
  end
  if clients[root] then vim.lsp.buf_attach_client(buffer, clients[root]) end
end

--- Begins: .policy files have their file type, and a server from now on.
function M.setup(options)
  settings = vim.tbl_extend('force', settings, options or {})
  vim.api.nvim_clear_autocmds { group = group, event = { 'BufRead', 'BufNewFile', 'FileType' } }
  vim.opt.completeopt = { 'menuone', 'noinsert' }
  vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
    group = group, pattern = '*.policy', callback = function() vim.bo.filetype = 'policy' end,
  })
  vim.api.nvim_create_autocmd('FileType', {
    group = group, pattern = 'policy',
    callback = function(event)
      vim.bo.shiftwidth, vim.bo.expandtab, vim.bo.commentstring = 2, true, '// %s'
      M.attach(event.buf)
    end,
  })
end

return M
