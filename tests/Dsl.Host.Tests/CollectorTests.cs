// What goes to a collector by OTLP: metrics, traces and logs of the service, and no fact in any of them.
using System.Collections.Concurrent;
using System.Text;
using Dsl.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class CollectorTests
{
    [Fact]
    public async Task 指标跟踪日志都到采集器而里面没有事实()
    {
        const string canary = "CANARY7391";
        await using var collector = new Collector();
        await collector.Start();
        var (files, data) = (new PolicyFolderFiles(), Directory.CreateTempSubdirectory("policy-data-").FullName);
        files.Write(5);
        var settings = new HostSettings
        {
            Policies = [new([files.Path], null)], DataFolder = data, Urls = ["http://127.0.0.1:0"], AsOf = new(2024, 6, 30),
            Collector = collector.Address,
        };
        await using (var server = await PolicyServer.Create(settings, TimeProvider.System,
            static builder => builder.Logging.AddFilter<ConsoleLoggerProvider>(static _ => false), default))
        {
            await server.StartAsync();
            using var client = new HttpClient { BaseAddress = new(server.Urls.First()) };
            using var body = new StringContent(PolicyFolderFiles.Facts("7391.25").Replace("A1", canary, StringComparison.Ordinal),
                Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri("/api/v1/evaluate?date=2024-07-31", UriKind.Relative), body);
            Assert.True(answer.IsSuccessStatusCode);
            using var bad = new StringContent($"{{\"企业\": {{\"统一社会信用代码\": \"{canary}\", \"研发投入\": \"7391.25万万\"}}}}",
                Encoding.UTF8, "application/json");
            using var refused = await client.PostAsync(new Uri($"/api/v1/evaluate?date={canary}", UriKind.Relative), bad);
            Assert.False(refused.IsSuccessStatusCode);
            await server.StopAsync();
        }
        files.Dispose();
        Directory.Delete(data, recursive: true);
        Assert.Superset(new HashSet<string> { "/v1/metrics", "/v1/traces", "/v1/logs" },
            collector.Posts.Select(static post => post.Path).ToHashSet());
        Assert.Contains(collector.Posts, static post => post.Text.Contains("policy.evaluations", StringComparison.Ordinal));
        Assert.Contains(collector.Posts, static post => post.Text.Contains("/api/v1/evaluate", StringComparison.Ordinal));
        Assert.All(collector.Posts, static post => Assert.DoesNotContain("7391", post.Text, StringComparison.Ordinal));
    }

    /// <summary>Takes what is sent.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _application;

        public Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _application = builder.Build();
            _application.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
                Posts.Add((http.Request.Path, await reader.ReadToEndAsync()));
            });
        }

        public ConcurrentBag<(string Path, string Text)> Posts { get; } = [];

        public string Address => _application.Urls.First();

        public Task Start() => _application.StartAsync();

        public ValueTask DisposeAsync() => _application.DisposeAsync();
    }
}
