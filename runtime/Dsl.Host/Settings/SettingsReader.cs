// Settings from a file, the environment and the command line, in this order: the later ones win. Every mistake is named before anything
// starts.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dsl.Host.Problems;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Microsoft.Extensions.Configuration;

namespace Dsl.Host.Settings;

/// <summary>Reads settings.</summary>
public static partial class SettingsReader
{
    /// <summary>What the names of environment variables begin with.</summary>
    public const string Prefix = "POLICY_HOST_";

    private const string Folders = "policies:folders:";

    /// <summary>The settings, and every mistake in them; with one there are none.</summary>
    /// <param name="file">A JSON file; null for none.</param>
    /// <param name="environment">Variables of the environment, of which those with <see cref="Prefix"/> count.</param>
    /// <param name="flags">What the command line says, by the names of settings.</param>
    /// <param name="policies">The policies that the command line names; where it names some, those of the file do not count.</param>
    public static (HostSettings? Settings, ImmutableArray<DataFinding> Findings) Read(
        string? file, IEnumerable<KeyValuePair<string, string?>> environment, IEnumerable<KeyValuePair<string, string?>> flags,
        ImmutableArray<string> policies)
    {
        var configuration = new ConfigurationBuilder();
        if (file is not null)
        {
            if (FileProblem(file) is { } unreadable)
                return (null, [unreadable]);
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        }
        configuration.AddInMemoryCollection(environment
            .Where(static pair => pair.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(
                static pair => KeyValuePair.Create(pair.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), pair.Value)));
        configuration.AddInMemoryCollection(flags);
        var place = new DataPlace(file is null ? "设置" : PathText.Shown(file));
        try
        {
            return Read(configuration.Build(), policies, place);
        }
        catch (InvalidDataException)
        {
            // JSON, but no object, or with a name that stands twice.
            return (null, [HostDiagnostics.SettingsNoObject.With().At(place)]);
        }
    }

    private static (HostSettings? Settings, ImmutableArray<DataFinding> Findings) Read(IConfigurationRoot configuration,
        ImmutableArray<string> policies, DataPlace place)
    {
        var (settings, findings, folders) =
            (new HostSettings(), ImmutableArray.CreateBuilder<DataFinding>(), new SortedDictionary<int, PolicyFolder>());
        foreach (var (key, text) in configuration.AsEnumerable().Where(static pair => pair.Value is not null)
            .OrderBy(static pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            var value = text ?? "";
            if (FolderKey().Match(key) is { Success: true } match)
            {
                AddFolder(folders, match, value, place, findings);
                continue;
            }
            if (SettingTable.All.FirstOrDefault(setting => setting.Name.Equals(key, StringComparison.OrdinalIgnoreCase)) is not { } setting)
            {
                findings.Add(HostDiagnostics.UnknownSetting.With(key).At(place));
                continue;
            }
            (settings, var problem) = setting.Apply(settings, value);
            if (problem is not null)
                findings.Add(HostDiagnostics.BadSetting.With(setting.Name, AddressSecrets.Masked(value), problem).At(place));
        }
        settings = settings with { Policies = policies.IsEmpty ? InOrder(folders.Values, place, findings) : [new(policies, null)] };
        if (findings.Count == 0 && SettingTable.ProblemOf(settings) is var (name, wrong))
            findings.Add(HostDiagnostics.BadSetting.With(name, "", wrong).At(place));
        if (settings.Policies.IsEmpty && findings.Count == 0)
            findings.Add(HostDiagnostics.BadSetting.With("policies", "", "没有写明政策在哪里").At(place));
        return (findings.Count == 0 ? settings : null, findings.ToImmutable());
    }

    private static ImmutableArray<PolicyFolder> InOrder(IEnumerable<PolicyFolder> folders, DataPlace place,
        ImmutableArray<DataFinding>.Builder findings)
    {
        var ordered = folders.OrderBy(static folder => folder.From ?? DateOnly.MinValue).ToImmutableArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Paths.IsEmpty)
                findings.Add(HostDiagnostics.BadSetting.With("policies:folders", "", "有一项没有写 path").At(place));
            else if (i > 0 && ordered[i].From == ordered[i - 1].From)
                findings.Add(HostDiagnostics.BadSetting.With("policies:folders", ordered[i].Paths[0], "另一个文件夹也从这一天起适用")
                    .At(place));
        }
        return ordered;
    }

    private static void AddFolder(SortedDictionary<int, PolicyFolder> folders, Match match, string value, DataPlace place,
        ImmutableArray<DataFinding>.Builder findings)
    {
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        var folder = folders.GetValueOrDefault(number) ?? new([], null);
        if (match.Groups["part"].Value.Equals("path", StringComparison.OrdinalIgnoreCase))
            folders[number] = folder with { Paths = value.Length == 0 ? [] : [value] };
        else if (CivilDate.TryParse(value, DateForms.Text, out var date))
            folders[number] = folder with { From = date };
        else
            findings.Add(HostDiagnostics.BadSetting.With($"{Folders}{number}:from", value, "不是日期，写成 2024-01-01").At(place));
    }

    private static DataFinding? FileProblem(string file)
    {
        var (shown, reading) = (PathText.Shown(file), TextFile.Read(file));
        return reading.Finding is { } unreadable ? unreadable
            : JsonTextReader.Parse(shown, reading.Text ?? "").Finding is { } malformed
                ? HostDiagnostics.BadSettingsFile.With(malformed.Problem.Message.TrimEnd('。')).At(malformed.Place)
            : null;
    }

    [GeneratedRegex(@"^policies:folders:(?<number>\d{1,4}):(?<part>path|from)$", RegexOptions.IgnoreCase)]
    private static partial Regex FolderKey();
}
