// Commands that look at or change the control store beside the service, whether it runs or not.
using System.Collections.Immutable;
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Host.Store;

namespace Dsl.Cli.Commands;

/// <summary>The options that say which store, and what is done with it.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string?> _file = CommonOptions.Text("--config", "FILE.json", "服务的设置文件");

    private readonly ImmutableArray<(string Setting, Option<string?> Option)> _flags =
        [.. HostOptions.All.Where(static flag => flag.Setting is "data" or "store")];

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        foreach (var (_, option) in _flags)
            command.Add(option);
    }

    /// <summary>Looks at a store that is there.</summary>
    public int Look(ParseResult result, CliContext context, Func<IControlStore, Task<int>> act) =>
        Look(result, context, (_, store) => act(store));

    /// <summary>The same, with the settings.</summary>
    public int Look(ParseResult result, CliContext context, Func<HostSettings, IControlStore, Task<int>> act) =>
        With(result, context, async settings =>
        {
            await using var store = ControlStores.OpenExisting(settings.Store, settings.DataFolder);
            return await act(settings, store).ConfigureAwait(false);
        });

    /// <summary>
    /// Changes a store. Where no service runs it is made and brought up to date, and none starts meanwhile; where one does, that has
    /// done it.
    /// </summary>
    public int Change(ParseResult result, CliContext context, Func<IControlStore, Task<int>> act) =>
        Change(result, context, (_, store) => act(store));

    /// <summary>The same, with the settings.</summary>
    public int Change(ParseResult result, CliContext context, Func<HostSettings, IControlStore, Task<int>> act) =>
        With(result, context, async settings =>
        {
            using var folder = TakeFree(settings.DataFolder);
            await using var store = folder is null ? ControlStores.OpenExisting(settings.Store, settings.DataFolder)
                : await ControlStores.Open(settings.Store, folder.Path, TimeProvider.System, context.Cancellation).ConfigureAwait(false);
            return await act(settings, store).ConfigureAwait(false);
        });

    /// <summary>Does something with the settings alone.</summary>
    public int With(ParseResult result, CliContext context, Func<HostSettings, Task<int>> act) =>
        HostOptions.Run(context, () => Run(result, context, act));

    private int Run(ParseResult result, CliContext context, Func<HostSettings, Task<int>> act)
    {
        // The policies do not matter here; the settings want some.
        var (settings, findings) =
            SettingsReader.Read(result.GetValue(_file), HostOptions.Environment(), HostOptions.Values(_flags, result), ["."]);
        if (Inputs.Report(findings, context) || settings is null)
            return ExitCode.Usage;
        try
        {
            return act(settings).GetAwaiter().GetResult();
        }
        catch (HostException error)
        {
            return context.Refuse($"{error.Problem.Rule.Code} {error.Problem.Message}", error.Problem.Remedy);
        }
    }

    private static DataFolder? TakeFree(string path)
    {
        try
        {
            return DataFolder.Take(path);
        }
        catch (HostException error) when (error.Problem.Rule == HostDiagnostics.DataFolderTaken)
        {
            return null;
        }
    }
}
