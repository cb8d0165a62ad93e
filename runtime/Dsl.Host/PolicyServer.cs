// The hosted runtime put together: settings, store, audit, policies, requests.
using Dsl.Host.Access;
using Dsl.Host.Audit;
using Dsl.Host.Http;
using Dsl.Host.Policies;
using Dsl.Host.Publishing;
using Dsl.Host.Questions;
using Dsl.Host.Runs;
using Dsl.Host.Settings;
using Dsl.Host.Store;
using Dsl.Host.Telemetry;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scalar.AspNetCore;

namespace Dsl.Host;

/// <summary>Makes servers.</summary>
public static class PolicyServer
{
    /// <summary>
    /// A server that is ready to start: the store is open and up to date, every folder of policies was read once. A folder with errors does
    /// not stop it: what was served last is served on, and /health/ready says so.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The time.</param>
    /// <param name="configure">What a caller adds: other loggers, another transport.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="Problems.HostException">Data folder or store cannot be used.</exception>
    public static async Task<WebApplication> Create(HostSettings settings, TimeProvider clock, Action<WebApplicationBuilder>? configure,
        CancellationToken cancellation)
    {
        var folder = DataFolder.Take(settings.DataFolder);
        try
        {
            LeftBehind.Remove(folder.Path);
            var store = await ControlStores.Open(settings.Store, folder.Path, clock, cancellation).ConfigureAwait(false);
            var builder = WebApplication.CreateSlimBuilder();
            // Tells systemd when it is ready and when it stops; nothing outside of it. What it says of logs is overruled.
            builder.Services.AddSystemd();
            AddLog(builder.Logging);
            builder.Services.AddSingleton(settings).AddSingleton(clock).AddSingleton(_ => folder).AddSingleton(_ => store)
                .AddSingleton<AuditLog>().AddSingleton<RequestedDay>()
                .AddSingleton<JobFolders>().AddSingleton<JobStore>().AddSingleton<RegistryStore>().AddSingleton<JobQueue>()
                .AddSingleton<RetentionStore>().AddSingleton<Retention>()
                .AddLedger()
                .AddSingleton<IJobWork, ImportWork>().AddSingleton<IJobWork, RunWork>().AddSingleton<IJobWork, CurveWork>()
                .AddSingleton<RunInspector>()
                .AddSingleton(services => new PolicySets(settings, new PolicyArchive(folder.Path, store, clock), clock,
                    services.GetRequiredService<ILogger<PolicySets>>()))
                .AddHostedService<PolicyWatcher>().AddHostedService<JobWorker>().AddAccess(settings).AddTelemetry(settings);
            builder.Services.AddAssetCompression().AddOpenApi("v1", static options => options.AddParameters());
            builder.WebHost.UseUrls([.. settings.Urls]);
            builder.WebHost.ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Limits.MaxRequestBodySize = settings.MostBodyBytes;
            });
            configure?.Invoke(builder);
            var application = builder.Build();
            // The container puts away only what was asked of it.
            _ = application.Services.GetRequiredService<DataFolder>();
            Map(application, settings);
            await application.CheckAccess(settings, cancellation).ConfigureAwait(false);
            await LoadPolicies(application, settings, cancellation).ConfigureAwait(false);
            return application;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>
    /// One JSON object a line. What the framework says of each request holds addresses with their parameters: it is left out.
    /// </summary>
    private static void AddLog(ILoggingBuilder logging) =>
        logging.ClearProviders().AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddJsonConsole(static options =>
        {
            options.JsonWriterOptions = JsonStyle.OneLine;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "O";
        });

    private static void Map(WebApplication application, HostSettings settings)
    {
        // A proxy on this machine says who asked it, and that it was asked by HTTPS; others are not believed.
        application.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        application.UseMiddleware<ProblemMiddleware>();
        var pages = new PageFiles(settings);
        PageEndpoints.UseAssets(application, pages);
        application.UseRouting();
        application.UseAccess();
        SignInEndpoints.Map(application, settings);
        TimeCodeEndpoints.Map(application);
        HealthEndpoints.Map(application);
        PolicyEndpoints.Map(application);
        EvaluateEndpoint.Map(application);
        EvaluateManyEndpoint.Map(application);
        JobEndpoints.Map(application);
        ResultEndpoints.Map(application);
        CurveEndpoints.Map(application);
        InspectionEndpoints.Map(application);
        DraftEndpoint.Map(application);
        DecisionEndpoints.Map(application);
        PublicationEndpoints.Map(application);
        QuestionsEndpoint.Map(application);
        AuditEndpoints.Map(application);
        AccountEndpoints.Map(application);
        application.MapMetrics();
        SampleEndpoint.Map(application);
        SubjectEndpoint.Map(application);
        PageEndpoints.Map(application, pages);
        application.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        // Scripts and styles come from the program: the page works without the internet.
        application.MapScalarApiReference("/scalar", static options => options.WithTitle("政策服务接口").DisableDefaultFonts())
            .AllowAnonymous();
    }

    private static async Task LoadPolicies(WebApplication application, HostSettings settings, CancellationToken cancellation)
    {
        var sets = application.Services.GetRequiredService<PolicySets>();
        foreach (var folder in settings.Policies)
            await sets.Reload(folder, cancellation).ConfigureAwait(false);
    }
}
