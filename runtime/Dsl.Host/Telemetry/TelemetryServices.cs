// Metrics for Prometheus at /metrics; metrics, traces and logs by OTLP to a collector where settings name one.
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dsl.Host.Telemetry;

/// <summary>Adds telemetry.</summary>
internal static class TelemetryServices
{
    private const string ServiceName = "policy";

    // What the framework counts: requests by route, connections, memory and threads.
    private static readonly string[] FrameworkMeters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, HostSettings settings)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService(ServiceName, serviceVersion: Batch.Results.ProgramIdentity.Version))
            .WithMetrics(static metrics => metrics.AddMeter(HostMeter.Name).AddMeter(FrameworkMeters)
                .AddPrometheusExporter(static options => options.ScrapeResponseCacheDurationMilliseconds = 0));
        if (settings.Collector is { } collector)
            telemetry.WithTracing(static traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql")).WithLogging()
                .UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, new Uri(collector));
        return services;
    }

    /// <summary>Adds /metrics: Prometheus shows a key of a 系统管理 as bearer token.</summary>
    public static void MapMetrics(this WebApplication application) =>
        application.MapPrometheusScrapingEndpoint("/metrics").RequireRole(Roles.SystemAdmin);
}
