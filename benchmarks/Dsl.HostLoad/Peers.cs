// What the service is compared with.
using Dsl.Host;
using Dsl.Host.Audit;
using Dsl.Host.Settings;
using Dsl.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dsl.HostLoad;

/// <summary>Servers to compare with.</summary>
internal static class Peers
{
    /// <summary>Reads the body of each request, as any service must, and answers with the same bytes.</summary>
    public static async Task Constant(string url, byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var application = builder.Build();
        application.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Response.ContentLength = answer.Length;
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.BodyWriter.WriteAsync(answer, http.RequestAborted);
        });
        await application.RunAsync();
    }

    /// <summary>The service as it is, but that its audit keeps nothing.</summary>
    public static async Task WithoutAudit(string policies, string data, string url)
    {
        var settings = new HostSettings { Policies = [new([policies], null)], DataFolder = data, Urls = [url] };
        await using var application = await PolicyServer.Create(settings, TimeProvider.System, static builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton(static _ => new AuditLog(new Nothing(), TimeProvider.System));
        }, default);
        await application.RunAsync();
    }

    /// <summary>A store that writes nothing.</summary>
    private sealed class Nothing : IControlStore
    {
        public string Shown => "";

        public Task<T> Read<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation) => Refuse<T>();

        public Task<T> ReadWhole<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation) => Refuse<T>();

        // The audit asks for the numbers of at most so many records.
        public Task<T> Write<T>(Func<StoreSession, Task<T>> work, CancellationToken cancellation) =>
            Task.FromResult((T)(object)new long[512]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static Task<T> Refuse<T>() => Task.FromException<T>(new InvalidOperationException("an audit only writes"));
    }
}
