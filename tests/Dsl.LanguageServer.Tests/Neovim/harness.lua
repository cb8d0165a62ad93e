-- Runs the steps of a script as a user at the keyboard would: keys go into Neovim's own loop, then the script waits for what they bring about.
-- Results are written as JSON: [{ name, passed, message, milliseconds }].
local H = {}

local steps = {}

--- Declares a step. Each begins in normal mode, in the opened file, with the text as on disk.
function H.step(name, action) table.insert(steps, { name = name, action = action }) end

--- Types keys; <CR> and the like are keys.
function H.type(keys) vim.api.nvim_input(keys) end

--- Types keys that begin and end in normal mode, and waits until they have been followed.
function H.press(keys)
  local is_done = false
  vim.keymap.set('n', '<F12>', function() is_done = true end)
  H.type(keys .. '<F12>')
  H.wait('the keys ' .. keys, function() return is_done end)
end

--- Waits until something holds, and gives what it is; an error that says what is there instead where it never does.
function H.wait(what, holds, instead)
  local deadline = vim.loop.now() + (tonumber(vim.env.PATIENCE) or 60000)
  while true do
    local value = holds()
    if value then return value end
    if vim.loop.now() > deadline then
      error(what .. ': not within 60 s' .. (instead and '; instead: ' .. vim.inspect(instead()) or ''), 0)
    end
    coroutine.yield()
  end
end

--- Answers the next question (a list to choose from, a name to type) as soon as it is asked. While it is, only such a timer runs.
function H.answer(keys)
  local timer = vim.loop.new_timer()
  timer:start(20, 20, function()
    local mode = vim.api.nvim_get_mode()
    if mode.blocking or mode.mode == 'c' then
      timer:stop()
      timer:close()
      vim.api.nvim_input(keys)
    end
  end)
end

function H.equal(expected, actual, what)
  if not vim.deep_equal(expected, actual) then
    error(('%s: expected %s, got %s'):format(what, vim.inspect(expected), vim.inspect(actual)), 0)
  end
end

function H.text(buffer) return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), '\n') end

--- Puts the cursor on a text: | marks the place; the text stands below the first line that begins with head.
function H.go(head, marked)
  local bar = marked:find('|', 1, true)
  local text = marked:sub(1, bar - 1) .. marked:sub(bar + 1)
  local inside = false
  for row, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    inside = inside or vim.startswith(line, head)
    local column = inside and line:find(text, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { row, column + bar - 2 })
      return row
    end
  end
  error(('%s does not stand below %s'):format(text, head), 0)
end

local function only_window(file)
  vim.cmd('stopinsert')
  H.wait('normal mode', function() return vim.api.nvim_get_mode().mode == 'n' end)
  vim.cmd('silent! only!')
  vim.cmd('silent edit! ' .. vim.fn.fnameescape(file))
end

--- Runs the steps one after the other, writes the results and quits.
function H.run(file, results_file, after)
  local results = {}
  local script = coroutine.create(function()
    for _, step in ipairs(steps) do
      local begun = vim.loop.now()
      local passed, message = xpcall(function()
        only_window(file)
        step.action()
      end, function(problem) return type(problem) == 'string' and problem or vim.inspect(problem) end)
      table.insert(results, { name = step.name, passed = passed, message = message or '', milliseconds = vim.loop.now() - begun })
    end
  end)
  local function go_on()
    local alive, problem = coroutine.resume(script)
    if coroutine.status(script) ~= 'dead' then return vim.defer_fn(go_on, 20) end
    vim.fn.writefile({ vim.fn.json_encode { steps = results, problem = alive and '' or tostring(problem), after = after() } }, results_file)
    vim.cmd('qall!')
  end
  vim.defer_fn(go_on, 0)
end

return H
