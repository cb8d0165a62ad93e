// A clock that tests move.
namespace Dsl.Host.Tests;

internal sealed class MovedClock : TimeProvider
{
    private long _ticks, _jumped;

    /// <summary>Sets it to another time, as an operator does: time goes on as before, the day is another.</summary>
    public void Set(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks);

    /// <summary>Moves it on: that time passes.</summary>
    public void Move(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks) + Interlocked.Read(ref _jumped));

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds * TimestampFrequency);
}
