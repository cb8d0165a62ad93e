// Entry point of the `policy` command: connects the command line to the real console, clock and signals.
using Dsl.Cli;
using Dsl.Cli.Hosting;

using var interruption = Interruption.Listen();
using var console = RealConsole.Open(interruption);
return CommandLine.Run(args, console.Context);
