-- The configuration of the test: the one of the repository, with the program that was just built.
vim.opt.runtimepath:prepend(vim.env.POLICY_TEST_EDITOR)
package.path = vim.env.POLICY_TEST_SCRIPTS .. '/?.lua;' .. package.path
require('policy').setup { program = { 'dotnet', vim.env.POLICY_TEST_PROGRAM }, patience = 60000 }
