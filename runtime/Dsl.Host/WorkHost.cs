// One piece of work as the only service of a host: what a command does stops, and ends, as a job of the service does.
using Dsl.Host.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dsl.Host;

/// <summary>Runs batches, imports and partitions of commands in the generic host.</summary>
public static class WorkHost
{
    /// <summary>Does work, and returns what came of it.</summary>
    /// <param name="work">Stops in good order when it is told to.</param>
    /// <param name="cancellation">Tells it.</param>
    /// <exception cref="OperationCanceledException">The work stopped before its end.</exception>
    public static T Run<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IHostLifetime, OfCaller>()
            .AddSingleton(services => new Worker<T>(work, services.GetRequiredService<IHostApplicationLifetime>()))
            .AddHostedService(static services => services.GetRequiredService<Worker<T>>())
            // The work says itself when it is done: its files are whole then.
            .Configure<HostOptions>(static options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        using var host = builder.Build();
        var worker = host.Services.GetRequiredService<Worker<T>>();
        using (cancellation.Register(host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication))
            host.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        return worker.Result.GetAwaiter().GetResult();
    }

    private sealed class Worker<T>(Func<CancellationToken, T> work, IHostApplicationLifetime lifetime) : BackgroundService
    {
        public Task<T> Result { get; private set; } = Task.FromCanceled<T>(new(canceled: true));

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Result = JobThread.Run(() => work(stoppingToken));
            await ((Task)Result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // A host that is told to stop while it starts gives up with an exception, although all is done.
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using (lifetime.ApplicationStarted.Register(started.SetResult))
                await started.Task.ConfigureAwait(false);
            lifetime.StopApplication();
        }
    }

    /// <summary>Signals are heard by whoever called.</summary>
    private sealed class OfCaller : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
