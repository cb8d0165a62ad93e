// A server on a free port of this machine, with policies of its own.
using Dsl.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Dsl.Host.Tests;

internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _data;

    private TestServer(WebApplication application, string data, PolicyFolderFiles files)
    {
        (_application, _data, Files) = (application, data, files);
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
    }

    public HttpClient Client { get; }

    public PolicyFolderFiles Files { get; }

    public IServiceProvider Services => _application.Services;

    /// <summary>Another client without cookies.</summary>
    public HttpClient NewClient() => new() { BaseAddress = Client.BaseAddress };

    public static async Task<TestServer> Start(Func<HostSettings, HostSettings>? change = null, TimeProvider? clock = null)
    {
        var (files, data) = (new PolicyFolderFiles(), Directory.CreateTempSubdirectory("policy-data-").FullName);
        files.Write(5);
        var settings = new HostSettings
        {
            Policies = [new([files.Path], null)], DataFolder = data, Urls = ["http://127.0.0.1:0"], AsOf = new(2024, 6, 30),
            Debounce = TimeSpan.FromMilliseconds(20), PollInterval = TimeSpan.FromMilliseconds(200),
        };
        var application = await PolicyServer.Create(change?.Invoke(settings) ?? settings, clock ?? TimeProvider.System,
            static builder => builder.Logging.ClearProviders(), default);
        await application.StartAsync();
        return new(application, data, files);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        Files.Dispose();
    }
}
