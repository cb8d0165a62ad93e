// Entry point of the `policy` command: connects the command line to the real console, clock and signals.
using System.Runtime;
using Dsl.Cli;
using Dsl.Cli.Hosting;

// A key in the editor waits for no collector beside it, and a batch does not share its cores with one. Requests of a service do not stop
// while the memory of a run is collected.
if (args is not ["serve", ..])
    GCSettings.LatencyMode = GCLatencyMode.Batch;
using var interruption = Interruption.Listen();
using var console = RealConsole.Open(interruption);
return CommandLine.Run(args, console.Context);
